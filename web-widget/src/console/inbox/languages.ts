/** Languages by their tags, and whether a voice message is in one that the agent does not read. */
import type { Message } from "../api/types";

const first = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? "";

/** Where the language is not known it is not guessed: nothing is paid for translating English into English. */
export function wantsTranslation({ author, text, recording }: Message, readsIn: string): boolean {
  if (author !== "visitor" || !recording?.language || !(text || recording.heard)) return false;
  if (recording.translation?.language === readsIn) return false;
  return first(recording.language) !== first(readsIn);
}

export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What agents are offered to read in. */
export const READABLE: readonly string[] = [
  "ar",
  "bg",
  "ca",
  "cs",
  "da",
  "de",
  "el",
  "en",
  "es",
  "et",
  "fa",
  "fi",
  "fr",
  "he",
  "hi",
  "hr",
  "hu",
  "id",
  "it",
  "ja",
  "ko",
  "lt",
  "lv",
  "ms",
  "nb",
  "nl",
  "pl",
  "pt",
  "ro",
  "ru",
  "sk",
  "sl",
  "sr",
  "sv",
  "th",
  "tr",
  "uk",
  "ur",
  "vi",
  "zh",
];
