import type { JSX } from "preact";
import { Page } from "../kit/page";
import type { PageProps } from "../routes";

export function AccountPage(_: PageProps): JSX.Element {
  return <Page title="Account">{null}</Page>;
}
