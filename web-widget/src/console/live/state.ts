/** The console's live state as plain data. */
import type { LiveAnswer } from "../../client/answers";
import type { Agent, Conversation, Message, Note, View } from "../api/types";

export type Link = "connecting" | "online" | "offline" | "ended";

/** A thread without gaps: earlier messages are loaded in front, new ones appended. */
export interface Thread {
  readonly id: string;
  readonly messages: readonly Message[];
  readonly notes: readonly Note[];
  /** Cursor of earlier messages; null at the beginning. */
  readonly before: string | null;
  readonly answers: readonly LiveAnswer[];
  readonly visitorTyping: boolean;
  /** Ids of typing colleagues. */
  readonly typing: readonly string[];
  readonly viewing: readonly string[];
  /** Everything up to this number has been received; above it, a gap is a loss. */
  readonly caughtUpTo: number;
  /** A message is missing; watch again. */
  readonly desync: boolean;
}

export interface Outgoing {
  readonly id: string;
  readonly conversation: string;
  readonly kind: "message" | "note";
  readonly text: string;
  readonly mentions: readonly string[];
  readonly attachments: readonly string[];
  readonly at: string;
  /** held: can be undone. sent: acknowledged, message not received yet. */
  readonly status: "held" | "queued" | "sending" | "sent" | "failed";
  /** When a held message is sent, in milliseconds of the page's clock. */
  readonly dueAt?: number;
  readonly error?: { readonly code: string; readonly detail: string };
}

export interface LiveState {
  readonly me: string;
  readonly link: Link;
  /** Number of connections; data from earlier ones is reloaded. */
  readonly round: number;
  readonly items: ReadonlyMap<string, Conversation>;
  /** All open conversations are loaded: counts and views need no server. */
  readonly complete: boolean;
  readonly counts: Readonly<Partial<Record<View, number>>>;
  readonly agents: readonly Agent[];
  readonly presence: ReadonlyMap<string, { readonly away: boolean }>;
  readonly threads: ReadonlyMap<string, Thread>;
  /** The conversation on screen, while an agent looks at it. */
  readonly reading: string | null;
  readonly outgoing: readonly Outgoing[];
  readonly mentions: readonly Note[];
}

export function initialLive(me: string): LiveState {
  return {
    me,
    link: "connecting",
    round: 0,
    items: new Map(),
    complete: false,
    counts: {},
    agents: [],
    presence: new Map(),
    threads: new Map(),
    reading: null,
    outgoing: [],
    mentions: [],
  };
}

export function newThread(id: string): Thread {
  return {
    id,
    messages: [],
    notes: [],
    before: null,
    answers: [],
    visitorTyping: false,
    typing: [],
    viewing: [],
    caughtUpTo: 0,
    desync: false,
  };
}

export function lastSeq(thread: Thread): number {
  return thread.messages.at(-1)?.seq ?? 0;
}
