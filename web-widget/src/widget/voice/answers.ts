/** What the service says to a recording, and what that means for whoever has made it. */

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
  /** `kept`: its sound is, so that a person may hear it; some shops keep none. */
  | { readonly is: "heard"; readonly text: string; readonly kept: boolean }
  /** The service has the recording, but nobody who understands it. */
  | { readonly is: "unheard"; readonly why: Failure; readonly kept: boolean }
  /** The service has it not. */
  | { readonly is: "lost"; readonly why: Failure }
  /** No use in trying again with the same bytes. */
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
