/** Changes to a list on screen; `key` identifies items without an `id`. */
import type { Items } from "./types";

type Key<T> = (one: T) => string;

const idOf = <T>(one: T): string => (one as { readonly id: string }).id;

export function without<T>(list: Items<T>, gone: string, key: Key<T> = idOf): Items<T> {
  return { ...list, items: list.items.filter(one => key(one) !== gone) };
}

/** Replaces the item, or appends it. */
export function having<T>(list: Items<T>, one: T, key: Key<T> = idOf): Items<T> {
  const replaces = (other: T) => key(other) === key(one);
  const there = list.items.some(replaces);
  return {
    ...list,
    items: there ? list.items.map(other => (replaces(other) ? one : other)) : [...list.items, one],
  };
}

export function sorted<T>(list: Items<T>, by: (one: T) => string): Items<T> {
  return { ...list, items: [...list.items].sort((a, b) => by(a).localeCompare(by(b))) };
}
