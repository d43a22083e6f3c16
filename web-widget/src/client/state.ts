import type { LiveAnswer } from "./answers";
import type { Recording, Source } from "./frames";
import type {
  Attachment,
  Author,
  Card,
  ConversationState,
  Finish,
  Queue,
  VisitorServerMessage,
  VisitorServerReady,
} from "./visitor-frames";

/** `offline`: retries automatically. `failed`: `failure` says why, and only `retry()` continues. */
export type Link = "idle" | "connecting" | "online" | "offline" | "failed";

export interface Settings {
  readonly shop?: string;
  readonly bot_name?: string;
  readonly greeting?: string;
  readonly starters?: readonly string[];
  readonly accent?: string;
  /** The shop's default. */
  readonly locale?: string;
  /** The service's language for this visitor. */
  readonly spoken?: string;
  readonly assistant_notice?: string;
  readonly mode?: "model" | "faq_only";
  readonly max_message_chars?: number;
  /** Present if voice messages are enabled. */
  readonly voice?: { readonly max_seconds?: number; readonly keep_hours?: number };
}

export interface Message {
  readonly seq: number;
  readonly author: Author;
  readonly name?: string;
  readonly text: string;
  readonly at: string;
  readonly clientId?: string;
  readonly sources: readonly Source[];
  readonly cards?: readonly Card[];
  readonly files?: readonly Attachment[];
  readonly recording?: Recording | undefined;
  readonly finish?: Finish;
  readonly rating?: "up" | "down";
  /** Arrived live, not with the history: announce it. */
  readonly live: boolean;
}

/** `sent`: acknowledged, but its message frame has not arrived. */
export interface Pending {
  readonly id: string;
  readonly text: string;
  readonly status: "queued" | "sending" | "sent" | "failed";
  readonly error?: string;
  readonly recording?: Recording | undefined;
}

export interface Failure {
  readonly code: string;
  readonly detail: string;
}

export interface ChatState {
  readonly link: Link;
  readonly failure: Failure | null;
  readonly settings: Settings;
  readonly conversation: string | null;
  readonly owner: ConversationState;
  readonly agent: string | null;
  readonly queue: Queue | null;
  readonly messages: readonly Message[];
  readonly pending: readonly Pending[];
  readonly answers: readonly LiveAnswer[];
  readonly agentTyping: boolean;
  readonly handoffAsked: boolean;
  /** From `ready` until `last_seq` arrives; gaps in between are real. */
  readonly catchingUp: boolean;
  /** The history has arrived: an empty thread is really empty. */
  readonly settled: boolean;
  readonly catchUpTo: number;
  /** A frame is missing: reconnect with `since`. */
  readonly desync: boolean;
}

export const initialState: ChatState = {
  link: "idle",
  failure: null,
  settings: {},
  conversation: null,
  owner: "with_bot",
  agent: null,
  queue: null,
  messages: [],
  pending: [],
  answers: [],
  agentTyping: false,
  handoffAsked: false,
  catchingUp: false,
  settled: false,
  catchUpTo: 0,
  desync: false,
};

export const lastSeq = (state: ChatState): number => state.messages.at(-1)?.seq ?? 0;

/** The server has other data than this tab: another conversation, or an older backup. */
export function isForeign(state: ChatState, ready: VisitorServerReady, since: number): boolean {
  const other = state.conversation !== null && state.conversation !== ready.conversation;
  return since > 0 && (other || ready.last_seq < since);
}

export function toMessage(frame: VisitorServerMessage, live: boolean): Message {
  return {
    seq: frame.seq,
    author: frame.author,
    text: frame.text,
    at: frame.at ?? "",
    sources: Array.isArray(frame.sources) ? frame.sources : [],
    live,
    recording: frame.recording,
    ...(frame.name === undefined ? {} : { name: frame.name }),
    ...(frame.client_id === undefined ? {} : { clientId: frame.client_id }),
    ...(frame.finish === undefined ? {} : { finish: frame.finish }),
    ...(Array.isArray(frame.cards) ? { cards: frame.cards } : {}),
    ...(Array.isArray(frame.attachments) ? { files: frame.attachments } : {}),
  };
}
