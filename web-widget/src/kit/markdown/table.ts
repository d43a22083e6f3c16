/** GitHub's tables, which shops use for size charts. */

const BETWEEN = /^\|?( *:?-+:? *\|)+( *:?-+:?)?$/;

export interface Rows {
  readonly rows: readonly (readonly string[])[];
  /** The first line after the table. */
  readonly end: number;
}

/** The table with its head at line `from`; rows get as many cells as the head. */
export function tableAt(lines: readonly string[], from: number): Rows | null {
  const head = cells(lines[from] ?? "");
  const between = (lines[from + 1] ?? "").trim();
  if (!lines[from]?.includes("|") || cells(between).length !== head.length) return null;
  const ruled = BETWEEN.test(between);
  if (!ruled && !(head.length > 1 && isFramed(lines[from]) && isFramed(between))) return null;
  const rows = [head];
  let end = from + (ruled ? 2 : 1);
  for (; lines[end]?.includes("|"); end++) {
    const row = cells(lines[end] ?? "");
    rows.push(head.map((_, i) => row[i] ?? ""));
  }
  return { rows, end };
}

/** Models forget the delimiter line; bars at both ends suffice. */
const isFramed = (line = ""): boolean => /^\s*\|.*\|$/.test(line.trimEnd());

/** An escaped bar stays in its cell. */
function cells(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "")
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim());
}
