import type { JSX } from "preact";
import { Page } from "../kit/page";
import type { PageProps } from "../routes";

export function ReportsPage(_: PageProps): JSX.Element {
  return <Page title="Reports">{null}</Page>;
}
