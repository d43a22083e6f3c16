import { readFrame } from "../src/client/frames";
import type { Conversation, Note } from "../src/console/api/types";
import type { AgentServerFrame, AgentServerMessage } from "../src/console/live/agent-frames";
import { AGENT_KINDS } from "../src/console/live/frames";
import { type LiveEvent, reduceLive } from "../src/console/live/reduce";
import { initialLive, type LiveState, type Outgoing } from "../src/console/live/state";

export const ADA = "ada";
export const BEN = "ben";

export function conversation(change: Partial<Conversation> = {}): Conversation {
  return {
    id: "c",
    state: "with_bot",
    epoch: 1,
    last_seq: 2,
    visitor: "v",
    labels: [],
    priority: "normal",
    created_at: "2026-11-25T10:00:00Z",
    last_activity_at: "2026-11-25T10:00:00Z",
    last: { author: "visitor", text: "Hi", at: "2026-11-25T10:00:00Z" },
    ...change,
  };
}

export const changed = (change: Partial<Conversation>): AgentServerFrame => ({
  type: "inbox.changed",
  item: conversation(change),
});
export const message = (seq: number, change: Partial<AgentServerMessage> = {}): AgentServerFrame => ({
  type: "message",
  conversation: "c",
  seq,
  author: "visitor",
  text: `message ${seq}`,
  at: "2026-11-25T10:00:00Z",
  ...change,
});
export const page = (from: number, until: number, before: string | null = null): LiveEvent => ({
  type: "page",
  conversation: "c",
  before,
  messages: Array.from({ length: until - from + 1 }, (_, i) => ({
    seq: from + i,
    author: "visitor" as const,
    text: `message ${from + i}`,
    at: "2026-11-25T10:00:00Z",
  })),
});
export const watching = (last_seq: number, change: object = {}): AgentServerFrame => ({
  type: "watching",
  conversation: "c",
  state: "with_bot",
  epoch: 1,
  last_seq,
  ...change,
});
export const begin = (attempt = 1): AgentServerFrame => ({
  type: "answer.begin",
  conversation: "c",
  answer: "a",
  attempt,
});
export const delta = (n: number, text: string, attempt = 1): AgentServerFrame => ({
  type: "answer.delta",
  conversation: "c",
  answer: "a",
  attempt,
  n,
  text,
});
export const note = (id: string, client_id: string, mentions: readonly string[] = []): Note => ({
  id,
  conversation: "c",
  author: BEN,
  name: "Ben",
  client_id,
  text: "Look at this",
  mentions,
  after_seq: 2,
  at: "2026-11-25T10:00:00Z",
});
export const out = (change: Partial<Outgoing> = {}): LiveEvent => ({
  type: "out",
  out: {
    id: "o",
    conversation: "c",
    kind: "message",
    text: "On its way.",
    mentions: [],
    attachments: [],
    at: "2026-11-25T10:00:00Z",
    status: "queued",
    ...change,
  },
});

export function after(start: LiveState, ...steps: (AgentServerFrame | LiveEvent)[]): LiveState {
  return steps.reduce<LiveState>(
    (state, step) =>
      reduceLive(
        state,
        readFrame(JSON.stringify(step), AGENT_KINDS)
          ? { type: "frame", frame: step as AgentServerFrame }
          : (step as LiveEvent),
      ),
    start,
  );
}

export const empty = initialLive(ADA);
export const seqs = (state: LiveState) => state.threads.get("c")?.messages.map(m => m.seq);
