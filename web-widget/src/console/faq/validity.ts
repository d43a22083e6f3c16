import type { Entry } from "../api/faq";

interface Validity {
  readonly text: string;
  readonly kind: "info" | "bad";
}

/** Null while in force without an end in sight. */
export function validity(entry: Pick<Entry, "valid_from" | "valid_until">, now: number): Validity | null {
  const day = (at: string) =>
    new Date(at).toLocaleDateString(undefined, { day: "numeric", month: "short", year: "numeric" });
  if (entry.valid_until && Date.parse(entry.valid_until) <= now)
    return { text: `Ended ${day(entry.valid_until)}`, kind: "bad" };
  if (entry.valid_from && Date.parse(entry.valid_from) > now)
    return { text: `From ${day(entry.valid_from)}`, kind: "info" };
  if (entry.valid_until) return { text: `Until ${day(entry.valid_until)}`, kind: "info" };
  return null;
}
