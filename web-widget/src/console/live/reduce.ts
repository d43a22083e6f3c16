/** The state as a pure function of frames, responses and actions. */
import { begun, ended, grown, ownedBy } from "../../client/answers";
import type { Agent, Conversation, Message, Note, Recording, View } from "../api/types";
import type { AgentServerFrame } from "./agent-frames";
import { type Link, type LiveState, newThread, type Outgoing, type Thread } from "./state";
import { onMessage, onNotes, onPage, onTranslated, onTyping, onWatching, withAnswers } from "./thread";

export type LiveEvent =
  | { readonly type: "frame"; readonly frame: AgentServerFrame }
  | { readonly type: "link"; readonly link: Link }
  | { readonly type: "listed"; readonly items: readonly Conversation[]; readonly complete: boolean }
  | { readonly type: "forgetItems"; readonly but: ReadonlySet<string> }
  | { readonly type: "counted"; readonly counts: Readonly<Partial<Record<View, number>>> }
  | { readonly type: "agents"; readonly agents: readonly Agent[] }
  | { readonly type: "item"; readonly item: Conversation }
  | {
      readonly type: "page";
      readonly conversation: string;
      readonly messages: readonly Message[];
      readonly before: string | null;
    }
  | { readonly type: "notes"; readonly conversation: string; readonly notes: readonly Note[] }
  | {
      readonly type: "translated";
      readonly conversation: string;
      readonly seq: number;
      readonly translation: NonNullable<Recording["translation"]>;
    }
  | { readonly type: "unwatched"; readonly conversation: string }
  | { readonly type: "reading"; readonly conversation: string | null }
  | { readonly type: "out"; readonly out: Outgoing }
  | { readonly type: "outStatus"; readonly id: string; readonly status: Outgoing["status"] }
  | { readonly type: "outFailed"; readonly id: string; readonly error: NonNullable<Outgoing["error"]> }
  | { readonly type: "discarded"; readonly id: string }
  | { readonly type: "mentionSeen"; readonly conversation: string };

export function reduceLive(state: LiveState, event: LiveEvent): LiveState {
  switch (event.type) {
    case "frame":
      return onFrame(state, event.frame);
    case "link":
      return onLink(state, event.link);
    case "listed":
      return { ...state, items: merged(state, event.items), complete: state.complete || event.complete };
    case "forgetItems":
      return { ...state, items: new Map([...state.items].filter(([id]) => event.but.has(id))) };
    case "counted":
      return { ...state, counts: event.counts };
    case "agents":
      return { ...state, agents: event.agents };
    case "item":
      return { ...state, items: merged(state, [event.item]) };
    case "page":
      return inThread(state, event.conversation, t => onPage(t, event.messages, event.before), true);
    case "notes":
      return inThread(state, event.conversation, t => onNotes(t, event.notes), true);
    case "translated":
      return inThread(state, event.conversation, t => onTranslated(t, event.seq, event.translation));
    case "unwatched":
      return inThread(state, event.conversation, quiet);
    case "reading":
      return { ...state, reading: event.conversation, items: read(state.items, event.conversation) };
    case "out":
      return { ...state, outgoing: [...state.outgoing.filter(o => o.id !== event.out.id), event.out] };
    case "outStatus":
      return mapOut(state, event.id, ({ error: _, dueAt: __, ...o }) => ({ ...o, status: event.status }));
    case "outFailed":
      return mapOut(state, event.id, o => ({ ...o, status: "failed", error: event.error }));
    case "discarded":
      return without(state, event.id);
    case "mentionSeen":
      return state.mentions.some(note => note.conversation === event.conversation)
        ? { ...state, mentions: state.mentions.filter(note => note.conversation !== event.conversation) }
        : state;
  }
}

function onLink(state: LiveState, link: Link): LiveState {
  if (link === "online") return { ...state, link, round: state.round + 1 };
  const threads = new Map([...state.threads].map(([id, thread]) => [id, quiet(thread)]));
  return { ...state, link, threads, outgoing: state.outgoing.map(requeued) };
}

/** State that is only valid while connected. */
const quiet = (thread: Thread): Thread => ({
  ...thread,
  answers: [],
  typing: [],
  viewing: [],
  visitorTyping: false,
});

/** Sends again what was not acknowledged; its id makes that safe. */
const requeued = (o: Outgoing): Outgoing => (o.status === "sending" ? { ...o, status: "queued" } : o);

function onFrame(state: LiveState, frame: AgentServerFrame): LiveState {
  switch (frame.type) {
    case "inbox.new":
    case "inbox.changed":
    case "inbox.claimed":
    case "inbox.closed":
      return { ...state, items: merged(state, [frame.item]) };
    case "watching":
    case "state":
      return owned(state, frame);
    case "message":
      return received(state, frame);
    case "ack":
      return acked(state, frame.id, frame.conversation);
    case "note":
      return noted(state, frame.note);
    case "mention":
      return state.reading === frame.note.conversation || state.mentions.some(n => n.id === frame.note.id)
        ? state
        : { ...state, mentions: [...state.mentions, frame.note] };
    case "answer.begin":
      return inThread(state, frame.conversation, t => withAnswers(t, begun(t.answers, frame)));
    case "answer.delta":
      return inThread(state, frame.conversation, t => withAnswers(t, grown(t.answers, frame)));
    case "answer.end":
      return inThread(state, frame.conversation, t => withAnswers(t, ended(t.answers, frame.answer)));
    case "typing":
      return inThread(state, frame.conversation, t => onTyping(t, frame));
    case "viewing":
      return inThread(state, frame.conversation, t => ({ ...t, viewing: frame.agents }));
    case "presence":
      return { ...state, presence: new Map(frame.agents.map(({ id, away }) => [id, { away }])) };
    case "error":
      return refused(state, frame);
    case "ready":
    case "claimed":
    case "drain":
    case "pong":
      return state;
  }
}

function refused(state: LiveState, frame: Extract<AgentServerFrame, { type: "error" }>): LiveState {
  if (!frame.id) return state;
  return mapOut(state, frame.id, o => ({
    ...o,
    status: "failed",
    error: { code: frame.code, detail: frame.detail },
  }));
}

/** Owners arrive on several ways; the higher epoch wins. */
function owned(
  state: LiveState,
  frame: Extract<AgentServerFrame, { type: "watching" | "state" }>,
): LiveState {
  const known = state.items.get(frame.conversation);
  let next = state;
  if (known && frame.epoch > known.epoch) {
    const { agent: _, waiting_since: __, ...rest } = known;
    const item: Conversation = {
      ...rest,
      state: frame.state,
      epoch: frame.epoch,
      ...(frame.agent && { agent: frame.agent }),
      ...(frame.state === "waiting" && { waiting_since: known.waiting_since ?? known.last_activity_at }),
    };
    next = { ...state, items: new Map(state.items).set(item.id, item) };
  }
  if (frame.type === "watching")
    return inThread(next, frame.conversation, t => onWatching(t, frame.last_seq), true);
  return inThread(next, frame.conversation, t => withAnswers(t, ownedBy(frame.state, t.answers)));
}

function received(state: LiveState, frame: Extract<AgentServerFrame, { type: "message" }>): LiveState {
  const next = inThread(state, frame.conversation, t => onMessage(t, frame));
  return frame.client_id ? without(next, frame.client_id) : next;
}

/** Unwatched: no message will replace the bubble. */
function acked(state: LiveState, id: string, conversation: string): LiveState {
  const watched = state.threads.has(conversation);
  return watched ? mapOut(state, id, o => ({ ...o, status: "sent" })) : without(state, id);
}

function noted(state: LiveState, note: Note): LiveState {
  return without(
    inThread(state, note.conversation, t => onNotes(t, [note])),
    note.client_id,
  );
}

/** Frames have no `unread`, as they are for all agents; counts on from the known value. */
function merged(state: LiveState, items: readonly Conversation[]): ReadonlyMap<string, Conversation> {
  const next = new Map(state.items);
  for (const item of items) {
    const known = next.get(item.id);
    if (known && known.epoch > item.epoch) continue;
    if (known && known.epoch === item.epoch && known.last_seq > item.last_seq) continue;
    next.set(item.id, { ...item, unread: unread(state, known, item) });
  }
  return next;
}

function unread(state: LiveState, known: Conversation | undefined, item: Conversation): number {
  if (state.reading === item.id) return 0;
  if (item.unread !== undefined) return item.unread;
  const before = known?.unread ?? 0;
  const more = item.last_seq > (known?.last_seq ?? 0) && item.last?.author === "visitor";
  return more ? Math.min(100, before + 1) : before;
}

function read(
  items: ReadonlyMap<string, Conversation>,
  id: string | null,
): ReadonlyMap<string, Conversation> {
  const item = id === null ? undefined : items.get(id);
  return item?.unread ? new Map(items).set(item.id, { ...item, unread: 0 }) : items;
}

function inThread(state: LiveState, id: string, change: (thread: Thread) => Thread, open = false): LiveState {
  const known = state.threads.get(id) ?? (open ? newThread(id) : undefined);
  if (!known) return state;
  const next = change(known);
  return next === state.threads.get(id) ? state : { ...state, threads: new Map(state.threads).set(id, next) };
}

function mapOut(state: LiveState, id: string, change: (out: Outgoing) => Outgoing): LiveState {
  return state.outgoing.some(o => o.id === id)
    ? { ...state, outgoing: state.outgoing.map(o => (o.id === id ? change(o) : o)) }
    : state;
}

function without(state: LiveState, id: string): LiveState {
  return state.outgoing.some(o => o.id === id)
    ? { ...state, outgoing: state.outgoing.filter(o => o.id !== id) }
    : state;
}
