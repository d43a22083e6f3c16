/**
 * Where links lead and where they end, character by character: a pattern with three runs of blanks beside each other takes
 * the cube of their length to find out that it does not fit.
 */

export interface Target {
  readonly url: string;
  readonly end: number;
}

/** A title longer than this is none, nor is an address. */
const LONGEST_TITLE = 300;
const LONGEST_URL = 2_048;
const TITLE = /^\s{0,9}(["'(][^\n]*?["')]\s{0,9})?\)/;
const PAIRS: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
/** What no address contains: blanks, marks of other syntax, and the punctuation of scripts that have their own. */
const OUTSIDE =
  /[\s<>"'`“”‘’«»„…\u060c\u061b\u061f\u06d4\u0964\u3000-\u303f\u30fb\ufe10-\ufe6f\uff00-\uff65]/;
const LAST = /[.,;:!?*_~([{\\|]/;

/** The end of an address that stands in the text from `from`: before what closes a bracket that it did not open, and before punctuation. */
export function endOfUrl(text: string, from: number): number {
  const open: string[] = [];
  let end = from;
  for (; end < text.length; end++) {
    const c = text[end] as string;
    if (OUTSIDE.test(c)) break;
    if (c === "(" || c === "[" || c === "{") open.push(c);
    else if (PAIRS[c] && open.pop() !== PAIRS[c]) break;
  }
  while (end > from && LAST.test(text[end - 1] as string)) end--;
  return end;
}

/** `(address)`, `(<address>)` or `(address "title")` from `from`, where a link's label has just ended. */
export function targetAt(text: string, from: number): Target | null {
  if (text[from] !== "(") return null;
  let i = from + 1;
  while (text[i] === " " || text[i] === "\n") i++;
  const angle = text[i] === "<";
  if (angle) i++;
  const start = i;
  let depth = 0;
  for (; i < Math.min(text.length, start + LONGEST_URL); i++) {
    const c = text[i] as string;
    if (c === "<" || c === ">" || c <= " ") break;
    if (c === "(") depth++;
    else if (c === ")" && --depth < 0) break;
  }
  const url = text.slice(start, i);
  if (angle && text[i] === ">") i++;
  const rest = TITLE.exec(text.slice(i, i + LONGEST_TITLE));
  return rest && { url, end: i + rest[0].length };
}
