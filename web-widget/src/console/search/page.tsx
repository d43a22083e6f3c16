import { Search, SearchX, TriangleAlert } from "lucide";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useKeys } from "../keys/registry";
import { Button } from "../kit/button";
import { Icon } from "../kit/icon";
import { Page } from "../kit/page";
import { Bones, Empty } from "../kit/states";
import { go, href, type PageProps } from "../router";
import { Filters } from "./filters";
import { Hints } from "./hints";
import { Hits, moveIn } from "./hits";
import { filters, readQuery, type SearchQuery, writeQuery } from "./query";
import { type Results, useResults } from "./use-results";

const TYPING_MS = 220;

/** The query is in the address, for sharing and Back. */
export function SearchPage({ place }: PageProps): JSX.Element {
  const query = readQuery(place.query);
  const results = useResults(query);
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLOListElement>(null);
  const [text, setText] = useTyped(query);
  useEffect(() => input.current?.focus(), []);
  useKeys({
    "search.focus": () => input.current?.select(),
    "search.next": () => void moveIn(box.current, 1),
    "search.previous": () => void (moveIn(box.current, -1) || input.current?.focus()),
  });
  return (
    <Page title="Search" about="What was said in any conversation.">
      <search
        class="stack"
        onKeyDown={event => {
          if (event.key !== "ArrowDown" || event.target !== input.current) return;
          if (moveIn(box.current, 1)) event.preventDefault();
        }}
      >
        <div class="search-box">
          <Icon of={Search} />
          <input
            ref={input}
            class="input"
            type="search"
            aria-label="Words that were said"
            placeholder={'Words, "a phrase", -without'}
            autocomplete="off"
            dir="auto"
            maxLength={200}
            value={text}
            onInput={event => setText(event.currentTarget.value)}
          />
          {results.busy && <span class="spinner" />}
        </div>
        <Filters query={query} onChange={change => put({ ...query, ...change, q: text.trim() })} />
      </search>
      <p class="sr" role="status">
        {statusOf(results)}
      </p>
      <Found results={results} query={query} box={box} onArrow={step => moveIn(box.current, step)} />
    </Page>
  );
}

function put(query: SearchQuery): void {
  const search = writeQuery(query);
  go(search ? `${href("search")}?${search}` : href("search"), "replace");
}

/** The typed text, applied to the address after a pause, and replaced by a query from elsewhere. */
function useTyped(query: SearchQuery): [string, (text: string) => void] {
  const [text, setText] = useState(query.q);
  const typed = useRef(query.q);
  useEffect(() => {
    if (query.q === typed.current.trim()) return;
    typed.current = query.q;
    setText(query.q);
  }, [query.q]);
  useEffect(() => {
    if (text.trim() === query.q) return;
    const timer = setTimeout(() => put({ ...query, q: text.trim() }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return [
    text,
    next => {
      typed.current = next;
      setText(next);
    },
  ];
}

function statusOf({ asked, busy, items, more }: Results): string {
  if (!asked || busy) return "";
  if (items.length === 0) return "Nothing found.";
  return `${items.length}${more ? " or more" : ""} found.`;
}

function Found(props: {
  readonly results: Results;
  readonly query: SearchQuery;
  readonly box: Parameters<typeof Hits>[0]["box"];
  readonly onArrow: (step: 1 | -1) => boolean;
}): JSX.Element {
  const { results, query } = props;
  if (results.why) {
    return (
      <Empty icon={TriangleAlert} title="The search did not work">
        <p>{results.why}</p>
        <Button onClick={results.again}>Try again</Button>
      </Empty>
    );
  }
  if (!results.asked) return results.busy ? <Bones lines={6} /> : <Hints />;
  if (results.items.length === 0) {
    return (
      <Empty icon={SearchX} title="Nothing found">
        <p>
          Whole words are found, in any form that the language gives them.{" "}
          {filters(query) > 0 ? "Fewer filters find more." : "Fewer words find more."}
        </p>
      </Empty>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move among the links inside
    <div
      class={results.busy ? "found busy" : "found"}
      onKeyDown={event => {
        const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
        if (step !== null && props.onArrow(step)) event.preventDefault();
      }}
    >
      <Hits hits={results.items} busy={results.busy} box={props.box} />
      {results.more && (
        <div class="found-more">
          <Button onClick={results.more}>Show more</Button>
        </div>
      )}
    </div>
  );
}
