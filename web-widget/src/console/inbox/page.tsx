import type { JSX } from "preact";
import { Page } from "../kit/page";
import type { PageProps } from "../routes";

export function InboxPage(_: PageProps): JSX.Element {
  return <Page title="Inbox">{null}</Page>;
}
