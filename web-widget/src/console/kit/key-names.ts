/** Keys as people read them. */

const WRITTEN: Readonly<Record<string, string>> = {
  enter: "Enter",
  escape: "Esc",
  space: "Space",
  up: "↑",
  down: "↓",
  left: "←",
  right: "→",
  backspace: "⌫",
  delete: "Del",
  tab: "Tab",
};

/** `mod+k` as `["⌘ K"]` on a Mac, `g i` as `["G", "I"]`. */
export function written(keys: string, mac: boolean): readonly string[] {
  return keys
    .split(" ")
    .filter(Boolean)
    .map(one => {
      const chord = one.startsWith("mod+");
      const key = chord ? one.slice(4) : one;
      const shown = WRITTEN[key] ?? (key.length > 1 ? key.toUpperCase() : capital(key));
      return chord ? `${mac ? "⌘" : "Ctrl"} ${shown}` : shown;
    });
}

function capital(key: string): string {
  const upper = key.toUpperCase();
  return key === upper && upper !== key.toLowerCase() ? `⇧ ${upper}` : upper;
}
