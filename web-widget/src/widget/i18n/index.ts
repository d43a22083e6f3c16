import { en, type Words } from "./en";

/** Their words lie in `words/`, a script for each, fetched where it is needed. */
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

/** The first wish that we speak, in the order given; English otherwise. */
export function speech(...wishes: readonly (string | null | undefined)[]): Speech {
  for (const wish of wishes) {
    const first = wish?.toLowerCase().split(/[-_]/)[0];
    const language = LANGUAGES.find(one => one === first);
    if (wish && language) return { language, locale: wish, dir: language === "ar" ? "rtl" : "ltr" };
  }
  return { language: "en", locale: "en", dir: "ltr" };
}

/** What has been fetched so far; a language that could not be fetched is asked for again by `again`. */
export class Vocabulary {
  private readonly known = new Map<Language, Words | null>([["en", en]]);

  constructor(private readonly fetch: (language: Language) => Promise<Words>) {}

  /** Null until they have come, then `come` is called; English where they cannot be had. */
  words(language: Language, come: () => void): Words | null {
    const words = this.known.get(language);
    if (words !== undefined) return words;
    this.known.set(language, null);
    this.fetch(language)
      .then(
        got => this.known.set(language, got),
        () => this.failed.add(language) && this.known.set(language, en),
      )
      .then(come);
    return null;
  }

  private readonly failed = new Set<Language>();

  again(): void {
    for (const language of this.failed) this.known.delete(language);
    this.failed.clear();
  }
}

export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));
}
