/** The conversation as a pure function of events. */
import { begun, ended, grown, type LiveAnswer, ownedBy, replaced } from "./answers";
import type { Recording } from "./frames";
import {
  type ChatState,
  type Failure,
  initialState,
  type Link,
  lastSeq,
  type Pending,
  type Settings,
  toMessage,
} from "./state";
import type {
  VisitorServerError,
  VisitorServerFrame,
  VisitorServerMessage,
  VisitorServerReady,
  VisitorServerState,
} from "./visitor-frames";

export type ChatEvent =
  | { readonly type: "frame"; readonly frame: VisitorServerFrame }
  | { readonly type: "link"; readonly link: Link; readonly failure?: Failure }
  | { readonly type: "settings"; readonly settings: Settings }
  | {
      readonly type: "queued";
      readonly id: string;
      readonly text: string;
      readonly recording?: Recording | undefined;
    }
  | { readonly type: "sending"; readonly id: string }
  | { readonly type: "discarded"; readonly id: string }
  | { readonly type: "handoffAsked" }
  /** Some time after `ready`: answers that the replay has not mentioned are over. */
  | { readonly type: "replayed" }
  | { readonly type: "rated"; readonly seq: number; readonly value: "up" | "down" }
  /** Another visitor or conversation: shows nothing of the old one, keeps unsent messages. */
  | { readonly type: "forget" };

export function reduce(state: ChatState, event: ChatEvent): ChatState {
  switch (event.type) {
    case "frame":
      return onFrame(state, event.frame);
    case "link":
      return onLink(state, event.link, event.failure ?? null);
    case "settings":
      return { ...state, settings: event.settings };
    case "queued":
      return onQueued(state, event.id, event.text, event.recording);
    case "sending":
      return mapPending(state, event.id, p => as(p, "sending"));
    case "discarded":
      return { ...state, pending: state.pending.filter(p => p.id !== event.id) };
    case "handoffAsked":
      return { ...state, handoffAsked: true };
    case "replayed":
      return { ...state, catchingUp: false, settled: true, answers: state.answers.filter(a => !a.stale) };
    case "rated":
      return {
        ...state,
        messages: state.messages.map(m => (m.seq === event.seq ? { ...m, rating: event.value } : m)),
      };
    case "forget":
      return {
        ...initialState,
        link: state.link,
        settings: state.settings,
        pending: state.pending.filter(p => p.status !== "sent").map(requeue),
      };
  }
}

function onLink(state: ChatState, link: Link, failure: Failure | null): ChatState {
  if (link === "online") return { ...state, link, failure: null };
  return { ...state, link, failure, agentTyping: false, pending: state.pending.map(requeue) };
}

function onQueued(state: ChatState, id: string, text: string, recording?: Recording): ChatState {
  const queued: Pending = { id, text, recording, status: "queued" };
  if (state.pending.some(p => p.id === id)) return mapPending(state, id, () => queued);
  return { ...state, pending: [...state.pending, queued] };
}

const as = ({ error: _, ...p }: Pending, status: Pending["status"]): Pending => ({ ...p, status });

/** Sends again what was not acknowledged; its id makes that safe. */
const requeue = (p: Pending): Pending => (p.status === "sending" ? { ...p, status: "queued" } : p);

function onFrame(state: ChatState, frame: VisitorServerFrame): ChatState {
  switch (frame.type) {
    case "ready":
      return onReady(state, frame);
    case "ack":
      return mapPending(state, frame.id, p => as(p, "sent"));
    case "message":
      return onMessage(state, frame);
    case "answer.begin":
      return withAnswers(state, begun(state.answers, frame));
    case "answer.delta":
      return withAnswers(state, grown(state.answers, frame));
    case "answer.end":
      return withAnswers(state, ended(state.answers, frame.answer));
    case "state":
      return withOwner(state, frame);
    case "typing":
      return frame.author === "agent" ? { ...state, agentTyping: frame.on } : state;
    case "error":
      return onError(state, frame);
    case "pong":
    case "drain":
      return state;
  }
}

function onReady(state: ChatState, frame: VisitorServerReady): ChatState {
  const byBot = frame.state === "with_bot";
  return caughtUp({
    ...state,
    link: "online",
    failure: null,
    conversation: frame.conversation,
    owner: frame.state,
    handoffAsked: state.handoffAsked && byBot,
    queue: frame.state === "waiting" ? state.queue : null,
    catchingUp: true,
    catchUpTo: frame.last_seq,
    desync: false,
    // Kept on screen until the replay mentions them, so that a short interruption does not make text blink.
    answers: ownedBy(frame.state, state.answers).map(a => ({ ...a, stale: true })),
  });
}

function caughtUp(state: ChatState): ChatState {
  const done = state.catchingUp && lastSeq(state) >= state.catchUpTo;
  return done ? { ...state, catchingUp: false, settled: true } : state;
}

function onMessage(state: ChatState, frame: VisitorServerMessage): ChatState {
  if (state.messages.some(m => m.seq === frame.seq)) return state;
  const live = frame.seq > state.catchUpTo;
  if (live && frame.seq > Math.max(lastSeq(state), state.catchUpTo) + 1) return { ...state, desync: true };
  const message = toMessage(frame, live || state.settled);
  const messages = [...state.messages, message];
  if (lastSeq(state) > frame.seq) messages.sort((a, b) => a.seq - b.seq);
  return caughtUp({
    ...state,
    messages,
    pending: frame.client_id ? state.pending.filter(p => p.id !== frame.client_id) : state.pending,
    answers: frame.author === "bot" && frame.finish ? replaced(state.answers) : state.answers,
    agent: frame.author === "agent" ? (frame.name ?? state.agent) : state.agent,
    agentTyping: frame.author === "agent" ? false : state.agentTyping,
    // If nobody is there, a notice is the only reaction.
    handoffAsked: state.handoffAsked && frame.author !== "system",
  });
}

function withAnswers(state: ChatState, answers: readonly LiveAnswer[] | null): ChatState {
  return answers ? { ...state, answers } : { ...state, desync: true };
}

function withOwner(state: ChatState, frame: VisitorServerState): ChatState {
  return {
    ...state,
    owner: frame.state,
    agent: frame.state === "with_agent" ? state.agent : null,
    queue: frame.state === "waiting" ? (frame.queue ?? state.queue) : null,
    handoffAsked: state.handoffAsked && frame.state === "with_bot",
    answers: ownedBy(frame.state, state.answers),
  };
}

function onError(state: ChatState, frame: VisitorServerError): ChatState {
  if (frame.id === undefined) return state;
  const status = frame.retryable && frame.retry_after_s !== undefined ? "queued" : "failed";
  return mapPending(state, frame.id, p => ({ ...p, status, error: frame.code }));
}

function mapPending(state: ChatState, id: string, change: (p: Pending) => Pending): ChatState {
  return { ...state, pending: state.pending.map(p => (p.id === id ? change(p) : p)) };
}
