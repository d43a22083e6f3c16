/** Adds the spaces that models forget in lists and headings, line by line. */

const GLUED_ITEM = /^(\s*)(-|[•·▪●◦]|\d{1,2}[.)])(?=[\p{L}*_"“„«¿¡(])/u;
const GLUED_HEADING = /^( {0,3}#{2,6})(?=[^#\s])/;

export function tidy(text: string): readonly string[] {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map(line => line.replace(/^[\t ]+/, lead => lead.replaceAll("\t", "    ")));
  let code = false;
  const kinds = lines.map(line => {
    if (/^ {0,3}(```|~~~)/.test(line)) code = !code;
    return code ? null : GLUED_ITEM.exec(line)?.[2]?.replace(/\d+/, "1");
  });
  return lines.map((line, i) => {
    // A single one may be anything: `-fach`, `3.Mai`. Bullets are certain.
    const kind = kinds[i];
    if (kind === null) return line;
    const item = kind && (kinds[i - 1] === kind || kinds[i + 1] === kind || /[•·▪●◦]/.test(kind));
    return item ? line.replace(GLUED_ITEM, "$1$2 ") : line.replace(GLUED_HEADING, "$1 ");
  });
}
