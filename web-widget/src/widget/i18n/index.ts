import { ar } from "./ar";
import { de } from "./de";
import { en, type Words } from "./en";
import { zh } from "./zh";

const locales: Readonly<Record<string, Words>> = { en, de, zh, ar };

export interface Speech {
  readonly locale: string;
  readonly dir: "ltr" | "rtl";
  readonly words: Words;
}

/** The first wish that we speak, in the order given; English otherwise. */
export function speech(...wishes: readonly (string | null | undefined)[]): Speech {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split(/[-_]/)[0] ?? "";
    const words = Object.hasOwn(locales, language) ? locales[language] : undefined;
    if (words) return { locale: wish ?? language, dir: language === "ar" ? "rtl" : "ltr", words };
  }
  return { locale: "en", dir: "ltr", words: en };
}

export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));
}
