/** Every step of a voice message before it is sent, without I/O and clock. */
import type { Failure, Heard, Refusal } from "./answers";

/** A recording; its bytes are with the effects. */
export interface Clip {
  readonly id: string;
  readonly seconds: number;
  readonly peaks: string;
}

export type State =
  | { readonly is: "idle" }
  | { readonly is: "asking" }
  | { readonly is: "refused"; readonly why: Refusal }
  /** `since` null: paused. `asks`: confirms discarding. */
  | {
      readonly is: "recording";
      readonly spokenMs: number;
      readonly since: number | null;
      readonly asks: boolean;
    }
  | { readonly is: "finishing" }
  | { readonly is: "review"; readonly clip: Clip; readonly asks: boolean }
  | { readonly is: "hearing"; readonly clip: Clip; readonly asIs: boolean }
  /** `kept`: the audio is stored; null: it never is, so no person could listen. */
  | {
      readonly is: "failed";
      readonly clip: Clip;
      readonly why: Failure;
      readonly kept: boolean | null;
      readonly asks: boolean;
    }
  /** Beside the text box, to be sent with its text. */
  | { readonly is: "attached"; readonly clip: Clip };

export type Event =
  | { readonly type: "pressed" }
  | { readonly type: "granted"; readonly at: number }
  | { readonly type: "refused"; readonly why: Refusal }
  | { readonly type: "pause"; readonly at: number }
  | { readonly type: "resume"; readonly at: number }
  | { readonly type: "tick"; readonly at: number }
  | { readonly type: "stop"; readonly at: number }
  /** The microphone was unplugged or revoked. */
  | { readonly type: "unplugged"; readonly at: number }
  | { readonly type: "finished"; readonly clip: Clip }
  /** Unsent on an earlier page. */
  | { readonly type: "found"; readonly clip: Clip }
  /** Sent or discarded on another page. */
  | { readonly type: "gone" }
  | { readonly type: "cancel"; readonly at: number }
  | { readonly type: "keep" }
  | { readonly type: "drop" }
  | { readonly type: "use" }
  | { readonly type: "again" }
  | { readonly type: "answered"; readonly clip: string; readonly answer: Heard }
  | { readonly type: "retry" }
  | { readonly type: "asIs" }
  | { readonly type: "typeInstead" }
  | { readonly type: "online" }
  | { readonly type: "hidden"; readonly at: number }
  | { readonly type: "sent" };

export type Effect =
  | { readonly type: "ask" }
  | { readonly type: "pause" }
  | { readonly type: "resume" }
  | { readonly type: "stop"; readonly ms: number }
  | { readonly type: "abort" }
  /** Removes everything: microphone, bytes, upload, and the service's copy. */
  | { readonly type: "drop" }
  | { readonly type: "upload"; readonly clip: Clip }
  | { readonly type: "write"; readonly text: string; readonly clip: Clip }
  | { readonly type: "send"; readonly clip: Clip };

export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/** The service refuses anything shorter. */
export const SHORTEST_MS = 500;
/** Longer recordings ask before they are discarded. */
const DEAR_MS = 3_000;

export const IDLE: State = { is: "idle" };

export const spokenMs = (state: Extract<State, { is: "recording" }>, now: number): number =>
  state.spokenMs + (state.since === null ? 0 : Math.max(0, now - state.since));

export function step(state: State, event: Event, limitMs: number): Step {
  switch (event.type) {
    case "pressed":
      return state.is === "idle" || state.is === "refused"
        ? to({ is: "asking" }, { type: "ask" })
        : to(state);
    case "granted":
      return state.is === "asking"
        ? to({ is: "recording", spokenMs: 0, since: event.at, asks: false })
        : to(state, { type: "drop" });
    case "refused":
      return state.is === "asking" || state.is === "recording" || state.is === "finishing"
        ? to({ is: "refused", why: event.why }, { type: "drop" })
        : to(state);
    case "pause":
      return state.is === "recording" ? paused(state, event.at) : to(state);
    case "resume":
      return state.is === "recording" && state.since === null
        ? to({ ...state, since: event.at, asks: false }, { type: "resume" })
        : to(state);
    case "tick":
      return state.is === "recording" && spokenMs(state, event.at) >= limitMs ? finish(limitMs) : to(state);
    case "stop":
    case "unplugged":
      return state.is === "recording" ? stopped(state, event) : to(state);
    case "hidden":
      return onHidden(state, event.at);
    case "finished":
      return state.is === "finishing" ? to({ is: "review", clip: event.clip, asks: false }) : to(state);
    case "found":
      return state.is === "idle" ? to({ is: "review", clip: event.clip, asks: false }) : to(state);
    case "gone":
      return "clip" in state && state.is !== "attached" ? to(IDLE) : to(state);
    case "cancel":
      return onCancel(state, event.at);
    case "keep":
      return "asks" in state ? to({ ...state, asks: false }) : to(state);
    case "drop":
      return to(IDLE, { type: "drop" });
    case "use":
      return state.is === "review" ? hear(state.clip) : to(state);
    case "again":
      return state.is === "review" || state.is === "failed"
        ? to({ is: "asking" }, { type: "drop" }, { type: "ask" })
        : to(state);
    case "retry":
      return state.is === "failed" ? hear(state.clip) : to(state);
    case "asIs":
      return onAsIs(state);
    case "online":
      return state.is === "failed" && state.why === "offline" ? hear(state.clip) : to(state);
    case "answered":
      return state.is === "hearing" && state.clip.id === event.clip
        ? onAnswer(state, event.answer)
        : to(state);
    case "typeInstead":
      return onTypeInstead(state);
    case "sent":
      return state.is === "attached" ? to(IDLE) : to(state);
  }
}

const to = (state: State, ...effects: readonly Effect[]): Step => ({ state, effects });

const finish = (ms: number): Step => to({ is: "finishing" }, { type: "stop", ms });

const hear = (clip: Clip, asIs = false): Step => to({ is: "hearing", clip, asIs }, { type: "upload", clip });

function paused(state: Extract<State, { is: "recording" }>, at: number): Step {
  return state.since === null
    ? to(state)
    : to({ ...state, spokenMs: spokenMs(state, at), since: null }, { type: "pause" });
}

function stopped(
  state: Extract<State, { is: "recording" }>,
  event: Extract<Event, { type: "stop" | "unplugged" }>,
): Step {
  const ms = spokenMs(state, event.at);
  if (ms >= SHORTEST_MS) return finish(ms);
  const why = event.type === "stop" ? "short" : "lost";
  return to({ is: "refused", why }, { type: "drop" });
}

/** With the chat closed, nobody sees that the microphone is on, so it must not be. */
function onHidden(state: State, at: number): Step {
  if (state.is === "asking" || state.is === "refused") return to(IDLE, { type: "drop" });
  return state.is === "recording" ? stopped(state, { type: "stop", at }) : to(state);
}

function onCancel(state: State, at: number): Step {
  switch (state.is) {
    case "idle":
      return to(state);
    case "recording": {
      if (state.asks) return to({ ...state, asks: false });
      const { state: now, effects } = paused(state, at);
      const dear = spokenMs(state, at) >= DEAR_MS;
      return dear ? to({ ...now, asks: true } as State, ...effects) : to(IDLE, { type: "drop" });
    }
    case "review":
    case "failed":
      return to({ ...state, asks: !state.asks });
    case "hearing":
      return to({ is: "review", clip: state.clip, asks: false }, { type: "abort" });
    case "asking":
    case "refused":
    case "finishing":
    case "attached":
      return to(IDLE, { type: "drop" });
  }
}

/** Uploads first if the service lacks it. */
function onAsIs(state: State): Step {
  if (state.is !== "failed" || state.kept === null) return to(state);
  return state.kept ? to(IDLE, { type: "send", clip: state.clip }) : hear(state.clip, true);
}

function onTypeInstead(state: State): Step {
  if (state.is === "refused") return to(IDLE);
  if (state.is !== "failed") return to(state);
  return state.kept
    ? to({ is: "attached", clip: state.clip }, { type: "write", text: "", clip: state.clip })
    : to(IDLE, { type: "drop" });
}

function onAnswer(state: Extract<State, { is: "hearing" }>, answer: Heard): Step {
  const { clip } = state;
  const failed = (why: Failure, kept: boolean | null): Step =>
    to({ is: "failed", clip, why, kept, asks: false });
  if ("kept" in answer && answer.kept && state.asIs) return to(IDLE, { type: "send", clip });
  switch (answer.is) {
    case "heard":
      return answer.text
        ? to({ is: "attached", clip }, { type: "write", text: answer.text, clip })
        : failed("silent", answer.kept || null);
    case "unheard":
      return failed(answer.why, answer.kept || null);
    case "lost":
      return failed(answer.why, false);
    case "refused":
      return to({ is: "refused", why: answer.why }, { type: "drop" });
  }
}
