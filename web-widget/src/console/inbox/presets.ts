const MORNING = 9;

/** Snooze times: in an hour, tomorrow morning, on Monday morning, in local time. */
export function presets(now: Date): readonly (readonly [string, Date])[] {
  const day = (after: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + after, MORNING);
  const untilMonday = (8 - now.getDay()) % 7 || 7;
  return [
    ["In one hour", new Date(now.getTime() + 3_600_000)],
    ["In three hours", new Date(now.getTime() + 3 * 3_600_000)],
    ["Tomorrow morning", day(1)],
    ["On Monday morning", day(untilMonday)],
  ];
}
