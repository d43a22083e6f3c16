/** When to retry, and if at all. */

/** A connection that answers pings but has not acknowledged a message for this long counts as dead. */
export const ACK_PATIENCE_MS = 15_000;
/** After this time, a replay has mentioned every running answer. */
export const REPLAY_MS = 1_500;
/** Gaps closer together than this are the server's fault, not a lost frame. */
export const RESYNC_REST_MS = 10_000;

const CAP_MS = 30_000;
const SPREAD_MS = 5_000;

export type Verdict = "retry" | "spread" | "renew" | "final";

export function verdict(closeCode: number): Verdict {
  if (closeCode >= 4500 && closeCode <= 4999) return "final";
  if (closeCode === 1008) return "renew";
  if (closeCode === 1001 || closeCode === 1012) return "spread";
  return "retry";
}

/** Full jitter, so that clients of a lost server do not reconnect all at once. */
export function delayMs(attempt: number, random: () => number, kind: Verdict = "retry"): number {
  if (kind === "spread") return random() * SPREAD_MS;
  return random() * Math.min(CAP_MS, 1_000 * 2 ** Math.min(attempt, 10));
}
