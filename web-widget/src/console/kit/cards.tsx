import type { JSX } from "preact";
import type { Card } from "../../client";
import { lines, spoken } from "../../kit/card-lines";
import { webUrl } from "../../kit/markdown/url";

/** The shop's data beside an answer, as text under the shop's names. */
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

function linked(text: string): JSX.Element | string {
  const href = webUrl(text);
  return href ? (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {new URL(href).host}
    </a>
  ) : (
    text
  );
}
