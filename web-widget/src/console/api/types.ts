/** Types of `/v1/console` (src/docs/console.md). Times are ISO 8601 in UTC. */

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
  LabelResponse,
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

/** The latest request for a person. */
export type { Handoff, LastMessage };

export type Conversation = InboxItemResponse;

/** As in the visitor's frames, with more values of `finish`. */
export interface Message extends Omit<MessageFrame, "type" | "finish"> {
  readonly finish?: Finish | "faq" | "courtesy";
}

export type Attachment = FileOf;

/** An action that changed something or needed consent. */
export type DoneAction = ActionRecord;

/** A conversation with its context. */
export type ConversationFile = ContextResponse;

export type SavedView = ViewResponse;

export type Supervision = SupervisionResponse;

/** What the bot would answer now. */
export type Rehearsed = RehearsedResponse;

export type Drafted = DraftedResponse;

export type Note = NoteResponse;

export type { Evidence };

export type CannedAnswer = CannedResponse;

export type Label = LabelResponse;
