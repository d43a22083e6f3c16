import { Lightbulb, Sparkles } from "lucide";
import type { JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { ask } from "../api/http";
import { useTask } from "../api/use";
import { Button } from "../kit/button";
import { Empty, Notice } from "../kit/states";
import { href } from "../router";
import { alsoFound, gain, isClear, origin, type Proposal, type Proposals, remedy, why } from "./proposals";

/** Proposals for a saved entry. The ticked ones are saved with the entry. */
export function Propose(props: {
  /** Null while unsaved. */
  readonly entry: string | null;
  readonly dirty: boolean;
  readonly known: readonly string[];
  /** Starts by itself, since the previous page asked for it. */
  readonly atOnce: boolean;
  readonly onTake: (wordings: readonly string[]) => void;
}): JSX.Element {
  const { entry, known } = props;
  const [found, setFound] = useState<Proposals | null>(null);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const { busy, why: failed, run } = useTask();
  const panel = useRef<HTMLElement>(null);
  const begin = () => {
    setFound(null);
    void run(async () => {
      const now = await ask<Proposals>("POST", `/faq/entries/${entry}/wordings`);
      setFound(now);
      setTicked(now.items.filter(isClear).map(one => one.text));
    });
  };
  useEffect(() => {
    if (!props.atOnce || !entry) return;
    begin();
    panel.current?.scrollIntoView({ block: "center" });
  }, [entry]);
  const left = found ? found.items.filter(one => !known.includes(one.text)) : [];
  const taken = left.filter(one => ticked.includes(one.text)).map(one => one.text);
  const close = () => setFound(null);
  return (
    <section ref={panel} class="stack tight proposals" aria-label="Proposed wordings">
      <div class="row wrap">
        <Button size="small" icon={Sparkles} busy={busy} disabled={!entry} onClick={begin}>
          {found ? "Propose again" : "Propose wordings"}
        </Button>
        <span class="soft small">
          {entry
            ? "From customers' questions and, where one is set up, from a model."
            : "Save the entry first: proposals are made for what is saved."}
        </span>
      </div>
      <div aria-live="polite" class="stack tight">
        {busy && (
          <div class="card stack tight">
            <span class="soft small" role="status">
              Thinking of wordings, and trying each with the search. This takes some seconds.
            </span>
            <div class="bones" aria-hidden="true">
              <i />
              <i />
              <i />
            </div>
          </div>
        )}
        {failed && (
          <Notice kind="bad">
            {failed}{" "}
            <Button size="small" onClick={begin}>
              Try again
            </Button>
          </Notice>
        )}
        {found && !busy && (
          <div class="card stack">
            <ProposalError found={found} onAgain={begin} />
            {props.dirty && <p class="soft small">Made for what is saved, without your changes.</p>}
            {left.length === 0 ? (
              <Empty
                icon={Lightbulb}
                title={found.items.length ? "All of them are taken" : "Nothing to propose"}
              >
                <p>
                  {found.items.length
                    ? "Save the entry to have the search know them."
                    : "No customer has asked in vain for what this entry answers."}
                </p>
              </Empty>
            ) : (
              <ul class="stack">
                {left.map(one => (
                  <Item
                    key={one.text}
                    one={one}
                    checked={ticked.includes(one.text)}
                    onChange={on =>
                      setTicked(now => (on ? [...now, one.text] : now.filter(text => text !== one.text)))
                    }
                  />
                ))}
              </ul>
            )}
            <div class="row wrap">
              {left.length > 0 && (
                <Button
                  kind="primary"
                  size="small"
                  disabled={taken.length === 0}
                  onClick={() => props.onTake(taken)}
                >
                  {taken.length === 0
                    ? "Tick what fits"
                    : `Add ${taken.length} ${taken.length === 1 ? "wording" : "wordings"}`}
                </Button>
              )}
              <Button size="small" onClick={close}>
                Close
              </Button>
              {found.cost && Number(found.cost) > 0 && (
                <span class="soft small nums">Cost of the proposal: {found.cost}</span>
              )}
            </div>
          </div>
        )}
      </div>
    </section>
  );
}

function ProposalError({
  found,
  onAgain,
}: {
  readonly found: Proposals;
  readonly onAgain: () => void;
}): JSX.Element | null {
  const text = why(found);
  if (!text) return null;
  const way = remedy(found.trouble);
  return (
    <Notice kind={found.trouble === "no_model" ? "info" : "warn"}>
      {text}{" "}
      {way ? (
        <a href={href("settings", way.page)}>{way.text}</a>
      ) : (
        <Button size="small" onClick={onAgain}>
          Try again
        </Button>
      )}
    </Notice>
  );
}

function Item(props: {
  readonly one: Proposal;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}): JSX.Element {
  const { one } = props;
  const id = useId();
  const more = alsoFound(one);
  return (
    <li class="check">
      <input
        id={id}
        type="checkbox"
        checked={props.checked}
        aria-describedby={`${id}-about`}
        onChange={event => props.onChange(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>
          <bdi>{one.text}</bdi>
        </label>
        <div id={`${id}-about`} class="small soft">
          {one.taken_by && (
            <div class="conflict">
              Answered today from{" "}
              <a href={href("faq", one.taken_by.id)}>
                <bdi>{one.taken_by.question}</bdi>
              </a>
              : here it would be taken from there.
            </div>
          )}
          {gain(one) && <div class={isClear(one) ? "gains" : undefined}>{gain(one)}</div>}
          {more && <div class="gains">{more}</div>}
          <div>{origin(one)}.</div>
        </div>
      </div>
    </li>
  );
}
