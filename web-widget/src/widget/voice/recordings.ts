/** Bytes of recordings: this page's from memory, others from the service. */
import type { ParleyClient } from "../../client";
import { type Heard, readAnswer } from "./answers";
import type { Clip } from "./machine";
import { fileName } from "./mic";
import { Gone } from "./sound";

/** The service allows a model 15 s; the rest is for a slow connection. */
const PATIENCE_MS = 90_000;

const mine = new Map<string, Blob>();

export const keep = (id: string, bytes: Blob): void => void mine.set(id, bytes);
export const forget = (id: string): void => void mine.delete(id);
export const isMine = (id: string): boolean => mine.has(id);

export async function bytesOf(id: string, client: ParleyClient): Promise<Blob> {
  const here = mine.get(id);
  if (here) return here;
  const answer = await call(client, `voice/${encodeURIComponent(id)}`);
  if (answer.status === 404 || answer.status === 410) throw new Gone();
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.blob();
}

/** How long a reconnect may take. */
const RENEW_MS = 10_000;

/** The next connection renews an expired session. */
async function call(client: ParleyClient, path: string, init?: RequestInit): Promise<Response> {
  const answer = await client.call(path, init);
  if (answer.status !== 401) return answer;
  client.networkLost();
  await new Promise<void>(done => {
    const late = setTimeout(done, RENEW_MS);
    const leave = client.subscribe(({ link }) => {
      if (link !== "online") return;
      leave();
      clearTimeout(late);
      done();
    });
  });
  return client.call(path, init);
}

/** Uploads for transcription; idempotent. Null if `stop` ended it. */
export async function upload(clip: Clip, client: ParleyClient, stop: AbortSignal): Promise<Heard | null> {
  const bytes = mine.get(clip.id);
  const body = new FormData();
  body.append("id", clip.id);
  if (clip.peaks) body.append("peaks", clip.peaks);
  // Without it, the service uses the stored audio.
  if (bytes) body.append("file", bytes, fileName(bytes.type));
  const late = AbortSignal.timeout(PATIENCE_MS);
  const both = new AbortController();
  for (const signal of [stop, late]) signal.addEventListener("abort", () => both.abort());
  try {
    return await readAnswer(await call(client, "voice", { method: "POST", body, signal: both.signal }));
  } catch {
    if (stop.aborted) return null;
    return { is: "lost", why: late.aborted ? "down" : "offline" };
  }
}

/** If it does not arrive, the service deletes the recording by its own schedule. */
export function discard(id: string, client: ParleyClient): void {
  client.call(`voice/${id}`, { method: "DELETE", keepalive: true }).catch(() => undefined);
}
