/** Frames of `parley.v1`. */

export type Owner = "with_bot" | "waiting" | "with_agent" | "closed";
export type Author = "visitor" | "bot" | "agent" | "system";
export type Finish =
  | "stop"
  | "length"
  | "content_filter"
  | "stopped"
  | "interrupted"
  | "faq"
  | "no_answer"
  | "handoff"
  | "offer"
  | "withdrawn";

export interface Source {
  readonly id: string;
  readonly question: string;
  readonly url?: string | null;
  readonly score?: number;
}

/** The shop's own data beside an answer. */
export interface Card {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A file from an agent. */
export interface FileOf {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** A voice message. `text` is what the visitor sent, `heard` the transcript if different. */
export interface Recording {
  readonly id: string;
  readonly seconds: number;
  /** Volume per interval, one digit each. */
  readonly peaks?: string;
  readonly heard?: string;
  readonly language?: string;
  /** False once the audio is deleted; absent if not sent yet. */
  readonly available?: boolean;
  readonly translation?: { readonly language: string; readonly text: string };
}

export interface Queue {
  readonly position: number;
  readonly eta_s?: number;
}

export type ClientFrame =
  | { readonly type: "hello"; readonly token: string; readonly since: number }
  | {
      readonly type: "send";
      readonly id: string;
      readonly text: string;
      readonly page?: string | undefined;
      readonly recording?: string | undefined;
    }
  | { readonly type: "stop"; readonly answer: string }
  | { readonly type: "typing"; readonly on: boolean }
  | { readonly type: "seen"; readonly seq: number }
  | { readonly type: "handoff"; readonly reason?: string }
  | { readonly type: "rate"; readonly seq: number; readonly value: "up" | "down"; readonly comment?: string }
  | { readonly type: "close" }
  | { readonly type: "ping" };

export interface MessageFrame {
  readonly type: "message";
  readonly seq: number;
  readonly author: Author;
  readonly name?: string;
  readonly text: string;
  readonly at: string;
  readonly client_id?: string;
  readonly sources?: readonly Source[];
  readonly finish?: Finish;
  readonly cards?: readonly Card[];
  readonly attachments?: readonly FileOf[];
  readonly recording?: Recording;
}

export interface ReadyFrame {
  readonly type: "ready";
  readonly conversation: string;
  readonly state: Owner;
  readonly epoch: number;
  readonly last_seq: number;
  readonly heartbeat_s: number;
}

export type ServerFrame =
  | ReadyFrame
  | { readonly type: "ack"; readonly id: string; readonly seq: number; readonly at: string }
  | MessageFrame
  | { readonly type: "answer.begin"; readonly answer: string; readonly attempt: number }
  | {
      readonly type: "answer.delta";
      readonly answer: string;
      readonly attempt: number;
      readonly n: number;
      readonly text: string;
    }
  | {
      readonly type: "answer.end";
      readonly answer: string;
      readonly attempt: number;
      readonly seq: number;
      readonly finish: Finish;
    }
  | {
      readonly type: "state";
      readonly state: Owner;
      readonly epoch: number;
      readonly agent?: string | { readonly name?: string };
      readonly queue?: Queue;
    }
  | { readonly type: "typing"; readonly author: Author; readonly on: boolean }
  | { readonly type: "drain" }
  | { readonly type: "pong" }
  | {
      readonly type: "error";
      readonly code: string;
      readonly detail: string;
      readonly retryable: boolean;
      readonly retry_after_s?: number;
      readonly id?: string;
    };

/** Required fields and their types, by frame type; test/frames.test.ts compares them with asyncapi.yaml. */
export type Kinds<F extends { readonly type: string }> = {
  readonly [T in F["type"]]: Fields<F extends { readonly type: infer U } ? (T extends U ? F : never) : never>;
};

type Fields<F> = {
  readonly [K in keyof F]?: F[K] extends string ? "string" : F[K] extends number ? "number" : "object";
};

/** What the reducer relies on. Unknown types are ignored, so the server may add some. */
export const KINDS: Kinds<ServerFrame> = {
  ready: { conversation: "string", state: "string", last_seq: "number" },
  ack: { id: "string", seq: "number" },
  message: { seq: "number", author: "string", text: "string" },
  "answer.begin": { answer: "string", attempt: "number" },
  "answer.delta": { answer: "string", attempt: "number", n: "number", text: "string" },
  "answer.end": { answer: "string" },
  state: { state: "string" },
  typing: { author: "string" },
  drain: {},
  pong: {},
  error: { code: "string" },
};

/** Parses a frame of a known type with its required fields; null otherwise. JSON's null is no object here. */
export function readFrame<F extends { readonly type: string }>(data: unknown, kinds: Kinds<F>): F | null {
  try {
    const frame = JSON.parse(data as string);
    const fields =
      Object.hasOwn(kinds, frame.type) &&
      (kinds[frame.type as F["type"]] as Readonly<Record<string, string>>);
    if (
      fields &&
      Object.keys(fields).every(name => frame[name] !== null && typeof frame[name] === fields[name])
    )
      return frame;
  } catch {
    // Invalid JSON is ignored.
  }
  return null;
}
