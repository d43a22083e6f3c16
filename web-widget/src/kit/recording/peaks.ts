/** The volume of a recording per interval: digits and picture. */

export const MOST = 100;
const LEAST = 12;

/** Root mean square of a sample window, 0 to 1. */
export function level(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length ? Math.sqrt(sum / samples.length) : 0;
}

/** Square root scale, since speech is mostly quiet. */
export const loudness = (level: number): number => Math.min(1, Math.sqrt(level) * 1.6);

/** At most `MOST` digits; each is its interval's maximum, scaled to 9. */
export function digits(levels: readonly number[]): string {
  if (levels.length === 0) return "";
  const count = Math.min(MOST, Math.max(LEAST, levels.length));
  const slices = Array.from({ length: count }, (_, i) => {
    const from = Math.floor((i * levels.length) / count);
    const until = Math.max(from + 1, Math.floor(((i + 1) * levels.length) / count));
    return Math.max(...levels.slice(from, until).map(loudness));
  });
  const loudest = Math.max(0.2, ...slices);
  return slices.map(one => Math.round((one / loudest) * 9)).join("");
}

/** A flat line for invalid input. */
export function heights(peaks: string | undefined): readonly number[] {
  return /^\d{1,100}$/.test(peaks ?? "") ? [...(peaks ?? "")].map(Number) : Array(LEAST * 3).fill(0);
}

/** An SVG path of bars `from` to `until`, each 3 wide and up to 20 high. */
export function bars(of: readonly number[], from: number, until: number): string {
  return of
    .slice(from, until)
    .map((height, i) => {
      const half = 1 + (height / 9) * 8;
      return `M${(from + i) * 3 + 1.5} ${10 - half}v${half * 2}`;
    })
    .join("");
}
