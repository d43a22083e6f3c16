/** Parley's own sentences: when each is said, in plain words, and what may stand in a shop's own. */
import type { Problems } from "../../kit/form";

export type Texts = Readonly<Record<string, string>>;
export type ByLanguage = Readonly<Record<string, Texts>>;

export interface SentenceSettings {
  /** The shop's language. */
  readonly locale: string;
  readonly languages: readonly string[];
  readonly keys: readonly string[];
  readonly places: Texts;
  readonly defaults: ByLanguage;
  readonly sentences: ByLanguage;
}

/** The form's value: own texts alone, empty languages left out. */
export interface Own {
  readonly sentences: ByLanguage;
}

export const LONGEST = 500;

export interface Situation {
  readonly key: string;
  readonly when: string;
}

export const GROUPS: readonly (readonly [string, readonly Situation[]])[] = [
  [
    "Small talk",
    [
      { key: "greeting", when: "A visitor says hello" },
      { key: "thanks", when: "A visitor says thank you" },
      { key: "acknowledged", when: "A visitor says “ok”, or sends a thumb" },
      { key: "goodbye", when: "A visitor says goodbye" },
    ],
  ],
  [
    "Answers",
    [
      { key: "no_answer", when: "Nothing in the FAQ answers the question" },
      { key: "ask_back", when: "The question is not clear" },
      { key: "refused", when: "The model's filter refuses the question" },
      { key: "apology", when: "Something went wrong with the answer" },
      { key: "on_card", when: "The answer is a card, such as an order's" },
    ],
  ],
  [
    "Actions",
    [
      { key: "confirm", when: "An action needs the visitor's yes" },
      { key: "left_alone", when: "The visitor said no to an action" },
      { key: "still_at_it", when: "An action takes long" },
      { key: "action_done", when: "It has been done, and no model says so" },
      { key: "action_not_done", when: "It could not be done, and no model says so" },
      { key: "action_uncertain", when: "Nobody knows whether it was done" },
    ],
  ],
  [
    "A person is wanted",
    [
      { key: "offer_person", when: "The bot offers a person" },
      { key: "offer_declined", when: "The visitor does not want one" },
      { key: "handing_over", when: "The bot hands over" },
      { key: "waiting", when: "The visitor waits for a person, and somebody is there" },
      { key: "waiting_a_while", when: "Nobody is there this moment; the bot goes on if nobody comes" },
      { key: "waiting_for_the_team", when: "Nobody is there this moment; the visitor keeps the place" },
      { key: "waiting_for_the_hours", when: "Outside the hours; the visitor keeps the place" },
      { key: "nobody_now", when: "Nobody is there; the bot goes on" },
      { key: "nobody_outside_hours", when: "Outside the hours; the bot goes on" },
      { key: "nobody", when: "Nobody came; the bot answers again" },
      { key: "leave_a_message", when: "Nobody came; the visitor may leave a message" },
      { key: "message_kept", when: "The visitor has left one" },
    ],
  ],
  [
    "With a person",
    [
      { key: "joined", when: "An agent takes the conversation over" },
      { key: "passed_on", when: "It is passed on to somebody else" },
      { key: "with_bot_again", when: "The bot has it back" },
      { key: "closed", when: "The conversation is closed" },
    ],
  ],
  ["The shop", [{ key: "suspended", when: "The operator has paused the shop's chat" }]],
];

/** Sentences of a newer server stand at the end, under their key. */
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

/** What is put in place of `{agent}` and its like. */
export const PLACES: Readonly<Record<string, string>> = {
  "{agent}": "becomes the agent's name",
  "{opens}": "becomes the day and time at which the team is back",
  "{what}": "becomes what the action does, in the words of its description",
};

/** As it would read for a visitor. */
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

/** Null takes the own words away: what Parley says counts again. */
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

/** What somebody else saved meanwhile, with one's own changes on top; and the sentences that both have changed. */
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

/** A language in its own words: whoever writes in it knows it by that. */
export function endonym(language: string): string {
  const name = new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
