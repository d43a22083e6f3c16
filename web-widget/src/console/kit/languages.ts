/** Names of languages. */

/** `de` as `German`: in the language of `said`, else of the browser. */
export function languageName(tag: string, said?: string): string {
  try {
    return new Intl.DisplayNames(said, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Languages that agents can choose to read in. */
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
