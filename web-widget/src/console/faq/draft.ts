/** An entry in the editor: no absent fields, times as inputs format them. */

import type { Entry } from "../api/faq";
import type { Problems } from "../kit/form";

type Same = Pick<Entry, "question" | "variants" | "answer" | "locale" | "products" | "tags" | "status">;

export interface Draft extends Same {
  readonly url: string;
  /** `2026-12-24T18:00` in local time, or empty. */
  readonly valid_from: string;
  readonly valid_until: string;
}

/** Enough wordings for a question to be found however it is asked. */
export const ENOUGH_WORDINGS = 5;
const LONGEST_QUESTION = 500;
export const LONGEST_ANSWER = 20_000;
const MOST_VARIANTS = 100;

export const BLANK: Draft = {
  question: "",
  variants: [],
  answer: "",
  locale: "en",
  products: [],
  tags: [],
  url: "",
  status: "draft",
  valid_from: "",
  valid_until: "",
};

export function draftOf(entry: Entry): Draft {
  return {
    question: entry.question,
    variants: entry.variants,
    answer: entry.answer,
    locale: entry.locale,
    products: entry.products,
    tags: entry.tags,
    url: entry.url ?? "",
    status: entry.status,
    valid_from: localTime(entry.valid_from),
    valid_until: localTime(entry.valid_until),
  };
}

/** The request; `base` is what was read, so that unchanged times keep their seconds. */
export function bodyOf(draft: Draft, base?: Entry): Record<string, unknown> {
  return {
    ...draft,
    question: draft.question.trim(),
    variants: cleaned(draft.variants),
    answer: draft.answer.trim(),
    url: draft.url.trim() || undefined,
    valid_from: instant(draft.valid_from, base?.valid_from),
    valid_until: instant(draft.valid_until, base?.valid_until),
  };
}

export function cleaned(variants: readonly string[]): readonly string[] {
  return variants.map(one => one.trim()).filter((one, i, all) => one !== "" && all.indexOf(one) === i);
}

function localTime(at: string | undefined): string {
  if (!at) return "";
  const time = new Date(at);
  const two = (n: number) => String(n).padStart(2, "0");
  const day = `${String(time.getFullYear()).padStart(4, "0")}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

function instant(local: string, base: string | undefined): string | undefined {
  if (!local) return undefined;
  if (base && localTime(base) === local) return base;
  return new Date(local).toISOString();
}

const length = (text: string): number => [...text.trim()].length;

export function check(draft: Draft): Problems {
  const wrong: Record<string, string> = {};
  if (!draft.question.trim()) wrong["question"] = "Write the question as a customer would ask it.";
  else if (length(draft.question) > LONGEST_QUESTION)
    wrong["question"] = `Shorten it to ${LONGEST_QUESTION} characters.`;
  if (!draft.answer.trim() && draft.status === "published")
    wrong["answer"] = "A published entry needs an answer. Write one, or keep it as a draft.";
  else if (length(draft.answer) > LONGEST_ANSWER)
    wrong["answer"] =
      `It has ${length(draft.answer).toLocaleString()} characters. Shorten it to ${LONGEST_ANSWER.toLocaleString()}.`;
  if (draft.variants.some(one => length(one) > LONGEST_QUESTION))
    wrong["variants"] = `A wording has at most ${LONGEST_QUESTION} characters.`;
  else if (cleaned(draft.variants).length > MOST_VARIANTS)
    wrong["variants"] = `At most ${MOST_VARIANTS} wordings. Keep the best.`;
  if (draft.url.trim() && !isWebAddress(draft.url.trim()))
    wrong["url"] = "Write the whole address, beginning with https://.";
  if (!isLocale(draft.locale)) wrong["locale"] = "Write a language tag such as en, de or zh-Hans.";
  if (draft.valid_from && draft.valid_until && draft.valid_from >= draft.valid_until)
    wrong["valid_until"] = "The end must be after the beginning.";
  return wrong;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);
}

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text.trim().replace("_", "-")).length === 1;
  } catch {
    return false;
  }
}
