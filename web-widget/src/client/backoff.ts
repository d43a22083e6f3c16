/** How long to wait before the next try, and whether there is one. */

/** A link that answers pings but has not acknowledged a message for this long is as good as dead. */
export const ACK_PATIENCE_MS = 15_000;
/** A server that replays says what runs within this time. */
export const REPLAY_MS = 1_500;
/** Gaps nearer together than this are the server's fault, not a frame lost by chance. */
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

/** Full jitter: a thousand widgets that lost the same server must not come back in the same second. */
export function delayMs(attempt: number, random: () => number, kind: Verdict = "retry"): number {
  if (kind === "spread") return random() * SPREAD_MS;
  return random() * Math.min(CAP_MS, 1_000 * 2 ** Math.min(attempt, 10));
}
