/** Answers in progress, as a pure function of frames. */

export interface LiveAnswer {
  readonly answer: string;
  readonly attempt: number;
  readonly text: string;
  /** The `n` expected next: 0 after its begin, null after a snapshot, whose successor has an unknown number. */
  readonly next: number | null;
  /** Known before the last reconnect and not mentioned since. */
  readonly stale: boolean;
}

type Answers = readonly LiveAnswer[];

export interface Begin {
  readonly answer: string;
  readonly attempt: number;
}

export interface Delta extends Begin {
  readonly n: number;
  readonly text: string;
}

export function begun(answers: Answers, { answer, attempt }: Begin): Answers {
  const known = answers.find(a => a.answer === answer);
  if (known && attempt < known.attempt) return answers;
  const text = known?.attempt === attempt ? known.text : "";
  return [...answers.filter(a => a !== known && !a.stale), { answer, attempt, text, next: 0, stale: false }];
}

/** Null if a piece is missing: reload everything. */
export function grown(answers: Answers, { answer, attempt, n, text }: Delta): Answers | null {
  const known = answers.find(a => a.answer === answer);
  if (!known || attempt < known.attempt) return answers;
  if (attempt > known.attempt || known.stale) return null;
  const { next } = known;
  // Pieces count from 1; number 0 is a snapshot of the text so far, up to a piece that only the server knows.
  const opening = next === 0 && n <= 1;
  if (!opening && next !== null && n > next) return null;
  if (!opening && n < (next ?? 1)) return answers;
  const more = { ...known, text: opening ? text : known.text + text, next: n === 0 ? null : n + 1 };
  return answers.map(a => (a === known ? more : a));
}

export const ended = (answers: Answers, answer: string): Answers => answers.filter(a => a.answer !== answer);

/** Replaces the streamed text in the same step. A message names no answer, so it ends the oldest. */
export function replaced(answers: Answers): Answers {
  const fresh = answers.filter(a => !a.stale);
  return fresh.length < answers.length ? fresh : answers.slice(1);
}

/** Unless the bot is the owner, its running answers are withdrawn. */
export const ownedBy = (owner: string, answers: Answers): Answers => (owner === "with_bot" ? answers : []);
