/** Whether a voice message needs a translation. */
import type { Message } from "../api/types";

const first = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? "";

/** Not for an unknown language: translating English to English would cost money. */
export function wantsTranslation({ author, text, recording }: Message, readsIn: string): boolean {
  if (author !== "visitor" || !recording?.language || !(text || recording.heard)) return false;
  if (recording.translation?.language === readsIn) return false;
  return first(recording.language) !== first(readsIn);
}
