/** Interprets key presses. Pure. */

export interface Press {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const SPOKEN: Readonly<Record<string, string>> = {
  " ": "space",
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/**
 * The press in the catalogue's notation, or null. Goes by the typed character; by position only if that is no Latin
 * letter (Arabic, Greek). Ignores `alt`, which types `@` or `[` on many layouts.
 */
export function named(press: Press): string | null {
  if (press.altKey || ["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock", "Dead"].includes(press.key))
    return null;
  const key = sign(press);
  if (!press.ctrlKey && !press.metaKey) return key;
  return press.ctrlKey && press.metaKey ? null : `mod+${key.toLowerCase()}`;
}

function sign({ key, code, shiftKey }: Press): string {
  if (key.length > 1 || key === " ") return (SPOKEN[key] ?? key).toLowerCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const typed = key > "\u024f" && letter ? letter : key;
  // Caps Lock must not select another command.
  return shiftKey ? typed.toUpperCase() : typed.toLowerCase();
}

export interface Pending {
  readonly key: string;
  readonly at: number;
}

type Meaning<T> =
  | { readonly is: "nothing" }
  | { readonly is: "begun"; readonly pending: Pending }
  | { readonly is: "command"; readonly command: T };

export const PATIENCE_MS = 1_500;

/** The command for this key after a pending one. */
export function meaning<T>(
  key: string,
  now: number,
  pending: Pending | null,
  bound: readonly { readonly keys: string; readonly command: T }[],
): Meaning<T> {
  if (pending && now - pending.at <= PATIENCE_MS) {
    const both = bound.find(one => one.keys === `${pending.key} ${key}`);
    if (both) return { is: "command", command: both.command };
  }
  const alone = bound.find(one => one.keys === key);
  if (alone) return { is: "command", command: alone.command };
  if (bound.some(one => one.keys.startsWith(`${key} `))) return { is: "begun", pending: { key, at: now } };
  return { is: "nothing" };
}

/** True if one is equal to, or a prefix of, the other. */
export function clash(a: string, b: string): boolean {
  if (!a || !b) return false;
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}
