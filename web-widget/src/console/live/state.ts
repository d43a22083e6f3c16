/** All that the console knows of what goes on, as plain data. */
import type { LiveAnswer } from "../../client/answers";
import type { Agent, Conversation, Message, Note, View } from "../api/types";

export type Link = "connecting" | "online" | "offline" | "ended";

/** What stands in a thread. Messages are without a hole: earlier ones are loaded in front, new ones come behind. */
export interface Thread {
  readonly id: string;
  readonly messages: readonly Message[];
  readonly notes: readonly Note[];
  /** Where earlier messages go on; null: this is the beginning. */
  readonly before: string | null;
  readonly answers: readonly LiveAnswer[];
  readonly visitorTyping: boolean;
  /** Colleagues who type, by id. */
  readonly typing: readonly string[];
  readonly viewing: readonly string[];
  /** The server has said everything up to this number since it was last asked; above it, a hole is a loss. */
  readonly caughtUpTo: number;
  /** Something is missing; it has to be watched again. */
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
  /** held: can still be undone. sent: acknowledged, its message is on its way back. */
  readonly status: "held" | "queued" | "sending" | "sent" | "failed";
  /** When a held one goes out, in milliseconds of the page's clock. */
  readonly dueAt?: number;
  readonly error?: { readonly code: string; readonly detail: string };
}

export interface LiveState {
  readonly me: string;
  readonly link: Link;
  /** How often the line was open: what was read before is read again. */
  readonly round: number;
  readonly items: ReadonlyMap<string, Conversation>;
  /** Every open conversation is in `items`: counts and views need no server. */
  readonly complete: boolean;
  readonly counts: Readonly<Partial<Record<View, number>>>;
  readonly agents: readonly Agent[];
  readonly presence: ReadonlyMap<string, { readonly away: boolean }>;
  readonly threads: ReadonlyMap<string, Thread>;
  /** The conversation on the screen, while somebody looks at it. */
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
