/** What the bot would find, and whether it would answer. */
import { FlaskConical, SearchX } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Found, Hit } from "../api/faq";
import { ask } from "../api/http";
import { useTask } from "../api/use";
import { Button } from "../kit/button";
import { Select, TextField } from "../kit/field";
import { languageName } from "../kit/languages";
import { Meter } from "../kit/meter";
import { Empty, Notice } from "../kit/states";
import { href } from "../router";

const percent = (share: number): string => `${Math.round(share * 100)} %`;

export function TestPanel(props: {
  readonly locales: readonly string[];
  /** The edited entry, to mark it among matches. */
  readonly own?: string;
  /** Unsaved: the search does not know the change yet. */
  readonly dirty?: boolean;
  readonly suggestion?: string;
  readonly autofocus?: boolean;
}): JSX.Element {
  const [question, setQuestion] = useState("");
  const [locale, setLocale] = useState("");
  const [found, setFound] = useState<Found | null>(null);
  const { busy, why, run } = useTask();
  const test = (text: string) => {
    const q = text.trim();
    if (q) void run(async () => setFound(await ask<Found>("GET", "/faq/search", { query: { q, locale } })));
  };
  return (
    <section class="card test" aria-label="Test a question">
      <form
        class="stack tight"
        onSubmit={event => {
          event.preventDefault();
          test(question);
        }}
      >
        <TextField
          label="Test a question"
          placeholder="Ask as a customer would"
          value={question}
          onInput={setQuestion}
          maxLength={500}
          autofocus={props.autofocus ?? false}
        />
        <div class="row">
          {props.locales.length > 1 && (
            <Select
              label="Language of the entries"
              bare
              value={locale}
              options={[["", "Any language"], ...props.locales.map(tag => [tag, languageName(tag)] as const)]}
              onChange={setLocale}
            />
          )}
          <Button type="submit" icon={FlaskConical} busy={busy}>
            Test
          </Button>
        </div>
        {props.suggestion && !question && (
          <Button
            size="small"
            kind="quiet"
            onClick={() => {
              setQuestion(props.suggestion ?? "");
              test(props.suggestion ?? "");
            }}
          >
            Try “{props.suggestion.slice(0, 40)}”
          </Button>
        )}
      </form>
      {why && <Notice kind="bad">{why}</Notice>}
      {props.dirty && found && (
        <p class="soft small">Tested with what is saved. Save to see your change count.</p>
      )}
      <div aria-live="polite">{found && <Result found={found} own={props.own} />}</div>
    </section>
  );
}

function Result({ found, own }: { readonly found: Found; readonly own: string | undefined }): JSX.Element {
  const best = found.items[0];
  if (!best) {
    return (
      <Empty icon={SearchX} title="Nothing comes near">
        <p>The bot would say that it does not know, and offer a person.</p>
      </Empty>
    );
  }
  const answers = found.items.filter(hit => hit.verdict === "answer").length;
  return (
    <div class="stack tight">
      <p class={answers ? "verdict good" : "verdict bad"}>
        {answers
          ? `It would answer from ${answers === 1 ? "one entry" : `${answers} entries`}.`
          : "No answer: nothing is near enough. The bot would offer a person."}
      </p>
      <ol class="test-hits">
        {found.items.map(hit => (
          <HitRow key={hit.id} hit={hit} own={hit.id === own} />
        ))}
      </ol>
      {found.floor && (
        <p class="soft small">
          An entry counts from {percent(found.floor.cosine)} likeness of its nearest wording on, if it stands
          out from the others by {percent(found.floor.confidence)}. Your FAQ taught that.
        </p>
      )}
    </div>
  );
}

function HitRow({ hit, own }: { readonly hit: Hit; readonly own: boolean }): JSX.Element {
  const sure = hit.verdict === "answer";
  return (
    <li class={own ? "own" : undefined}>
      <div class="spread">
        {own ? (
          <strong dir="auto">{hit.question}</strong>
        ) : (
          <a href={href("faq", hit.id)} dir="auto">
            {hit.question}
          </a>
        )}
        {sure ? <span class="badge accent">answer</span> : <span class="badge">weak</span>}
      </div>
      <div class="row">
        <Meter label="Score" share={hit.score} kind={sure ? "accent" : "soft"} />
        <span class="small nums soft">{hit.score.toFixed(2)}</span>
      </div>
      {own && <span class="small soft">This entry</span>}
    </li>
  );
}
