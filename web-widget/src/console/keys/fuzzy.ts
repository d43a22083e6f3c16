/** Fuzzy match: all letters in order, better at word starts and in runs. */
import type { Mark } from "../kit/marked";

interface Fit {
  readonly score: number;
  /** Positions of matched letters. */
  readonly at: readonly number[];
}

const WORD_START = 8;
const TOGETHER = 5;
const HERE = 1;

/** Null without a match. A blank query matches everything equally. */
export function fit(query: string, text: string): Fit | null {
  const wanted = [...fold(query).replace(/\s+/gu, "")];
  if (wanted.length === 0) return { score: 0, at: [] };
  const letters = [...fold(text)];
  if (letters.length !== [...text].length) return plain(wanted, letters);
  let best: Fit | null = null;
  // Tries every start: the first is often not the best ("go to the inbox" for "in").
  for (let start = 0; start < letters.length; start++) {
    if (letters[start] !== wanted[0]) continue;
    const greedy = walk(wanted, letters, start, false);
    if (!greedy) break;
    for (const found of [greedy, walk(wanted, letters, start, true)])
      if (found && (!best || found.score > best.score)) best = found;
  }
  return best;
}

/** With `leaps`, prefers word starts; such a leap may skip letters. */
function walk(
  wanted: readonly string[],
  letters: readonly string[],
  start: number,
  leaps: boolean,
): Fit | null {
  const at: number[] = [];
  let score = 0;
  let from = start;
  for (const letter of wanted) {
    const next = nearest(letters, letter, from, at.at(-1), leaps);
    if (next < 0) return null;
    const begins = starts(letters, next);
    score += HERE + (begins ? WORD_START : 0) + (next - 1 === at.at(-1) ? TOGETHER : 0);
    at.push(next);
    from = next + 1;
  }
  return { score: score - letters.length / 100, at };
}

/** The next letter of the run, else a later word's start, else anywhere. */
function nearest(
  letters: readonly string[],
  letter: string,
  from: number,
  last: number | undefined,
  leaps: boolean,
): number {
  if (last !== undefined && letters[last + 1] === letter) return last + 1;
  const any = letters.indexOf(letter, from);
  if (last === undefined || !leaps) return any;
  for (let i = any; i >= 0; i = letters.indexOf(letter, i + 1)) if (starts(letters, i)) return i;
  return any;
}

function starts(letters: readonly string[], at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(letters[at - 1] ?? "");
}

/** Case folding changed the number of letters (ligatures), so no marks. */
function plain(wanted: readonly string[], letters: readonly string[]): Fit | null {
  const found = walk(wanted, letters, Math.max(0, letters.indexOf(wanted[0] ?? "")), false);
  return found && { score: found.score, at: [] };
}

/** Ignores case and accents. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFC");
}

/** Best first; stable. */
export function ranked<T>(
  query: string,
  all: readonly T[],
  text: (one: T) => string,
): readonly (readonly [T, Fit])[] {
  return all
    .map(one => [one, fit(query, text(one))] as const)
    .filter((pair): pair is readonly [T, Fit] => pair[1] !== null)
    .sort((a, b) => b[1].score - a[1].score);
}

/** Merges neighbours; in UTF-16 units. */
export function marks(text: string, at: readonly number[]): readonly Mark[] {
  const offsets: number[] = [0];
  for (const letter of text) offsets.push((offsets.at(-1) ?? 0) + letter.length);
  const found: { from: number; until: number }[] = [];
  for (const place of at) {
    const from = offsets[place] ?? text.length;
    const until = offsets[place + 1] ?? text.length;
    const last = found.at(-1);
    if (last?.until === from) last.until = until;
    else found.push({ from, until });
  }
  return found;
}
