import type { JSX } from "preact";
import { Page } from "../kit/page";
import type { PageProps } from "../routes";

export function SearchPage(_: PageProps): JSX.Element {
  return <Page title="Search">{null}</Page>;
}
