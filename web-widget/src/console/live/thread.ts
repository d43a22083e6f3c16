/** A watched conversation as a pure function of its frames. */
import { type LiveAnswer, replaced } from "../../client/answers";
import type { Message, Note, Recording } from "../api/types";
import type { AgentServerFrame } from "./agent-frames";
import { lastSeq, type Thread } from "./state";

type VisitorServerMessage = Extract<AgentServerFrame, { type: "message" }>;

export function onWatching(thread: Thread, last: number): Thread {
  return { ...thread, caughtUpTo: last, desync: false, answers: [], visitorTyping: false, typing: [] };
}

/** The newest messages, or earlier ones. Starts afresh if they do not connect. */
export function onPage(thread: Thread, items: readonly Message[], before: string | null): Thread {
  const first = thread.messages[0]?.seq;
  const last = items.at(-1)?.seq ?? 0;
  if (first === undefined || items.length === 0) {
    return { ...thread, messages: thread.messages.length ? thread.messages : items, before };
  }
  const known = new Set(thread.messages.map(m => m.seq));
  const fresh = items.filter(m => !known.has(m.seq));
  if (last < first) return { ...thread, messages: [...fresh, ...thread.messages], before };
  const from = items[0]?.seq ?? 0;
  if (from > lastSeq(thread) + 1) return { ...thread, messages: items, before };
  const messages = [...thread.messages, ...fresh].sort((a, b) => a.seq - b.seq);
  return { ...thread, messages, before: from < first ? before : thread.before };
}

export function onNotes(thread: Thread, notes: readonly Note[]): Thread {
  const known = new Map([...thread.notes, ...notes].map(note => [note.id, note]));
  return { ...thread, notes: [...known.values()].sort((a, b) => a.at.localeCompare(b.at)) };
}

export function onMessage(
  thread: Thread,
  { type: _, conversation: __, ...message }: VisitorServerMessage,
): Thread {
  if (thread.messages.some(m => m.seq === message.seq)) return thread;
  const last = lastSeq(thread);
  if (last > 0 && message.seq > last + 1) return { ...thread, desync: true };
  // Older than everything loaded.
  if (last > 0 && message.seq < last) return thread;
  return {
    ...thread,
    messages: [...thread.messages, message],
    answers: message.author === "bot" ? replaced(thread.answers) : thread.answers,
    visitorTyping: message.author === "visitor" ? false : thread.visitorTyping,
    typing: message.author === "agent" ? [] : thread.typing,
  };
}

export function onTranslated(
  thread: Thread,
  seq: number,
  translation: NonNullable<Recording["translation"]>,
): Thread {
  const messages = thread.messages.map(message =>
    message.seq === seq && message.recording
      ? { ...message, recording: { ...message.recording, translation } }
      : message,
  );
  return { ...thread, messages };
}

export function withAnswers(thread: Thread, answers: readonly LiveAnswer[] | null): Thread {
  return answers ? { ...thread, answers } : { ...thread, desync: true };
}

export function onTyping(thread: Thread, frame: Extract<AgentServerFrame, { type: "typing" }>): Thread {
  if (frame.author === "visitor") return { ...thread, visitorTyping: frame.on };
  if (!frame.agent) return thread;
  const others = thread.typing.filter(id => id !== frame.agent);
  return { ...thread, typing: frame.on ? [...others, frame.agent] : others };
}
