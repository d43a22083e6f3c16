/** Made by `npm run types` from src/docs/asyncapi.yaml. */

/** A file from an agent. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

export type Author = "visitor" | "bot" | "agent" | "system";

/** The shop's own data beside an answer. */
export type Card = {
  readonly type: string;
} & {
  readonly [key: string]: unknown;
};

/** Whose turn it is. */
export type ConversationState = "with_bot" | "waiting" | "with_agent" | "closed";

/** How an answer ended. */
export type Finish =
  | "stop"
  | "length"
  | "content_filter"
  | "stopped"
  | "interrupted"
  | "faq"
  | "courtesy"
  | "no_answer"
  | "handoff"
  | "offer"
  | "withdrawn";

/** A waiting visitor's place, from 1. */
export interface Queue {
  readonly position: number;
  readonly eta_s?: number;
}

/** A voice message. */
export interface Recording {
  readonly id: string;
  readonly seconds: number;
  /** The transcript, if the visitor sent another text. */
  readonly heard?: string;
  readonly language?: string;
  /** Volume per interval, one digit each. */
  readonly peaks?: string;
  /** False once the audio is deleted. */
  readonly available: boolean;
}

/** An entry of the FAQ that an answer relies on. */
export interface Source {
  readonly id: string;
  readonly question: string;
  readonly url?: string;
  readonly score: number;
}

export interface VisitorClientClose {
  readonly type: "close";
}

export type VisitorClientFrame =
  | VisitorClientHello
  | VisitorClientSend
  | VisitorClientStop
  | VisitorClientTyping
  | VisitorClientSeen
  | VisitorClientHandoff
  | VisitorClientRate
  | VisitorClientClose
  | VisitorClientPing;

export interface VisitorClientHandoff {
  readonly type: "handoff";
  readonly reason?: string;
}

export interface VisitorClientHello {
  readonly type: "hello";
  readonly token: string;
  readonly since?: number;
}

export interface VisitorClientPing {
  readonly type: "ping";
}

export interface VisitorClientRate {
  readonly type: "rate";
  readonly seq: number;
  readonly value: "up" | "down";
  readonly comment?: string;
}

export interface VisitorClientSeen {
  readonly type: "seen";
  readonly seq: number;
}

export interface VisitorClientSend {
  readonly type: "send";
  readonly id: string;
  readonly text: string;
  readonly page?: string;
  readonly recording?: string;
}

export interface VisitorClientStop {
  readonly type: "stop";
  readonly answer: string;
}

export interface VisitorClientTyping {
  readonly type: "typing";
  readonly on: boolean;
}

export interface VisitorServerAck {
  readonly type: "ack";
  readonly id: string;
  readonly seq: number;
  readonly at: string;
}

export interface VisitorServerAnswerBegin {
  readonly type: "answer.begin";
  readonly answer: string;
  readonly attempt: number;
}

export interface VisitorServerAnswerDelta {
  readonly type: "answer.delta";
  readonly answer: string;
  readonly attempt: number;
  readonly n: number;
  readonly text: string;
}

export interface VisitorServerAnswerEnd {
  readonly type: "answer.end";
  readonly answer: string;
  readonly attempt: number;
  readonly seq: number;
  readonly finish: Finish;
}

export interface VisitorServerDrain {
  readonly type: "drain";
}

export interface VisitorServerError {
  readonly type: "error";
  readonly code: string;
  readonly detail: string;
  readonly retryable: boolean;
  /** After so many seconds the same frame may be sent again. */
  readonly retry_after_s?: number;
  readonly id?: string;
}

export type VisitorServerFrame =
  | VisitorServerReady
  | VisitorServerAck
  | VisitorServerMessage
  | VisitorServerAnswerBegin
  | VisitorServerAnswerDelta
  | VisitorServerAnswerEnd
  | VisitorServerState
  | VisitorServerTyping
  | VisitorServerDrain
  | VisitorServerPong
  | VisitorServerError;

export interface VisitorServerMessage {
  readonly type: "message";
  readonly seq: number;
  readonly author: Author;
  readonly name?: string;
  readonly text: string;
  readonly at: string;
  readonly client_id?: string;
  readonly sources?: readonly Source[];
  readonly finish?: Finish;
  readonly cards?: readonly Card[];
  readonly attachments?: readonly Attachment[];
  readonly recording?: Recording;
}

export interface VisitorServerPong {
  readonly type: "pong";
}

export interface VisitorServerReady {
  readonly type: "ready";
  readonly conversation: string;
  readonly state: ConversationState;
  readonly epoch: number;
  readonly last_seq: number;
  readonly heartbeat_s: number;
}

export interface VisitorServerState {
  readonly type: "state";
  readonly state: ConversationState;
  readonly epoch: number;
  readonly agent?: string;
  readonly queue?: Queue;
}

export interface VisitorServerTyping {
  readonly type: "typing";
  readonly author: Author;
  readonly on: boolean;
}
