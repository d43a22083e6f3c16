import type { Source } from "../client";

/** The cited entries, else the best three. Keeps the text's numbers. */
export function cited(sources: readonly Source[], text: string): readonly (readonly [number, Source])[] {
  const all = sources.map((source, i) => [i + 1, source] as const);
  const named = all.filter(([n]) => text.includes(`[${n}]`));
  return named.length ? named : all.slice(0, 3);
}
