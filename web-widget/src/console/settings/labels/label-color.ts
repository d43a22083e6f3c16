import { contrast, rgb } from "../../../kit/color";

/** Ten distinguishable colours, visible on light and dark. */
export const PALETTE: readonly (readonly [string, string])[] = [
  ["#c2453d", "Red"],
  ["#b4651b", "Orange"],
  ["#8f7a14", "Ochre"],
  ["#5f862b", "Olive"],
  ["#2f8a5b", "Green"],
  ["#21858a", "Teal"],
  ["#3c7fc0", "Blue"],
  ["#6c6fd0", "Violet"],
  ["#a657b0", "Purple"],
  ["#7a7f7c", "Grey"],
];

const GROUNDS = [
  ["light", "#ffffff"],
  ["dark", "#1a1e1c"],
] as const;

/** WCAG 2.2, 1.4.11: contrast of graphical objects. */
const ENOUGH = 3;

/** Grounds on which the colour has too little contrast. */
export function faintOn(color: string): readonly ("light" | "dark")[] {
  const mine = rgb(color);
  if (!mine) return [];
  return GROUNDS.filter(([, ground]) => {
    const other = rgb(ground);
    return other !== null && contrast(mine, other) < ENOUGH;
  }).map(([name]) => name);
}
