/** Undelivered messages, kept across a reload but not shared with other tabs. */
import type { Outgoing } from "./state";

const key = (agent: string) => `parley.console.out.${agent}`;

export function keepOutbox(agent: string, outgoing: readonly Outgoing[]): void {
  try {
    const unsent = outgoing.filter(o => o.status !== "sent");
    if (unsent.length) sessionStorage.setItem(key(agent), JSON.stringify(unsent));
    else sessionStorage.removeItem(key(agent));
  } catch {
    // Without storage, a reload loses unsent messages.
  }
}

/** Keeps ids, so that delivered messages are not stored twice. */
export function keptOutbox(agent: string): readonly Outgoing[] {
  try {
    const kept: Outgoing[] = JSON.parse(sessionStorage.getItem(key(agent)) ?? "[]");
    return kept.map(({ dueAt: _, ...o }) => (o.status === "failed" ? o : { ...o, status: "queued" }));
  } catch {
    return [];
  }
}
