/** Tables as GitHub writes them: size charts are what shops need them for. */

const BETWEEN = /^\|?( *:?-+:? *\|)+( *:?-+:?)?$/;

export interface Rows {
  readonly rows: readonly (readonly string[])[];
  /** The first line behind the table. */
  readonly end: number;
}

/** The table whose head is line `from`; its lines have as many cells as the head, whatever they bring. */
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

/** Models forget the line below the head; bars at both ends tell a table without it. */
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
