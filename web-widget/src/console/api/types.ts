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
import type {
  ActionRecord,
  AgentResponse,
  CannedResponse,
  ContextResponse,
  DraftedResponse,
  Evidence,
  Handoff,
  InboxItemResponse,
  Label,
  LastMessage,
  NoteResponse,
  RehearsedResponse,
  SessionResponse,
  SupervisionResponse,
  ViewResponse,
} from "./console-rest";

export type { Author, Card, Finish, Owner, Recording, Source };
export type Role = "agent" | "supervisor" | "administrator";
export type Priority = "low" | "normal" | "high" | "urgent";
export type View = "all" | "mine" | "waiting" | "with_bot" | "snoozed" | "closed";

export interface Items<T> {
  readonly items: readonly T[];
  readonly next_cursor: string | null;
}

export type Agent = AgentResponse;

export type Session = SessionResponse;

/** The last time that a person was asked for. */
export type { Handoff, LastMessage };

export type Conversation = InboxItemResponse;

/** As a visitor's own page gets it, and how answers without a model ended. */
export interface Message extends Omit<MessageFrame, "type" | "finish"> {
  readonly finish?: Finish | "faq" | "courtesy";
}

export type Attachment = FileOf;

/** An action that changes something or needed the visitor's yes. */
export type DoneAction = ActionRecord;

/** One conversation with what stands beside its line in the list. */
export type ConversationFile = ContextResponse;

export type SavedView = ViewResponse;

export type Supervision = SupervisionResponse;

/** What the bot would say, stored nowhere. */
export type Rehearsed = RehearsedResponse;

/** A draft by the copilot. */
export type Drafted = DraftedResponse;

export type Note = NoteResponse;

export type { Evidence };

export type CannedAnswer = CannedResponse;

export type { Label };
