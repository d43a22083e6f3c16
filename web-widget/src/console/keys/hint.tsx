import type { JSX } from "preact";
import { MAC } from "../kit/caps";
import { written } from "../kit/key-names";
import { usePreferences } from "../preferences";
import type { CommandId } from "./catalogue";
import { keysOf } from "./registry";

/** The shortcut inside its button, if there is one. */
export function KeyHint({ of }: { readonly of: CommandId }): JSX.Element | null {
  const { keys } = usePreferences();
  const caps = written(keysOf(of), MAC);
  if (!keys || caps.length === 0) return null;
  return (
    <span class="key-hint" aria-hidden="true">
      {caps.join(" ")}
    </span>
  );
}
