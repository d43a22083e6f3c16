/**
 * By most of its letters, not by the first of them as `dir="auto"` does: a notice that begins with an agent's name is still in
 * the language of all its other words.
 */
export function direction(text: string): "ltr" | "rtl" {
  const toTheLeft = text.match(/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g)?.length ?? 0;
  return toTheLeft * 2 > (text.match(/\p{L}/gu)?.length ?? 0) ? "rtl" : "ltr";
}
