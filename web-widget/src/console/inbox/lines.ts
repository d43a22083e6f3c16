/** A thread as lines: days, messages, notes, the start of new ones. Pure. */
import type { Message, Note } from "../api/types";
import type { Outgoing } from "../live/state";

export type Line =
  | { readonly is: "day"; readonly key: string; readonly at: string }
  | { readonly is: "new"; readonly key: string }
  | { readonly is: "message"; readonly key: string; readonly message: Message; readonly first: boolean }
  | { readonly is: "note"; readonly key: string; readonly note: Note }
  | { readonly is: "out"; readonly key: string; readonly out: Outgoing };

/** Messages of one author within this time share a head. */
const TOGETHER_MS = 5 * 60_000;

export function threadLines(
  messages: readonly Message[],
  notes: readonly Note[],
  outgoing: readonly Outgoing[],
  /** The first message that was unread on opening. */
  firstNew: number | null,
): readonly Line[] {
  const lines: Line[] = [];
  let day = "";
  let before: Message | null = null;
  const enter = (at: string) => {
    const on = new Date(at).toDateString();
    if (on === day) return;
    day = on;
    before = null;
    lines.push({ is: "day", key: `day ${on}`, at });
  };
  const first = messages[0]?.seq ?? 0;
  // Includes notes from before the first loaded message.
  const waiting = notes.filter(note => note.after_seq >= first - 1 || first <= 1);
  let next = 0;
  const putNotes = (upTo: number) => {
    for (let note = waiting[next]; note && note.after_seq <= upTo; note = waiting[++next]) {
      enter(note.at);
      lines.push({ is: "note", key: note.id, note });
      before = null;
    }
  };
  putNotes(first - 1);
  for (const message of messages) {
    enter(message.at);
    if (message.seq === firstNew) {
      lines.push({ is: "new", key: "new" });
      before = null;
    }
    lines.push({ is: "message", key: `m${message.seq}`, message, first: !goesOn(before, message) });
    before = message;
    putNotes(message.seq);
  }
  putNotes(Number.POSITIVE_INFINITY);
  for (const out of outgoing) lines.push({ is: "out", key: out.id, out });
  return lines;
}

function goesOn(before: Message | null, message: Message): boolean {
  return (
    before !== null &&
    before.author === message.author &&
    before.name === message.name &&
    Date.parse(message.at) - Date.parse(before.at) < TOGETHER_MS
  );
}
