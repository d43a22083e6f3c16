/** The week as shifts, with validation. Times are `09:00`; `00:00` as an end is midnight. */
import type { Problems } from "../../kit/form";
import type { DayOfWeek, Shift as RestShift } from "../console-rest";

export type Day = DayOfWeek;
export const DAYS: readonly Day[] = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
];

export type Shift = Required<RestShift>;

export type Week = Readonly<Record<Day, readonly Span[]>>;

export interface Span {
  readonly from: string;
  readonly until: string;
}

const MOST_SHIFTS = 100;

export function weekOf(shifts: readonly Shift[]): Week {
  const of = (day: Day) =>
    shifts
      .filter(shift => shift.day === day)
      // The server may send seconds; the field accepts none.
      .map(({ from, until }) => ({ from: from.slice(0, 5), until: until.slice(0, 5) }))
      .sort((a, b) => a.from.localeCompare(b.from));
  return Object.fromEntries(DAYS.map(day => [day, of(day)])) as unknown as Week;
}

export function shiftsOf(week: Week): readonly Shift[] {
  return DAYS.flatMap(day => week[day].map(span => ({ day, ...span })));
}

export function dayName(day: Day, width: "long" | "short" = "long"): string {
  // 5 January 2026 was a Monday.
  const date = new Date(Date.UTC(2026, 0, 5 + DAYS.indexOf(day)));
  return date.toLocaleDateString(undefined, { weekday: width, timeZone: "UTC" });
}

const minutes = (time: string): number => {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  return hours * 60 + rest;
};
const endOf = (span: Span): number => minutes(span.until) || 24 * 60;

/** By `MONDAY.0`. */
export function shiftProblems(week: Week): Problems {
  const wrong: Record<string, string> = {};
  for (const day of DAYS) {
    week[day].forEach((span, i) => {
      const overlaps = week[day].some(
        (other, j) => j < i && minutes(span.from) < endOf(other) && minutes(other.from) < endOf(span),
      );
      if (!span.from || !span.until) wrong[`week.${day}.${i}`] = "Write both times, or remove the shift.";
      else if (endOf(span) <= minutes(span.from))
        wrong[`week.${day}.${i}`] = "It ends before it begins. Split a shift that goes through the night.";
      else if (overlaps) wrong[`week.${day}.${i}`] = "It overlaps with an earlier shift of that day.";
    });
  }
  if (shiftsOf(week).length > MOST_SHIFTS) wrong["week"] = `At most ${MOST_SHIFTS} shifts a week.`;
  return wrong;
}

/** After the day's last shift, else the usual hours. */
export function nextSpan(spans: readonly Span[]): Span {
  const last = spans.at(-1);
  if (!last) return { from: "09:00", until: "17:00" };
  const from = Math.min(endOf(last) + 60, 23 * 60);
  return { from: clock(from), until: clock(from + 4 * 60) };
}

function clock(minute: number): string {
  if (minute >= 24 * 60) return "00:00";
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

export function hoursAWeek(week: Week): number {
  const all = shiftsOf(week).reduce((sum, span) => sum + Math.max(0, endOf(span) - minutes(span.from)), 0);
  return Math.round(all / 6) / 10;
}

/** By the shop's own clock. */
export function openAt(now: Date, zone: string, week: Week, holidays: readonly string[]): boolean {
  if (shiftsOf(week).length === 0) return true;
  let parts: Record<string, string>;
  try {
    const format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      weekday: "long",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  } catch {
    return false;
  }
  const { year, month, day, weekday = "", hour = "0", minute = "0" } = parts;
  if (holidays.includes(`${year}-${month}-${day}`)) return false;
  const at = Number(hour) * 60 + Number(minute);
  return (week[weekday.toUpperCase() as Day] ?? []).some(
    span => at >= minutes(span.from) && at < endOf(span),
  );
}
