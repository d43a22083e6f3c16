import type { JSX, RefObject } from "preact";
import type { Author, ConversationState } from "../api/types";
import { Marked } from "../kit/marked";
import { Ago } from "../kit/time";
import { href } from "../router";
import type { Hit } from "./use-results";

const AUTHORS: Readonly<Record<Author, string>> = {
  visitor: "Visitor",
  bot: "Bot",
  agent: "Agent",
  system: "Parley",
};

const STATES: Readonly<Record<ConversationState, readonly [string, string]>> = {
  with_bot: ["With the bot", ""],
  waiting: ["Waiting", "warn"],
  with_agent: ["With an agent", "accent"],
  closed: ["Closed", ""],
};

/** Each links to its message. */
export function Hits(props: {
  readonly hits: readonly Hit[];
  readonly busy: boolean;
  readonly box: RefObject<HTMLOListElement | null>;
}): JSX.Element {
  return (
    <ol ref={props.box} class="hits" aria-label="Results" aria-busy={props.busy}>
      {props.hits.map(hit => {
        const [state, kind] = STATES[hit.state];
        return (
          <li key={`${hit.conversation}-${hit.seq}`}>
            <a href={href("conversations", hit.conversation, hit.seq)}>
              <span class="hit-head">
                <strong dir="auto">{hit.name ?? AUTHORS[hit.author]}</strong>
                <span class={`badge ${kind}`}>{state}</span>
                <span class="soft small">
                  <Ago at={hit.at} />
                </span>
              </span>
              <span class="hit-text" dir="auto">
                <Marked text={hit.excerpt} marks={hit.marks} />
              </span>
            </a>
          </li>
        );
      })}
    </ol>
  );
}

/** Moves the focus among results; from outside to the first or last one. */
export function moveIn(box: HTMLElement | null, step: 1 | -1): boolean {
  const all = [...(box?.querySelectorAll("a") ?? [])];
  const at = all.indexOf(document.activeElement as HTMLAnchorElement);
  const next = at < 0 ? all.at(step > 0 ? 0 : -1) : all[at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return next !== undefined;
}
