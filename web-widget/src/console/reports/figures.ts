/** Figures of a report, their format and change. */
import type { Item, Report } from "./report";

export interface Figure {
  readonly name: string;
  /** An explanation. */
  readonly about: string;
  readonly now: number | null;
  readonly before: number | null;
  /** Whether more is better, worse, or neutral. */
  readonly good: "more" | "less" | null;
  readonly kind: "count" | "share" | "time" | "money";
  /** In small print below. */
  readonly aside: string | null;
}

export function figures(now: Report, before: Report): readonly Figure[] {
  const of = (read: (report: Report) => number | null) => ({ now: read(now), before: read(before) });
  const { total } = now;
  return [
    {
      name: "Conversations",
      about: "That began in these days.",
      ...of(report => report.total.conversations),
      good: null,
      kind: "count",
      aside: null,
    },
    {
      name: "Solved by the bot",
      about: "Ended with the bot, and the visitor did not come back within 72 hours.",
      ...of(report => solved(report.total)),
      good: "more",
      kind: "share",
      aside: total.settled > 0 ? `${total.deflected} of ${total.settled} settled` : "known after 72 hours",
    },
    {
      name: "Handed to a person",
      about: "A person was asked for.",
      ...of(report => share(report.total.handed_off, report.total.conversations)),
      good: null,
      kind: "share",
      aside: total.handed_off === 1 ? "1 conversation" : `${total.handed_off} conversations`,
    },
    {
      name: "First response",
      about: "From asking for a person to the first word of one; half of them took less.",
      ...of(report => report.total.first_response_seconds.median),
      good: "less",
      kind: "time",
      aside: ninety(total.first_response_seconds.p90),
    },
    {
      name: "Resolution",
      about: "From the beginning to the end; half of them took less.",
      ...of(report => report.total.resolution_seconds.median),
      good: "less",
      kind: "time",
      aside: ninety(total.resolution_seconds.p90),
    },
    {
      name: "Satisfaction",
      about: "Thumbs up among all thumbs.",
      ...of(report => satisfaction(report.total)),
      good: "more",
      kind: "share",
      aside: `${total.rated_up + total.rated_down} ratings`,
    },
    {
      name: "Cost of models",
      about: "All calls to models in these days.",
      ...of(report => Number(report.cost)),
      good: "less",
      kind: "money",
      aside: null,
    },
    {
      name: "Saved",
      about: "What models would have cost where the FAQ's own words were the answer.",
      ...of(report => Number(report.saved)),
      good: "more",
      kind: "money",
      aside: null,
    },
  ];
}

export function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

export function solved(item: Item): number | null {
  return share(item.deflected, item.settled);
}

export function satisfaction(item: Item): number | null {
  return share(item.rated_up, item.rated_up + item.rated_down);
}

function ninety(seconds: number | null): string | null {
  return seconds === null ? null : `nine in ten within ${duration(seconds)}`;
}

export interface Change {
  readonly text: string;
  readonly up: boolean | null;
  readonly verdict: "better" | "worse" | "neither";
}

/** Against the previous period; null without data. */
export function change({ now, before, good, kind }: Figure): Change | null {
  if (now === null || before === null || (kind !== "share" && before === 0)) return null;
  const by = kind === "share" ? (now - before) * 100 : (now / before - 1) * 100;
  const rounded = Math.round(by);
  if (rounded === 0) return { text: "as before", up: null, verdict: "neither" };
  const up = rounded > 0;
  const unit = kind === "share" ? (Math.abs(rounded) === 1 ? "point" : "points") : "%";
  const verdict = good === null ? "neither" : up === (good === "more") ? "better" : "worse";
  return { text: `${Math.abs(rounded)} ${unit} ${up ? "more" : "less"}`, up, verdict };
}

export function written(value: number | null, kind: Figure["kind"], currency: string): string {
  if (value === null) return "–";
  switch (kind) {
    case "count":
      return value.toLocaleString();
    case "share":
      return `${Math.round(value * 100)} %`;
    case "time":
      return duration(value);
    case "money":
      return money(value, currency);
  }
}

export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const [big, small, bigName, smallName] =
    whole < 3_600
      ? [60, 1, "min", "s"]
      : whole < 86_400
        ? [3_600, 60, "h", "min"]
        : [86_400, 3_600, "d", "h"];
  const rest = Math.floor((whole % Number(big)) / Number(small));
  const first = `${Math.floor(whole / Number(big))} ${bigName}`;
  return rest > 0 ? `${first} ${rest} ${smallName}` : first;
}

/** Enough digits for small amounts. */
export function money(amount: number, currency: string): string {
  const small = amount !== 0 && Math.abs(amount) < 1;
  try {
    return amount.toLocaleString(undefined, {
      style: "currency",
      currency,
      minimumFractionDigits: 2,
      maximumFractionDigits: small ? 4 : 2,
    });
  } catch {
    return `${amount.toFixed(small ? 4 : 2)} ${currency}`;
  }
}
