/** Inserts an FAQ answer without leaving the conversation. */
import { Search, X } from "lucide";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Hit } from "../../api/faq";
import { ApiError, ask, messageOf } from "../../api/http";
import { Button } from "../../kit/button";
import { Icon } from "../../kit/icon";

const REST_MS = 250;

export function FaqSearch(props: {
  readonly locale: string | undefined;
  readonly onPick: (text: string) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const { hits, why } = useHits(words, props.locale);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => setAt(0), [hits]);
  const pick = (hit: Hit | undefined) => {
    if (!hit) return;
    props.onPick(hit.answer);
    props.onClose();
  };
  return (
    <div class="faq-search">
      <label class="find">
        <Icon of={Search} />
        <span class="sr">Look in the FAQ</span>
        <input
          ref={input}
          type="search"
          dir="auto"
          placeholder="Look in the FAQ"
          value={words}
          // biome-ignore lint/a11y/noRedundantRoles: without a datalist it is a search box only
          role="combobox"
          list={undefined}
          aria-expanded={hits.length > 0}
          aria-controls="faq-hits"
          aria-activedescendant={hits.length > 0 ? `faq-hit-${at}` : undefined}
          onInput={event => setWords(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === "ArrowDown") setAt(Math.min(hits.length - 1, at + 1));
            else if (event.key === "ArrowUp") setAt(Math.max(0, at - 1));
            else if (event.key === "Enter") pick(hits[at]);
            else if (event.key === "Escape") props.onClose();
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
        <Button kind="quiet" size="small" icon={X} label="Close the FAQ" onClick={props.onClose} />
      </label>
      <div id="faq-hits" role="listbox" aria-label="Entries" tabIndex={-1}>
        {why && <p class="soft">{why}</p>}
        {!why && words.trim() && hits.length === 0 && <p class="soft">Nothing in the FAQ fits.</p>}
        {hits.map((hit, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the search field's, which keeps the focus
          <div
            key={hit.id}
            id={`faq-hit-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            onClick={() => pick(hit)}
          >
            <strong dir="auto">{hit.question}</strong>
            <span class="soft two-lines" dir="auto">
              {hit.answer}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}

function useHits(
  words: string,
  locale: string | undefined,
): { readonly hits: readonly Hit[]; readonly why: string | null } {
  const [hits, setHits] = useState<readonly Hit[]>([]);
  const [why, setWhy] = useState<string | null>(null);
  useEffect(() => {
    if (!words.trim()) {
      setHits([]);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      ask<{ readonly items: readonly Hit[] }>("GET", "/faq/search", {
        query: { q: words, locale, limit: 6 },
        signal: stop.signal,
      }).then(
        found => {
          setHits(found.items);
          setWhy(null);
        },
        error => {
          if (stop.signal.aborted) return;
          const absent = error instanceof ApiError && error.status === 404;
          setWhy(absent ? "This Parley cannot search the FAQ from here yet." : messageOf(error));
        },
      );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [words, locale]);
  return { hits, why };
}
