import type { JSX } from "preact";
import { standing, type Webhook } from "./rules";

export function StateBadge({ hook }: { readonly hook: Webhook }): JSX.Element {
  const { kind, text } = standing(hook);
  return <span class={`badge ${kind === "good" ? "accent" : kind}`}>{text}</span>;
}
