/** Markdown as plain text for screen readers. */
import type { Inline } from "./inline";
import { type Block, parse } from "./parse";

/** Read once, when the answer is complete. */
export function plainText(text: string): string {
  const words = (nodes: readonly Inline[]): string =>
    nodes
      .map(n => ("text" in n ? n.text : "body" in n ? words(n.body) : n.kind === "break" ? " " : ""))
      .join("");
  const all = (found: readonly Block[]): string =>
    found
      .map(b =>
        b.kind === "code"
          ? b.text
          : b.kind === "list"
            ? b.items.map(all).join(". ")
            : b.kind === "quote"
              ? all(b.body)
              : b.kind === "table"
                ? b.rows.map(row => row.map(words).join(", ")).join(". ")
                : words(b.body),
      )
      .join(" ");
  return all(parse(text));
}
