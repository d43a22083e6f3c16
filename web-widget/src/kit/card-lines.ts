/** The shop's data beside an answer as pairs of name and text. */
import type { Card } from "../client/visitor-frames";

/** A currency follows its amounts instead of having its own line. */
export function lines(card: Card): readonly (readonly [string, string])[] {
  const { type, currency, ...fields } = card;
  return Object.entries(fields).map(([name, value]) => {
    const text = plain(value);
    return [name, typeof currency === "string" && isSum(name) ? `${text} ${currency}` : text];
  });
}

export function spoken(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const isSum = (name: string): boolean => /total|price|amount|fee|sum/i.test(name);

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join("\n");
  if (value && typeof value === "object") return Object.values(value).map(plain).join(" · ");
  return String(value ?? "");
}
