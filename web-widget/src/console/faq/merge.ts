/** A three-way merge if somebody else saved the entry. */
import { same } from "../kit/same";
import type { Draft } from "./draft";

export type FieldName = keyof Draft;
export type Side = "mine" | "theirs";

export interface Difference {
  readonly field: FieldName;
  readonly base: Draft[FieldName];
  readonly mine: Draft[FieldName];
  readonly theirs: Draft[FieldName];
  /** Both changed it differently. */
  readonly clash: boolean;
}

export const FIELDS: readonly (readonly [FieldName, string])[] = [
  ["question", "Question"],
  ["variants", "Other wordings"],
  ["answer", "Answer"],
  ["locale", "Language"],
  ["products", "Products"],
  ["tags", "Tags"],
  ["url", "Link"],
  ["status", "Status"],
  ["valid_from", "Valid from"],
  ["valid_until", "Valid until"],
];

/** Fields that differ between mine and theirs. */
export function differences(base: Draft, mine: Draft, theirs: Draft): readonly Difference[] {
  return FIELDS.filter(([field]) => !same(mine[field], theirs[field])).map(([field]) => ({
    field,
    base: base[field],
    mine: mine[field],
    theirs: theirs[field],
    clash: !same(mine[field], base[field]) && !same(theirs[field], base[field]),
  }));
}

/** The side that changed it; mine if both did. */
export function suggested(difference: Difference): Side {
  return same(difference.mine, difference.base) ? "theirs" : "mine";
}

export function merged(mine: Draft, theirs: Draft, sides: Readonly<Partial<Record<FieldName, Side>>>): Draft {
  const taken = FIELDS.filter(([field]) => sides[field] === "theirs").map(([field]) => [
    field,
    theirs[field],
  ]);
  return { ...mine, ...Object.fromEntries(taken) };
}
