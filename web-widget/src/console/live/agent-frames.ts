/** Made by `npm run types` from src/docs/asyncapi.yaml. */

import type {
  ConversationState,
  VisitorServerAnswerBegin,
  VisitorServerAnswerDelta,
  VisitorServerAnswerEnd,
  VisitorServerDrain,
  VisitorServerMessage,
  VisitorServerPong,
  VisitorServerState,
  VisitorServerTyping,
} from "../../client/visitor-frames";
import type { AgentResponse, InboxItemResponse, NoteResponse } from "../api/console-rest";

export interface AgentClientClaim {
  readonly type: "claim";
  readonly conversation: string;
}

export type AgentClientFrame =
  | AgentClientWatch
  | AgentClientUnwatch
  | AgentClientSend
  | AgentClientNote
  | AgentClientClaim
  | AgentClientTyping
  | AgentClientRead
  | AgentClientPresence
  | AgentClientPing;

export interface AgentClientNote {
  readonly type: "note";
  readonly conversation: string;
  readonly id: string;
  readonly text: string;
  readonly mentions?: readonly string[];
}

export interface AgentClientPing {
  readonly type: "ping";
}

export interface AgentClientPresence {
  readonly type: "presence";
  readonly away: boolean;
}

export interface AgentClientRead {
  readonly type: "read";
  readonly conversation: string;
  readonly seq: number;
}

export interface AgentClientSend {
  readonly type: "send";
  readonly conversation: string;
  readonly id: string;
  readonly text: string;
  readonly attachments?: readonly string[];
}

export interface AgentClientTyping {
  readonly type: "typing";
  readonly conversation: string;
  readonly on: boolean;
}

export interface AgentClientUnwatch {
  readonly type: "unwatch";
  readonly conversation: string;
}

export interface AgentClientWatch {
  readonly type: "watch";
  readonly conversation: string;
  readonly since?: number;
}

export interface AgentServerAck {
  readonly type: "ack";
  readonly id: string;
  readonly conversation: string;
  /** Absent for a note. */
  readonly seq?: number;
  readonly at: string;
}

export type AgentServerAnswerBegin = VisitorServerAnswerBegin & {
  readonly conversation: string;
};

export type AgentServerAnswerDelta = VisitorServerAnswerDelta & {
  readonly conversation: string;
};

export type AgentServerAnswerEnd = VisitorServerAnswerEnd & {
  readonly conversation: string;
};

export interface AgentServerClaimed {
  readonly type: "claimed";
  readonly conversation: string;
  readonly epoch: number;
}

export interface AgentServerError {
  readonly type: "error";
  readonly code: string;
  readonly detail: string;
  readonly retryable: boolean;
  /** After so many seconds the same frame may be sent again. */
  readonly retry_after_s?: number;
  readonly conversation?: string;
  readonly id?: string;
}

export type AgentServerFrame =
  | AgentServerReady
  | AgentServerWatching
  | AgentServerClaimed
  | AgentServerAck
  | AgentServerMessage
  | AgentServerAnswerBegin
  | AgentServerAnswerDelta
  | AgentServerAnswerEnd
  | AgentServerState
  | AgentServerTyping
  | AgentServerNote
  | AgentServerMention
  | AgentServerInboxNew
  | AgentServerInboxChanged
  | AgentServerInboxClaimed
  | AgentServerInboxClosed
  | AgentServerPresence
  | AgentServerViewing
  | VisitorServerDrain
  | VisitorServerPong
  | AgentServerError;

export interface AgentServerInboxChanged {
  readonly type: "inbox.changed";
  readonly item: InboxItemResponse;
}

export interface AgentServerInboxClaimed {
  readonly type: "inbox.claimed";
  readonly item: InboxItemResponse;
}

export interface AgentServerInboxClosed {
  readonly type: "inbox.closed";
  readonly item: InboxItemResponse;
}

export interface AgentServerInboxNew {
  readonly type: "inbox.new";
  readonly item: InboxItemResponse;
}

export interface AgentServerMention {
  readonly type: "mention";
  readonly note: NoteResponse;
}

export type AgentServerMessage = VisitorServerMessage & {
  readonly conversation: string;
};

export interface AgentServerNote {
  readonly type: "note";
  readonly note: NoteResponse;
}

export interface AgentServerPresence {
  readonly type: "presence";
  readonly agents: readonly Present[];
}

export interface AgentServerReady {
  readonly type: "ready";
  readonly agent: AgentResponse;
  readonly heartbeat_s: number;
}

export type AgentServerState = VisitorServerState & {
  readonly conversation: string;
};

export type AgentServerTyping = VisitorServerTyping & {
  readonly conversation: string;
  /** A colleague who is typing. */
  readonly agent?: string;
};

export interface AgentServerViewing {
  readonly type: "viewing";
  readonly conversation: string;
  readonly agents: readonly string[];
}

export interface AgentServerWatching {
  readonly type: "watching";
  readonly conversation: string;
  readonly state: ConversationState;
  readonly epoch: number;
  readonly last_seq: number;
  readonly agent?: string;
}

export interface Present {
  readonly id: string;
  readonly away: boolean;
}
