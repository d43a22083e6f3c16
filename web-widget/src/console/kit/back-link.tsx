import { ChevronLeft } from "lucide";
import type { JSX } from "preact";
import { Icon } from "./icon";

export function BackLink(props: { readonly to: string; readonly children: string }): JSX.Element {
  return (
    <a class="back-link" href={props.to}>
      <Icon of={ChevronLeft} />
      {props.children}
    </a>
  );
}
