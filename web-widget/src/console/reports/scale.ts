/** The y axis: few round numbers from zero. */

const STEPS = [1, 2, 5, 10];
/** Round numbers of times. */
const TIME_STEPS = [
  1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200, 86_400,
];

export interface Scale {
  readonly top: number;
  readonly ticks: readonly number[];
}

export function scale(most: number, whole: boolean, time = false): Scale {
  if (most <= 0) return { top: 1, ticks: [0] };
  const step = time ? timeStep(most / 4) : roundStep(most / 4, whole);
  const count = Math.ceil(most / step - 1e-9);
  // Multiplied, not added: ten times 0.1 is not one.
  const ticks = Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
  return { top: ticks.at(-1) ?? 1, ticks };
}

function roundStep(rough: number, whole: boolean): number {
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = size * (STEPS.find(one => one * size >= rough - size * 1e-9) ?? 10);
  return whole ? Math.max(1, step) : step;
}

function timeStep(rough: number): number {
  return TIME_STEPS.find(one => one >= rough) ?? Math.ceil(rough / 86_400) * 86_400;
}

/** Which labels fit; the last one always does. */
export function spread(count: number, room: number): readonly number[] {
  const every = Math.max(1, Math.ceil(count / Math.max(1, room)));
  return Array.from({ length: count }, (_, i) => i).filter(i => (count - 1 - i) % every === 0);
}
