/** Answers of the service to a recording. */

export type Failure = "down" | "offline" | "busy" | "silent";

/** Why there is nothing to send. */
export type Refusal =
  | "denied"
  | "policy"
  | "none"
  | "inUse"
  | "insecure"
  | "unsupported"
  | "short"
  | "lost"
  | "unusable";

export type Heard =
  /** `kept`: the audio is stored, so a person could listen; some shops keep none. */
  | { readonly is: "heard"; readonly text: string; readonly kept: boolean }
  /** Stored, but not transcribed. */
  | { readonly is: "unheard"; readonly why: Failure; readonly kept: boolean }
  /** Not uploaded. */
  | { readonly is: "lost"; readonly why: Failure }
  /** A retry with the same bytes is useless. */
  | { readonly is: "refused"; readonly why: Refusal };

const SILENT: ReadonlySet<string | undefined> = new Set(["audio_silent", "nothing_heard"]);
const SHORT: ReadonlySet<string | undefined> = new Set(["audio_too_short", "audio_empty"]);

export async function readAnswer(answer: Response): Promise<Heard> {
  const body = (await answer.json().catch(() => ({}))) as {
    readonly text?: unknown;
    readonly failure?: { readonly code?: string };
    readonly available?: boolean;
    readonly code?: string;
  };
  if (answer.ok) {
    const kept = body.available !== false;
    if (typeof body.text === "string") return { is: "heard", text: body.text.trim(), kept };
    return { is: "unheard", why: SILENT.has(body.failure?.code) ? "silent" : "down", kept };
  }
  if (SILENT.has(body.code)) return { is: "lost", why: "silent" };
  if (answer.status === 429) return { is: "lost", why: "busy" };
  if (answer.status >= 500 || answer.status === 401 || answer.status === 408)
    return { is: "lost", why: "down" };
  return { is: "refused", why: SHORT.has(body.code) ? "short" : "unusable" };
}
