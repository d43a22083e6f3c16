import type { JSX } from "preact";

/** In UTF-16 units, like JavaScript and the API. */
export interface Mark {
  readonly from: number;
  readonly until: number;
}

interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Splits at marks in any order, overlapping or out of range. */
export function pieces(text: string, marks: readonly Mark[]): readonly Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const { from, until } of [...marks].sort((a, b) => a.from - b.from)) {
    const start = Math.max(at, Math.min(from, text.length));
    const end = Math.min(until, text.length);
    if (end <= start) continue;
    if (start > at) cut.push({ text: text.slice(at, start), marked: false });
    cut.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) cut.push({ text: text.slice(at), marked: false });
  return cut;
}

/** Highlights parts of a text without parsing it as markup. */
export function Marked(props: { readonly text: string; readonly marks: readonly Mark[] }): JSX.Element {
  return (
    <>
      {pieces(props.text, props.marks).map((piece, i) =>
        piece.marked ? <mark key={i}>{piece.text}</mark> : <span key={i}>{piece.text}</span>,
      )}
    </>
  );
}
