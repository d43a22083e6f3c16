import type { JSX } from "preact";
import type { Label } from "../../api/types";

export function LabelMark({ label }: { readonly label: Pick<Label, "name" | "color"> }): JSX.Element {
  return (
    <span class="badge label-shown">
      <i class="dot" style={{ background: label.color }} />
      <bdi>{label.name}</bdi>
    </span>
  );
}
