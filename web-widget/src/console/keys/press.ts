/** What a press of a key means: pure, so that every rule of it can be tested. */

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
 * The press as the catalogue writes it, or null where it is none of our business. The sign that the key types counts, not
 * where it sits; only where it types no Latin letter (Arabic, Greek) does the place decide, or those agents had no keys.
 * `alt` never counts: on many layouts it types `@` or `[`.
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
  // Caps Lock must not make another command of it.
  return shiftKey ? typed.toUpperCase() : typed.toLowerCase();
}

export interface Pending {
  readonly key: string;
  readonly at: number;
}

export type Meaning<T> =
  | { readonly is: "nothing" }
  | { readonly is: "begun"; readonly pending: Pending }
  | { readonly is: "command"; readonly command: T };

export const PATIENCE_MS = 1_500;

/** Which of `bound` is meant by this key after the one that is pending, if any. */
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

/** Whether two commands cannot both be meant: the same keys, or one is the beginning of the other. */
export function clash(a: string, b: string): boolean {
  if (!a || !b) return false;
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}
