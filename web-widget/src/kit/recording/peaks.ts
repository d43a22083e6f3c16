/** How loud a recording is, slice by slice, as the digits that go with it, and as the picture of them. */

export const MOST = 100;
const LEAST = 12;

/** Root mean square of one look at the microphone, 0 to 1. */
export function level(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length ? Math.sqrt(sum / samples.length) : 0;
}

/** Speech is mostly quiet: on a scale of roots, a whisper is still seen. */
export const loudness = (level: number): number => Math.min(1, Math.sqrt(level) * 1.6);

/** At most `MOST` digits; the loudest look of each slice stands for it, the loudest of all is 9. */
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

/** What is no row of digits is a level line: the picture promises nothing. */
export function heights(peaks: string | undefined): readonly number[] {
  return /^\d{1,100}$/.test(peaks ?? "") ? [...(peaks ?? "")].map(Number) : Array(LEAST * 3).fill(0);
}

/** Bars from `from` to `until` in a box that is 3 wide for each of them and 20 high. */
export function bars(of: readonly number[], from: number, until: number): string {
  return of
    .slice(from, until)
    .map((height, i) => {
      const half = 1 + (height / 9) * 8;
      return `M${(from + i) * 3 + 1.5} ${10 - half}v${half * 2}`;
    })
    .join("");
}
