import type { JSX } from "preact";
import { encode } from "uqr";

const QUIET = 4;

/** Black on white in every theme, for cameras. */
export function Qr({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const { data, size } = encode(text, { ecc: "M", border: 0 });
  const side = size + 2 * QUIET;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path(data)} fill="#000" />
    </svg>
  );
}

/** One stroke per run of dark modules in a row. */
function path(rows: readonly (readonly boolean[])[]): string {
  const strokes: string[] = [];
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      const width = x - from + 1;
      strokes.push(`M${from + QUIET} ${y + QUIET}h${width}v1h-${width}z`);
    }
  });
  return strokes.join("");
}
