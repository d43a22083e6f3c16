import type { JSX } from "preact";
import type { Card } from "../client";
import { safeUrl } from "./markdown/url";

/** What the shop's own server said, beside the answer. Its fields are the shop's: we show them as text, under the names that it gave them. */
export function Cards({ cards }: { cards: readonly Card[] | undefined }): JSX.Element | null {
  if (!cards?.length) return null;
  return (
    <>
      {cards.map((card, i) => (
        <dl class="card" key={`${card.type}${i}`}>
          {lines(card).map(([name, value]) => (
            <div key={name}>
              <dt dir="auto">{spoken(name)}</dt>
              <dd dir="auto">{linked(value)}</dd>
            </div>
          ))}
        </dl>
      ))}
    </>
  );
}

/** A currency stands behind its sums, not on a line of its own. */
export function lines(card: Card): readonly (readonly [string, string])[] {
  const { type, currency, ...fields } = card;
  return Object.entries(fields).map(([name, value]) => {
    const text = plain(value);
    return [name, typeof currency === "string" && isSum(name) ? `${text} ${currency}` : text];
  });
}

const isSum = (name: string): boolean => /total|price|amount|fee|sum/i.test(name);

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join("\n");
  if (value && typeof value === "object") return Object.values(value).map(plain).join(" · ");
  return String(value ?? "");
}

function spoken(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function linked(text: string): JSX.Element | string {
  const href = /^https?:/i.test(text) ? safeUrl(text) : null;
  return href ? (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {new URL(href).host}
    </a>
  ) : (
    text
  );
}
