/** Frames of `parley.agent.v1` (src/docs/console.md). */
import { KINDS, type Kinds, type ServerFrame } from "../../client/frames";
import type { Agent, Attachment, Conversation, Message, Note, Owner } from "../api/types";

export type AgentClientFrame =
  | { readonly type: "watch"; readonly conversation: string; readonly since: number }
  | { readonly type: "unwatch"; readonly conversation: string }
  | {
      readonly type: "send";
      readonly conversation: string;
      readonly id: string;
      readonly text: string;
      readonly attachments?: readonly string[];
    }
  | {
      readonly type: "note";
      readonly conversation: string;
      readonly id: string;
      readonly text: string;
      readonly mentions: readonly string[];
    }
  | { readonly type: "claim"; readonly conversation: string }
  | { readonly type: "typing"; readonly conversation: string; readonly on: boolean }
  | { readonly type: "read"; readonly conversation: string; readonly seq: number }
  | { readonly type: "presence"; readonly away: boolean }
  | { readonly type: "ping" };

export interface Present {
  readonly id: string;
  readonly away: boolean;
}

/** Visitors' frames, with the conversation that they belong to. */
type Visitors<T extends ServerFrame["type"]> = Extract<ServerFrame, { readonly type: T }>;
type Watched<T extends ServerFrame["type"]> = Visitors<T> & { readonly conversation: string };

type InboxFrame = {
  readonly type: "inbox.new" | "inbox.changed" | "inbox.claimed" | "inbox.closed";
  readonly item: Conversation;
};

export type AgentServerFrame =
  | { readonly type: "ready"; readonly agent: Agent; readonly heartbeat_s: number }
  | {
      readonly type: "watching";
      readonly conversation: string;
      readonly state: Owner;
      readonly epoch: number;
      readonly last_seq: number;
      readonly agent?: string;
    }
  | { readonly type: "claimed"; readonly conversation: string; readonly epoch: number }
  | {
      readonly type: "ack";
      readonly id: string;
      readonly conversation: string;
      readonly seq?: number;
      readonly at: string;
    }
  | (Message & {
      readonly type: "message";
      readonly conversation: string;
      readonly attachments?: readonly Attachment[];
    })
  | Watched<"answer.begin" | "answer.delta" | "answer.end">
  | {
      readonly type: "state";
      readonly conversation: string;
      readonly state: Owner;
      readonly epoch: number;
      readonly agent?: string;
    }
  | (Watched<"typing"> & { readonly agent?: string })
  | { readonly type: "note" | "mention"; readonly note: Note }
  | InboxFrame
  | { readonly type: "presence"; readonly agents: readonly Present[] }
  | { readonly type: "viewing"; readonly conversation: string; readonly agents: readonly string[] }
  | Visitors<"drain" | "pong">
  | (Visitors<"error"> & { readonly conversation?: string });

/** Of a watched conversation. */
const watched = <T extends keyof typeof KINDS>(type: T) => ({
  ...KINDS[type],
  conversation: "string" as const,
});

export const AGENT_KINDS: Kinds<AgentServerFrame> = {
  ready: { agent: "object", heartbeat_s: "number" },
  watching: { conversation: "string", state: "string", epoch: "number", last_seq: "number" },
  claimed: { conversation: "string", epoch: "number" },
  ack: { id: "string", conversation: "string" },
  message: watched("message"),
  "answer.begin": watched("answer.begin"),
  "answer.delta": watched("answer.delta"),
  "answer.end": watched("answer.end"),
  state: { ...watched("state"), epoch: "number" },
  typing: watched("typing"),
  note: { note: "object" },
  mention: { note: "object" },
  "inbox.new": { item: "object" },
  "inbox.changed": { item: "object" },
  "inbox.claimed": { item: "object" },
  "inbox.closed": { item: "object" },
  presence: { agents: "object" },
  viewing: { conversation: "string", agents: "object" },
  drain: KINDS.drain,
  pong: KINDS.pong,
  error: KINDS.error,
};
