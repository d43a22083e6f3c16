/** The frames of `parley.agent.v1` (src/docs/console.md). */
import { readFrame } from "../../client/frames";
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

export interface DeltaFrame {
  readonly type: "answer.delta";
  readonly conversation: string;
  readonly answer: string;
  readonly attempt: number;
  readonly n: number;
  readonly text: string;
}

export type InboxFrame = {
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
  | {
      readonly type: "answer.begin";
      readonly conversation: string;
      readonly answer: string;
      readonly attempt: number;
    }
  | DeltaFrame
  | { readonly type: "answer.end"; readonly conversation: string; readonly answer: string }
  | {
      readonly type: "state";
      readonly conversation: string;
      readonly state: Owner;
      readonly epoch: number;
      readonly agent?: string;
    }
  | {
      readonly type: "typing";
      readonly conversation: string;
      readonly author: string;
      readonly on: boolean;
      readonly agent?: string;
    }
  | { readonly type: "note" | "mention"; readonly note: Note }
  | InboxFrame
  | { readonly type: "presence"; readonly agents: readonly Present[] }
  | { readonly type: "viewing"; readonly conversation: string; readonly agents: readonly string[] }
  | { readonly type: "drain" }
  | { readonly type: "pong" }
  | {
      readonly type: "error";
      readonly code: string;
      readonly detail: string;
      readonly retryable: boolean;
      readonly conversation?: string;
      readonly id?: string;
    };

type Kind = "string" | "number" | "object";

/** What each kind must carry before the reducer may rely on it; unknown kinds are ignored, so the server may add some. */
const REQUIRED: Readonly<Record<AgentServerFrame["type"], Readonly<Record<string, Kind>>>> = {
  ready: { agent: "object", heartbeat_s: "number" },
  watching: { conversation: "string", state: "string", epoch: "number", last_seq: "number" },
  claimed: { conversation: "string", epoch: "number" },
  ack: { id: "string", conversation: "string" },
  message: { conversation: "string", seq: "number", author: "string", text: "string" },
  "answer.begin": { conversation: "string", answer: "string", attempt: "number" },
  "answer.delta": {
    conversation: "string",
    answer: "string",
    attempt: "number",
    n: "number",
    text: "string",
  },
  "answer.end": { conversation: "string", answer: "string" },
  state: { conversation: "string", state: "string", epoch: "number" },
  typing: { conversation: "string", author: "string" },
  note: { note: "object" },
  mention: { note: "object" },
  "inbox.new": { item: "object" },
  "inbox.changed": { item: "object" },
  "inbox.claimed": { item: "object" },
  "inbox.closed": { item: "object" },
  presence: { agents: "object" },
  viewing: { conversation: "string", agents: "object" },
  drain: {},
  pong: {},
  error: { code: "string" },
};

/** JSON's null is an object, and no note. */
export function parseAgentFrame(data: unknown): AgentServerFrame | null {
  const frame = readFrame<AgentServerFrame>(data, REQUIRED);
  const fields = Object.entries(frame ?? {}).filter(([name]) => frame && name in REQUIRED[frame.type]);
  return fields.some(([, value]) => value === null) ? null : frame;
}
