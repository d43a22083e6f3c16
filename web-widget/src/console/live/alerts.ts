/** Decides on alerts by the state before and after a frame. */
import type { AgentServerFrame } from "./agent-frames";
import type { LiveState } from "./state";

export interface Alert {
  readonly kind: "waiting" | "message" | "mention";
  readonly conversation: string;
  readonly text: string;
}

export function alertsOf(before: LiveState, after: LiveState, frame: AgentServerFrame): readonly Alert[] {
  if (frame.type === "mention") {
    if (before.mentions === after.mentions) return [];
    return [
      {
        kind: "mention",
        conversation: frame.note.conversation,
        text: `${frame.note.name}: ${frame.note.text}`,
      },
    ];
  }
  if (!("item" in frame)) return [];
  const item = after.items.get(frame.item.id);
  const known = before.items.get(frame.item.id);
  if (!item || item === known) return [];
  const text = item.last?.text || (item.last?.spoken ? "Voice message" : "");
  if (item.state === "waiting" && known?.state !== "waiting")
    return [{ kind: "waiting", conversation: item.id, text: item.reason ?? item.handoff?.summary ?? text }];
  const spoke = item.last_seq > (known?.last_seq ?? 0) && item.last?.author === "visitor";
  const mine = item.state === "with_agent" && item.agent === after.me;
  const given = mine && known?.agent !== after.me && item.last?.author !== "agent";
  return mine && (spoke || given) && after.reading !== item.id
    ? [{ kind: "message", conversation: item.id, text }]
    : [];
}
