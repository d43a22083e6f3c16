import type { JSX } from "preact";

const EXAMPLES: readonly (readonly [string, string])[] = [
  ["parcel lost", "both words, anywhere in a message"],
  ['"30 days"', "these words, in this order"],
  ["refund -shipping", "the one without the other"],
  ["refund or exchange", "the one or the other"],
];

export function Hints(): JSX.Element {
  return (
    <section class="card search-hints">
      <h2>What you can type</h2>
      <dl>
        {EXAMPLES.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd class="soft">{meaning}</dd>
          </div>
        ))}
      </dl>
      <p class="soft small">The newest come first. The address keeps your search: send it to a colleague.</p>
    </section>
  );
}
