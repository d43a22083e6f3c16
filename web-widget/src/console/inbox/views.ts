/** Filter and order of views. Pure, and fast enough for thousands of items per key press. */
import type { Conversation, Priority, SavedView, View } from "../api/types";
import { visitorName } from "./names";

export interface Filter {
  readonly view: View;
  readonly label?: string;
  readonly priority?: Priority;
  readonly agent?: string;
  /** Words that must occur in name, customer, last line or a label. */
  readonly words?: string;
}

export const VIEWS: readonly (readonly [View, string])[] = [
  ["mine", "Mine"],
  ["waiting", "Waiting"],
  ["with_bot", "With the bot"],
  ["all", "All open"],
  ["snoozed", "Snoozed"],
  ["closed", "Closed"],
];

export function filterOf(view: SavedView): Filter {
  return {
    view: view.view,
    ...(view.label && { label: view.label }),
    ...(view.priority && { priority: view.priority }),
    ...(view.agent && { agent: view.agent }),
  };
}

export function isView(text: string | null): text is View {
  return VIEWS.some(([view]) => view === text);
}

function inView(item: Conversation, view: View, me: string, now: number): boolean {
  if (view === "closed") return item.state === "closed";
  if (item.state === "closed") return false;
  const asleep = item.snoozed_until !== undefined && Date.parse(item.snoozed_until) > now;
  switch (view) {
    case "snoozed":
      return asleep;
    case "all":
      return !asleep;
    case "mine":
      return !asleep && item.state === "with_agent" && item.agent === me;
    case "waiting":
    case "with_bot":
      return !asleep && item.state === view;
  }
}

const URGENCY: Readonly<Record<Priority, number>> = { urgent: 0, high: 1, normal: 2, low: 3 };

export function listed(
  items: Iterable<Conversation>,
  filter: Filter,
  me: string,
  now: number,
  /** Stays listed although it no longer matches. */
  stays: string | null = null,
): readonly Conversation[] {
  const words = (filter.words ?? "").toLowerCase().split(/\s+/u).filter(Boolean);
  const found: Conversation[] = [];
  for (const item of items) {
    if (item.id === stays) {
      found.push(item);
      continue;
    }
    if (!inView(item, filter.view, me, now)) continue;
    if (filter.label !== undefined && !item.labels.includes(filter.label)) continue;
    if (filter.priority !== undefined && item.priority !== filter.priority) continue;
    if (filter.agent !== undefined && item.agent !== filter.agent) continue;
    if (words.length > 0 && !holds(item, words)) continue;
    found.push(item);
  }
  return found.sort(filter.view === "waiting" ? longestWaiting : newest);
}

function holds(item: Conversation, words: readonly string[]): boolean {
  const text =
    `${visitorName(item)} ${item.customer ?? ""} ${item.last?.text ?? ""} ${item.reason ?? ""} ${item.handoff?.summary ?? ""} ${item.labels.join(" ")}`.toLowerCase();
  return words.every(word => text.includes(word));
}

function newest(a: Conversation, b: Conversation): number {
  return compare(b.last_activity_at, a.last_activity_at) || compare(b.id, a.id);
}

/** Urgent first, then the longest wait. */
function longestWaiting(a: Conversation, b: Conversation): number {
  return (
    URGENCY[a.priority] - URGENCY[b.priority] ||
    compare(a.waiting_since ?? a.created_at, b.waiting_since ?? b.created_at) ||
    compare(a.id, b.id)
  );
}

/** ISO 8601 times in UTC sort as text without the Z: `10:00:00` before `10:00:00.5`. */
function compare(a: string, b: string): number {
  const one = a.endsWith("Z") ? a.slice(0, -1) : a;
  const other = b.endsWith("Z") ? b.slice(0, -1) : b;
  return one < other ? -1 : one > other ? 1 : 0;
}

export function tally(
  items: Iterable<Conversation>,
  me: string,
  now: number,
): Readonly<Partial<Record<View, number>>> {
  const counts = { mine: 0, waiting: 0, with_bot: 0, all: 0, snoozed: 0 };
  for (const item of items) {
    for (const view of ["mine", "waiting", "with_bot", "all", "snoozed"] as const)
      if (inView(item, view, me, now)) counts[view]++;
  }
  return counts;
}
