import type { JSX } from "preact";
import { Page } from "../kit/page";
import type { PageProps } from "../routes";

export function SettingsPage(_: PageProps): JSX.Element {
  return <Page title="Settings">{null}</Page>;
}
