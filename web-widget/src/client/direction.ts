/**
 * By the majority of letters, not by the first one like `dir="auto"`: a notice may start with an agent's name in
 * another script.
 */
export function direction(text: string): "ltr" | "rtl" {
  const toTheLeft = text.match(/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g)?.length ?? 0;
  return toTheLeft * 2 > (text.match(/\p{L}/gu)?.length ?? 0) ? "rtl" : "ltr";
}
