/** What the service says to a recording, and what that means for whoever has made it. */
import type { Refusal } from "./machine";

export type Failure = "down" | "offline" | "busy" | "silent";

export type Heard =
  | { readonly is: "heard"; readonly text: string }
  /** The service has the recording, but nobody who understands it. */
  | { readonly is: "unheard"; readonly why: Failure }
  /** The service has it not. */
  | { readonly is: "lost"; readonly why: Failure }
  /** No use in trying again with the same bytes. */
  | { readonly is: "refused"; readonly why: Refusal };

const SHORT: ReadonlySet<string | undefined> = new Set(["audio_too_short", "audio_empty"]);

export async function readAnswer(answer: Response): Promise<Heard> {
  const body = (await answer.json().catch(() => ({}))) as {
    readonly text?: unknown;
    readonly failure?: { readonly code?: string };
    readonly code?: string;
  };
  if (answer.ok) {
    if (typeof body.text === "string") return { is: "heard", text: body.text.trim() };
    return { is: "unheard", why: body.failure?.code === "audio_silent" ? "silent" : "down" };
  }
  if (body.code === "audio_silent") return { is: "lost", why: "silent" };
  if (answer.status === 429) return { is: "lost", why: "busy" };
  if (answer.status >= 500 || answer.status === 401 || answer.status === 408)
    return { is: "lost", why: "down" };
  return { is: "refused", why: SHORT.has(body.code) ? "short" : "unusable" };
}
