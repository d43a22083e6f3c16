import type { JSX } from "preact";
import { written } from "./key-names";

export const MAC = /mac|iphone|ipad/i.test(navigator.platform);

export function Caps({ keys }: { readonly keys: string }): JSX.Element {
  return (
    <span class="caps" dir="ltr">
      {written(keys, MAC).map((cap, i) => (
        <kbd key={i} class="key">
          {cap}
        </kbd>
      ))}
    </span>
  );
}
