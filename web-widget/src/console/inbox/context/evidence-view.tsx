/** Evidence of an answer: entries with scores, prompt, model, cost. */
import type { JSX } from "preact";
import type { Evidence } from "../../api/types";
import { languageName } from "../../kit/languages";
import { Notice } from "../../kit/states";
import { href } from "../../router";

export function EvidenceView({ of }: { readonly of: Evidence }): JSX.Element {
  return (
    <>
      {of.model_error && <Notice kind="warn">The model did not answer: {of.model_error}</Notice>}
      {of.invented && of.invented.length > 0 && (
        <Notice kind="warn">Stands in no source, so it was not shown: {of.invented.join(", ")}</Notice>
      )}
      {of.understood && <Understanding of={of.understood} />}
      <section>
        <h3>FAQ entries</h3>
        {of.entries.length === 0 && <p class="soft">Nothing in the FAQ was near the question.</p>}
        <ol class="evidence-entries">
          {of.entries.map(entry => (
            <li key={entry.id} class={entry.verdict === "answer" ? undefined : "weak"}>
              <a href={href("faq", entry.id)} dir="auto">
                {entry.question}
              </a>
              <span class="score">
                <i style={{ inlineSize: `${Math.round(Math.max(0, Math.min(1, entry.score)) * 100)}%` }} />
              </span>
              <span class="nums soft">{entry.score.toFixed(2)}</span>
              {entry.verdict !== "answer" && <span class="badge">too weak to answer from</span>}
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h3>How it was answered</h3>
        <dl class="facts">
          {facts(of).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd class="nums">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {of.prompt && of.prompt.length > 0 && (
        <section>
          <details class="prompt">
            <summary>
              <span class="row">
                Prompt <span class="soft">{of.prompt.length} messages</span>
              </span>
            </summary>
            {of.prompt.map((message, i) => (
              <div key={i}>
                <span class="badge">{message.role}</span>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long prompt scrolls, also without a mouse */}
                <pre dir="auto" tabIndex={0}>
                  {message.text}
                </pre>
              </div>
            ))}
          </details>
        </section>
      )}
    </>
  );
}

function Understanding({ of }: { readonly of: NonNullable<Evidence["understood"]> }): JSX.Element {
  return (
    <>
      <section>
        <h3>Understood as</h3>
        <p>
          {WANTS[of.wants] ?? of.wants}, in {languageName(of.language, "en")}
        </p>
      </section>
      {of.searched_for && (
        <section>
          <h3>Searched for</h3>
          <p>
            <bdi>{of.searched_for}</bdi>
          </p>
          <p class="soft">{PUT_BY[of.by ?? ""] ?? ""}</p>
          {of.corrections && of.corrections.length > 0 && (
            <ul class="corrections" aria-label="Corrected">
              {of.corrections.map(one => (
                <li key={one.typed}>
                  <del>
                    <bdi>{one.typed}</bdi>
                  </del>{" "}
                  →{" "}
                  <ins>
                    <bdi>{one.meant}</bdi>
                  </ins>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  );
}

const WANTS: Readonly<Record<string, string>> = {
  question: "A question",
  greeting: "A greeting",
  thanks: "Thanks",
  goodbye: "A goodbye",
  acknowledgement: "An “ok”",
  person: "A request for a person",
  yes: "A yes to the bot's offer",
  no: "A no to the bot's offer",
};

/** Origin of the searched wording. */
const PUT_BY: Readonly<Record<string, string>> = {
  context: "Together with the question before it",
  spelling: "Typing errors mended",
  model: "As a model put it",
};

function facts(of: Evidence): readonly (readonly [string, string])[] {
  const seconds = (ms: number | undefined) => (ms === undefined ? null : `${(ms / 1_000).toFixed(2)} s`);
  const about = of.tokens_estimated ? "about " : "";
  const all: readonly (readonly [string, string | null])[] = [
    ["Model", of.model ?? "None: the FAQ's own words"],
    ["Attempts", of.model ? String(of.model_attempts) : null],
    [
      "Tokens",
      of.model
        ? `${about}${of.prompt_tokens.toLocaleString()} in, ${of.answer_tokens.toLocaleString()} out`
        : null,
    ],
    ["Price", costOf(of.cost)],
    ["First words after", seconds(of.first_text_millis)],
    ["All after", seconds(of.total_millis)],
    ["Request", of.model_request_id ?? null],
  ];
  return all.filter((fact): fact is readonly [string, string] => fact[1] !== null);
}

function costOf(cost: unknown): string | null {
  if (typeof cost === "string" || typeof cost === "number") return String(cost);
  if (typeof cost !== "object" || cost === null) return null;
  const { amount, currency } = cost as { readonly amount?: unknown; readonly currency?: unknown };
  return amount === undefined ? JSON.stringify(cost) : [amount, currency].filter(Boolean).join(" ");
}
