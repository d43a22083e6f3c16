/** A paged list. */
import { useCallback, useRef } from "preact/hooks";
import { ask, type RequestOptions } from "./http";
import type { Items } from "./types";
import { type Load, type Task, useLoad, useTask } from "./use";

export interface Pages<T> {
  readonly first: Load<Items<T>>;
  readonly more: Task;
  /** Appends the next page. */
  next(): void;
}

export function usePages<T>(path: string, query: NonNullable<RequestOptions["query"]>): Pages<T> {
  const key = `${path}?${JSON.stringify(query)}`;
  const now = useRef(key);
  now.current = key;
  const first = useLoad<Items<T>>(signal => ask("GET", path, { query, signal }), [key]);
  const more = useTask();
  const cursor = first.state.is === "here" ? first.state.value.next_cursor : null;
  const next = useCallback(() => {
    void more.run(async () => {
      const page = await ask<Items<T>>("GET", path, { query: { ...query, cursor } });
      // The filter has changed: a page of another list.
      if (now.current === key)
        first.set(here => ({ items: [...here.items, ...page.items], next_cursor: page.next_cursor }));
    });
  }, [key, cursor]);
  return { first, more, next };
}
