import { UserRound } from "lucide";
import type { JSX } from "preact";
import { Icon } from "./icon";

/** Initials, or a placeholder, with presence. */
export function Avatar(props: {
  readonly name: string | null;
  readonly size?: "small";
  readonly presence?: "online" | "away" | "offline";
}): JSX.Element {
  return (
    <span class={props.size === "small" ? "avatar small" : "avatar"} aria-hidden="true">
      {props.name === null ? <Icon of={UserRound} /> : initials(props.name)}
      {props.presence && <i class={`presence ${props.presence}`} />}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ""].map(word => [...(word ?? "")][0] ?? "");
  return letters.join("").toUpperCase() || "?";
}
