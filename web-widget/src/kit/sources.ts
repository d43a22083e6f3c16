import type { Source } from "../client";

/** The entries that the text cites; where it cites none, the best three. Numbers stay those of the text. */
export function cited(sources: readonly Source[], text: string): readonly (readonly [number, Source])[] {
  const all = sources.map((source, i) => [i + 1, source] as const);
  const named = all.filter(([n]) => text.includes(`[${n}]`));
  return named.length ? named : all.slice(0, 3);
}
