/**
 * Markdown as a tree of plain data. Model and visitor text never becomes HTML; unknown syntax stays text. Images become
 * links, headings bold paragraphs.
 */
import { type Inline, inline, MAX_DEPTH } from "./inline";
import { tidy } from "./sloppy";
import { tableAt } from "./table";

export type Block =
  | { readonly kind: "paragraph" | "heading"; readonly body: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "quote"; readonly body: readonly Block[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    };

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const ITEM = /^( *)([-*+–•·▪●◦]|\d{1,9}[.)]) +(.*)$/;
const HEADING = /^ {0,3}#{1,6} +(.*)$/;
const QUOTE = /^ {0,3}> ?/;
const RULE = /^ {0,3}(?:([-*_])( *\1){2,}|={3,}) *$/;

/** `growing`: still being written, so emphasis and code open at the end are closed for now. */
export function parse(text: string, growing = false): readonly Block[] {
  return blocks(tidy(text), growing, 0);
}

function blocks(lines: readonly string[], growing: boolean, depth: number): Block[] {
  const found: Block[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length) found.push({ kind: "paragraph", body: inline(paragraph.join("\n"), growing) });
    paragraph = [];
  };
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] ?? "";
    const fence = FENCE.exec(line)?.[1];
    const heading = titleOf(line);
    // Last resort: it scans all rows below, which is expensive under many headings.
    const table = fence || heading ? null : tableAt(lines, i);
    if (fence) {
      flush();
      const end = closing(lines, i + 1, fence);
      found.push({ kind: "code", text: lines.slice(i + 1, end).join("\n") });
      i = end + 1;
    } else if (line.trim() === "" || RULE.test(line)) {
      flush();
      i++;
    } else if (heading) {
      flush();
      found.push({ kind: "heading", body: inline(heading, growing) });
      i++;
    } else if (table) {
      flush();
      found.push({ kind: "table", rows: table.rows.map(row => row.map(cell => inline(cell, growing))) });
      i = table.end;
    } else if (QUOTE.test(line) && depth < MAX_DEPTH) {
      flush();
      const from = i;
      while (QUOTE.test(lines[i] ?? "")) i++;
      const inner = lines.slice(from, i).map(l => l.replace(QUOTE, ""));
      found.push({ kind: "quote", body: blocks(inner, growing, depth + 1) });
    } else if (ITEM.test(line) && depth < MAX_DEPTH) {
      flush();
      i = list(lines, i, growing, depth, found);
    } else {
      paragraph.push(line);
      i++;
    }
  }
  flush();
  return found;
}

/** Removes closing signs of a title, only after a space: a long row would be expensive. */
function titleOf(line: string): string {
  return (HEADING.exec(line)?.[1] ?? "")
    .trimEnd()
    .replace(/(?<= |^)#+$/, "")
    .trimEnd();
}

function closing(lines: readonly string[], from: number, fence: string): number {
  for (let i = from; i < lines.length; i++) if ((lines[i] ?? "").trimStart().startsWith(fence)) return i;
  return lines.length;
}

function list(lines: readonly string[], from: number, growing: boolean, depth: number, out: Block[]): number {
  const first = ITEM.exec(lines[from] ?? "");
  const indent = first?.[1]?.length ?? 0;
  const ordered = /\d/.test(first?.[2] ?? "");
  const items: string[][] = [];
  let i = from;
  for (; i < lines.length; i++) {
    const line = lines[i] ?? "";
    const item = ITEM.exec(line);
    const at = item?.[1]?.length ?? line.length - line.trimStart().length;
    if (item && at <= indent + 1) {
      if (/\d/.test(item[2] ?? "") !== ordered || at < indent) break;
      items.push([item[3] ?? ""]);
    } else if (line.trim() === "") {
      const next = lines[i + 1] ?? "";
      const goesOn = ITEM.test(next) || /^ {2,}\S/.test(next);
      if (!goesOn) break;
      items.at(-1)?.push("");
    } else if (at > indent || lines[i - 1]?.trim() !== "") {
      items.at(-1)?.push(line.slice(Math.min(at, indent + 2)));
    } else break;
  }
  const start = ordered ? Number.parseInt(first?.[2] ?? "1", 10) : 1;
  out.push({ kind: "list", ordered, start, items: items.map(item => blocks(item, growing, depth + 1)) });
  return i;
}
