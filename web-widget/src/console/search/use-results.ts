import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { HitResponse } from "../api/console-rest";
import { ask, messageOf } from "../api/http";
import type { Items } from "../api/types";
import { type SearchQuery, toWire, writeQuery } from "./query";

export type Hit = HitResponse;

export interface Results {
  readonly items: readonly Hit[];
  readonly busy: boolean;
  readonly why: string | null;
  /** A search was made. */
  readonly asked: boolean;
  /** Null if there are no more. */
  readonly more: (() => void) | null;
  again(): void;
}

interface Found {
  readonly items: readonly Hit[];
  readonly next: string | null;
  readonly asked: boolean;
}

const NOTHING: Found = { items: [], next: null, asked: false };
const PAGE = 30;

/** Searches on a change of query; cancels the previous search and keeps its results until the next. */
export function useResults(query: SearchQuery): Results {
  const [found, setFound] = useState<Found>(NOTHING);
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const stop = useRef<AbortController | null>(null);
  const wanted = writeQuery(query);

  const load = useCallback(
    (cursor: string | null) => {
      stop.current?.abort();
      const mine = new AbortController();
      stop.current = mine;
      setBusy(true);
      setWhy(null);
      ask<Items<Hit>>("GET", "search", {
        query: { ...toWire(query), cursor, limit: PAGE },
        signal: mine.signal,
      })
        .then(page =>
          setFound(before => ({
            items: cursor ? [...before.items, ...page.items] : page.items,
            next: page.next_cursor,
            asked: true,
          })),
        )
        .catch(error => {
          if (!mine.signal.aborted) setWhy(messageOf(error));
        })
        .finally(() => mine === stop.current && setBusy(false));
    },
    [wanted],
  );

  useEffect(() => {
    if (query.q.trim() === "") {
      stop.current?.abort();
      setFound(NOTHING);
      setBusy(false);
      setWhy(null);
      return;
    }
    load(null);
    return () => stop.current?.abort();
  }, [load, round]);

  const { items, next, asked } = found;
  const more = next === null || busy ? null : () => load(next);
  return { items, busy, why, asked, more, again: () => setRound(n => n + 1) };
}
