/** Parses link targets by hand: a regular expression with three adjacent runs of spaces takes cubic time. */

export interface Target {
  readonly url: string;
  readonly end: number;
}

/** Longer titles and addresses are none. */
const LONGEST_TITLE = 300;
const LONGEST_URL = 2_048;
const TITLE = /^\s{0,9}(["'(][^\n]*?["')]\s{0,9})?\)/;
const PAIRS: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
/** Characters outside addresses: spaces, other syntax, other scripts' punctuation. */
const OUTSIDE =
  /[\s<>"'`“”‘’«»„…\u060c\u061b\u061f\u06d4\u0964\u3000-\u303f\u30fb\ufe10-\ufe6f\uff00-\uff65]/;
const LAST = /[.,;:!?*_~([{\\|]/;

/** The end of a bare address from `from`: before an unmatched closing bracket and final punctuation. */
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

/** `(address)`, `(<address>)` or `(address "title")` from `from`, after a link's label. */
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
