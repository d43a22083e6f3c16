/** The shapes of `/v1/console` (src/docs/console.md). Times are ISO 8601 in UTC. */
import type {
  Author,
  Card,
  FileOf,
  Finish,
  MessageFrame,
  Owner,
  Recording,
  Source,
} from "../../client/frames";

export type { Author, Card, Finish, Owner, Recording, Source };
export type Role = "agent" | "supervisor" | "administrator";
export type Priority = "low" | "normal" | "high" | "urgent";
export type View = "all" | "mine" | "waiting" | "with_bot" | "snoozed" | "closed";

export interface Items<T> {
  readonly items: readonly T[];
  readonly next_cursor: string | null;
}

export interface Agent {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly invited: boolean;
  readonly disabled: boolean;
  readonly away: boolean;
  readonly capacity?: number;
  readonly skills: readonly string[];
}

export interface Session {
  readonly session: string;
  readonly agent: Agent;
  readonly shop: string;
  readonly tenant: string;
  /** By whoever runs this Parley: everything can be read, nothing changed. */
  readonly suspended: boolean;
}

export interface LastMessage {
  readonly author: Author;
  readonly name?: string;
  readonly text: string;
  readonly at: string;
  /** A recording goes with it. */
  readonly spoken?: boolean;
}

/** The last time that a person was asked for. */
export interface Handoff {
  readonly reason: string;
  readonly summary?: string;
  readonly by: "visitor" | "bot" | "rule" | "shop";
}

export interface Conversation {
  readonly id: string;
  readonly state: Owner;
  readonly agent?: string;
  readonly epoch: number;
  readonly last_seq: number;
  readonly visitor: string;
  readonly customer?: string;
  /** What the shop says the visitor is called. */
  readonly name?: string;
  readonly locale?: string;
  readonly page?: string;
  readonly labels: readonly string[];
  readonly priority: Priority;
  readonly snoozed_until?: string;
  readonly waiting_since?: string;
  /** In the words of whoever asked for a person. */
  readonly reason?: string;
  readonly handoff?: Handoff;
  readonly created_at: string;
  readonly last_activity_at: string;
  readonly unread?: number;
  readonly last?: LastMessage;
}

/** As a visitor's own page gets it, and how answers without a model ended. */
export interface Message extends Omit<MessageFrame, "type" | "finish"> {
  readonly finish?: Finish | "faq" | "courtesy";
}

export type Attachment = FileOf;

/** An action that changes something or needed the visitor's yes. */
export interface DoneAction {
  readonly id: string;
  readonly name: string;
  readonly arguments: string;
  readonly consent: boolean;
  readonly state: "asked" | "declined" | "agreed" | "performing" | "ended";
  readonly outcome?: string;
  readonly answered_at?: string;
  readonly begun_at?: string;
}

/** One conversation with what stands beside its line in the list. */
export interface ConversationFile {
  readonly conversation: Conversation;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly actions: readonly DoneAction[];
  readonly earlier: readonly Conversation[];
}

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly shared: boolean;
  readonly view: View;
  readonly label?: string;
  readonly priority?: Priority;
  readonly agent?: string;
}

export interface Supervision {
  readonly whisper?: string;
  readonly held: boolean;
  readonly waiting: readonly { readonly answer: string; readonly text: string; readonly at: string }[];
}

/** What the bot would say, stored nowhere. */
export interface Rehearsed {
  readonly text: string;
  readonly finish: Finish;
  readonly sources: readonly Source[];
  readonly evidence: Evidence;
}

/** A draft by the copilot. */
export interface Drafted {
  readonly text: string;
  readonly sources: readonly Source[];
  readonly model?: string;
  readonly cost?: string;
}

export interface Note {
  readonly id: string;
  readonly conversation: string;
  readonly author: string;
  readonly name: string;
  readonly client_id: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly after_seq: number;
  readonly at: string;
}

export interface Evidence {
  /** What the visitor was understood to want; absent for answers from before this was kept. */
  readonly understood?: {
    readonly language: string;
    readonly wants: string;
    readonly searched_for?: string;
    readonly by?: string;
    /** Typing errors that were mended in what was searched for. */
    readonly corrections?: readonly { readonly typed: string; readonly meant: string }[];
  };
  /** What the model wrote that stands in no source, and was not shown. */
  readonly invented?: readonly string[];
  readonly entries: readonly {
    readonly id: string;
    readonly question: string;
    readonly score: number;
    readonly verdict: string;
  }[];
  readonly prompt?: readonly { readonly role: string; readonly text: string }[];
  readonly model?: string;
  readonly model_request_id?: string;
  readonly model_error?: string;
  readonly model_attempts: number;
  readonly prompt_tokens: number;
  readonly answer_tokens: number;
  readonly tokens_estimated: boolean;
  readonly cost?: unknown;
  readonly first_text_millis?: number;
  readonly total_millis?: number;
}

export interface CannedAnswer {
  readonly id: string;
  readonly shortcut: string;
  readonly text: string;
  readonly updated_at: string;
}

export interface Label {
  readonly name: string;
  readonly color: string;
}
