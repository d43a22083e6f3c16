/** Types of `/v1/console` (src/docs/console.md). Times are ISO 8601 in UTC. */

import type { Source } from "../../client/frames";
import type {
  Attachment,
  Author,
  Card,
  ConversationState,
  Finish,
  VisitorServerMessage,
} from "../../client/visitor-frames";
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
  Recording,
  RehearsedResponse,
  SessionResponse,
  SupervisionResponse,
  ViewResponse,
} from "./console-rest";

export type { Attachment, Author, Card, ConversationState, Finish, Recording, Source };
export type Role = "agent" | "supervisor" | "administrator";
export type Priority = "low" | "normal" | "high" | "urgent";
export type View = "all" | "mine" | "waiting" | "with_bot" | "snoozed" | "closed";

export interface Items<T> {
  readonly items: readonly T[];
  readonly next_cursor: string | null;
}

/** A body that is sent and answered. Its description requires nothing, but an answer has these fields. */
export type Answered<T, K extends keyof T> = T & { readonly [F in K]-?: NonNullable<T[F]> };

export type Agent = AgentResponse;

export type Session = SessionResponse;

/** The latest request for a person. */
export type { Handoff, LastMessage };

export type Conversation = InboxItemResponse;

/** From a frame or from REST, which adds translations. */
export interface Message extends Omit<VisitorServerMessage, "type" | "sources" | "recording"> {
  readonly sources?: readonly Source[];
  readonly recording?: Recording;
}

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
