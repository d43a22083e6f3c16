/** Whether a voice message is in a language that the agent does not read. */
import type { Message } from "../api/types";

const first = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? "";

/** Where the language is not known it is not guessed: nothing is paid for translating English into English. */
export function wantsTranslation({ author, text, recording }: Message, readsIn: string): boolean {
  if (author !== "visitor" || !recording?.language || !(text || recording.heard)) return false;
  if (recording.translation?.language === readsIn) return false;
  return first(recording.language) !== first(readsIn);
}
