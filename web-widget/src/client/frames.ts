/** Reading and writing frames of `parley.v1`; their types are made from src/docs/asyncapi.yaml. */
import type {
  Source as FrameSource,
  Recording as SentRecording,
  VisitorClientFrame,
  VisitorServerFrame,
} from "./visitor-frames";

/** `available` is absent before it is sent. */
export type Recording = Omit<SentRecording, "available"> & Partial<Pick<SentRecording, "available">>;

/** REST says null where a frame leaves `url` out. */
export type Source = Omit<FrameSource, "url"> & { readonly url?: string | null };

/** JSON leaves out what is undefined. */
export type ClientFrame = OrUndefined<VisitorClientFrame>;

type OrUndefined<F> = F extends unknown
  ? { readonly [K in keyof F]: undefined extends F[K] ? F[K] | undefined : F[K] }
  : never;

/** Required fields and their types, by frame type. */
export type Kinds<F extends { readonly type: string }> = {
  readonly [T in F["type"]]: Fields<F extends { readonly type: infer U } ? (T extends U ? F : never) : never>;
};

type Fields<F> = {
  readonly [K in keyof F as undefined extends F[K] ? never : K]?: F[K] extends string
    ? "string"
    : F[K] extends number
      ? "number"
      : "object";
};

/** What the reducer relies on. Unknown types are ignored, so the server may add some. */
export const KINDS: Kinds<VisitorServerFrame> = {
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
