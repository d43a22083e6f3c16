import type { JSX } from "preact";
import { Notice } from "../kit/states";

/** For those who may look and not touch. */
export function ReadOnly(): JSX.Element {
  return <Notice>You can see this page; an administrator can change it.</Notice>;
}
