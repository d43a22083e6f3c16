/** Parley's sentences: when each is used, and what a shop's own may contain. */

import type { Problems } from "../../kit/form";
import type { SentenceSettings } from "../console-rest";

export type Texts = Readonly<Record<string, string>>;
type ByLanguage = Readonly<Record<string, Texts>>;

export type { SentenceSettings };

/** Own texts only, without empty languages. */
export interface Own {
  readonly sentences: ByLanguage;
}

export const LONGEST = 500;

interface Situation {
  readonly key: string;
  readonly when: string;
}

const SITUATIONS: Readonly<Record<string, Texts>> = {
  "Small talk": {
    greeting: "A visitor says hello",
    thanks: "A visitor says thank you",
    acknowledged: "A visitor says “ok”, or sends a thumb",
    goodbye: "A visitor says goodbye",
  },
  Answers: {
    no_answer: "Nothing in the FAQ answers the question",
    ask_back: "The question is not clear",
    refused: "The model's filter refuses the question",
    apology: "Something went wrong with the answer",
    on_card: "The answer is a card, such as an order's",
  },
  Actions: {
    confirm: "An action needs the visitor's yes",
    left_alone: "The visitor said no to an action",
    still_at_it: "An action takes long",
    action_done: "It has been done, and no model says so",
    action_not_done: "It could not be done, and no model says so",
    action_uncertain: "Nobody knows whether it was done",
  },
  "A person is wanted": {
    offer_person: "The bot offers a person",
    offer_declined: "The visitor does not want one",
    handing_over: "The bot hands over",
    waiting: "The visitor waits for a person, and somebody is there",
    waiting_a_while: "Nobody is there this moment; the bot goes on if nobody comes",
    waiting_for_the_team: "Nobody is there this moment; the visitor keeps the place",
    waiting_for_the_hours: "Outside the hours; the visitor keeps the place",
    nobody_now: "Nobody is there; the bot goes on",
    nobody_outside_hours: "Outside the hours; the bot goes on",
    nobody: "Nobody came; the bot answers again",
    leave_a_message: "Nobody came; the visitor may leave a message",
    message_kept: "The visitor has left one",
  },
  "With a person": {
    joined: "An agent takes the conversation over",
    passed_on: "It is passed on to somebody else",
    with_bot_again: "The bot has it back",
    closed: "The conversation is closed",
  },
  "The shop": { suspended: "The operator has paused the shop's chat" },
};

const listed = (all: Texts): readonly Situation[] =>
  Object.entries(all).map(([key, when]) => ({ key, when }));

export const GROUPS: readonly (readonly [string, readonly Situation[]])[] = Object.entries(SITUATIONS).map(
  ([name, all]) => [name, listed(all)] as const,
);

/** Unknown sentences of a newer server come last, under their key. */
export function groupsOf(keys: readonly string[]): typeof GROUPS {
  const known = GROUPS.flatMap(([, all]) => all.map(one => one.key));
  const others = keys
    .filter(key => !known.includes(key))
    .map(key => ({ key, when: key.replaceAll("_", " ") }));
  const there = GROUPS.map(
    ([name, all]) => [name, all.filter(one => keys.includes(one.key))] as const,
  ).filter(([, all]) => all.length > 0);
  return others.length > 0 ? [...there, ["Others", others]] : there;
}

/** Examples for `{agent}` and other placeholders. */
export const PLACES: Readonly<Record<string, string>> = {
  "{agent}": "becomes the agent's name",
  "{opens}": "becomes the day and time at which the team is back",
  "{what}": "becomes what the action does, in the words of its description",
};

/** As a visitor would see it. */
export function example(text: string, language: string): string {
  const opens = new Intl.DateTimeFormat(language, {
    weekday: "long",
    hour: "numeric",
    minute: "2-digit",
  }).format(new Date(2026, 10, 30, 9));
  return text
    .replaceAll("{agent}", "Ada")
    .replaceAll("{opens}", opens)
    .replaceAll("{what}", "Cancel order 10231.");
}

export function ownOf(settings: SentenceSettings): Own {
  return { sentences: settings.sentences };
}

/** Null resets to Parley's text. */
export function change({ sentences }: Own, language: string, key: string, text: string | null): Own {
  const { [key]: _, ...others } = sentences[language] ?? {};
  const texts = text === null ? others : { ...others, [key]: text };
  const { [language]: __, ...rest } = sentences;
  return { sentences: Object.keys(texts).length > 0 ? { ...rest, [language]: texts } : rest };
}

export function bodyOf({ sentences }: Own): Own {
  const trimmed = Object.entries(sentences).map(
    ([language, texts]) =>
      [language, Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.trim()]))] as const,
  );
  return { sentences: Object.fromEntries(trimmed) };
}

/** By `de.greeting`. */
export function check({ sentences }: Own, places: Texts): Problems {
  const wrong: Record<string, string> = {};
  for (const [language, texts] of Object.entries(sentences))
    for (const [key, text] of Object.entries(texts)) {
      const why = wrongIn(text, places[key]);
      if (why) wrong[`${language}.${key}`] = why;
    }
  return wrong;
}

function wrongIn(text: string, place: string | undefined): string | null {
  if (!text.trim()) return "Write something, or take Parley's own sentence again.";
  if ([...text.trim()].length > LONGEST) return `Shorten it to ${LONGEST} characters.`;
  if (/<[\p{L}/!?]/u.test(text)) return "Plain text only: take out what looks like a tag.";
  if (place && !text.includes(place)) return `Keep ${place} in it: it ${PLACES[place] ?? "becomes a value"}.`;
  const strange = text.match(/\{[\p{L}_]+\}/gu)?.find(one => one !== place);
  return strange ? `${strange} would stay as it is here: nothing is put in its place.` : null;
}

/** Somebody else's version with own changes on top, and sentences that both changed. */
export function rebased(
  base: Own,
  mine: Own,
  theirs: Own,
): { readonly own: Own; readonly both: readonly string[] } {
  let own = theirs;
  const both: string[] = [];
  for (const id of new Set([...ids(base), ...ids(mine)])) {
    const [language = "", key = ""] = id.split(".");
    const text = mine.sentences[language]?.[key] ?? null;
    const before = base.sentences[language]?.[key] ?? null;
    if (text === before) continue;
    const other = theirs.sentences[language]?.[key] ?? null;
    if (other !== before && other !== text) both.push(id);
    own = change(own, language, key, text);
  }
  return { own, both };
}

const ids = ({ sentences }: Own): readonly string[] =>
  Object.entries(sentences).flatMap(([language, texts]) =>
    Object.keys(texts).map(key => `${language}.${key}`),
  );

/** A language in its own words. */
export function endonym(language: string): string {
  const name = new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
