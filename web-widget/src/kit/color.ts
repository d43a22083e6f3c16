/** Derives readable colours from a shop's accent (WCAG AA). */

type Rgb = readonly [number, number, number];

export interface Accent {
  readonly fill: string;
  readonly onFill: string;
  readonly text: string;
}

export const DEFAULT_ACCENT = "#2f6f5e";

export function accent(hex: string | undefined, dark: boolean): Accent {
  const fill = rgb(hex ?? "") ?? (rgb(DEFAULT_ACCENT) as Rgb);
  const ground: Rgb = dark ? [28, 30, 34] : [255, 255, 255];
  const white: Rgb = [255, 255, 255];
  const black: Rgb = [0, 0, 0];
  return {
    fill: css(fill),
    // One of the two always reaches 4.5.
    onFill: css(contrast(fill, white) >= 4.5 ? white : black),
    text: css(readable(fill, ground, dark ? white : black)),
  };
}

function readable(color: Rgb, ground: Rgb, toward: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.08) {
    const mixed = color.map((c, i) => Math.round(c + ((toward[i] ?? 0) - c) * share)) as unknown as Rgb;
    if (contrast(mixed, ground) >= 4.9) return mixed;
  }
  return toward;
}

export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [light(a), light(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function light(color: Rgb): number {
  const [r, g, b] = color.map(c =>
    c <= 10 ? c / 3294 : ((c / 255 + 0.055) / 1.055) ** 2.4,
  ) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function rgb(hex: string): Rgb | null {
  const long = hex.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
  if (!/^#[0-9a-f]{6}$/i.test(long)) return null;
  return [1, 3, 5].map(i => Number.parseInt(long.slice(i, i + 2), 16)) as unknown as Rgb;
}

const css = (c: Rgb): string => `rgb(${c.join(" ")})`;
