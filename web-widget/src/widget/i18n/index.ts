/** One script per language in `words/`, loaded on demand. */
export const LANGUAGES = [
  "en",
  "de",
  "fr",
  "es",
  "it",
  "pt",
  "nl",
  "pl",
  "ru",
  "tr",
  "ar",
  "zh",
  "ja",
  "ko",
] as const;

export type Language = (typeof LANGUAGES)[number];

export interface Speech {
  readonly language: Language;
  readonly locale: string;
  readonly dir: "ltr" | "rtl";
}

/** The first available language; English otherwise. */
export function speech(...tags: readonly (string | null | undefined)[]): Speech {
  for (const tag of tags) {
    const first = tag?.toLowerCase().split(/[-_]/)[0];
    const language = LANGUAGES.find(one => one === first);
    if (tag && language) return { language, locale: tag, dir: language === "ar" ? "rtl" : "ltr" };
  }
  return { language: "en", locale: "en", dir: "ltr" };
}

export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));
}
