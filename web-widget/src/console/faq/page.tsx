import type { JSX } from "preact";
import { Page } from "../kit/page";
import type { PageProps } from "../routes";

export function FaqPage(_: PageProps): JSX.Element {
  return <Page title="Faq">{null}</Page>;
}
