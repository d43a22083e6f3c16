/** `/v1/console/settings/handoff` in the form. */
import type { Answered } from "../../api/types";
import type { Problems } from "../../kit/form";
import type { BotHandsOver, HandoffSettings, OfficeHours, WhenNobody } from "../console-rest";
import { type Shift, shiftProblems, shiftsOf, type Week, weekOf } from "./shifts";

export type { BotHandsOver, WhenNobody };

export type Settings = Answered<
  Omit<HandoffSettings, "hours">,
  | "assign"
  | "capacity"
  | "patience_seconds"
  | "when_nobody"
  | "bot_hands_over"
  | "after_unanswered"
  | "on_anger"
> & { readonly hours: Hours };

type Hours = Answered<Omit<OfficeHours, "shifts">, "zone" | "holidays"> & {
  readonly shifts: readonly Shift[];
};

export interface Plan {
  readonly assign: boolean;
  readonly capacity: string;
  /** In minutes; halves are allowed. */
  readonly patience: string;
  readonly when_nobody: WhenNobody;
  readonly mail_to: string;
  readonly zone: string;
  readonly week: Week;
  readonly holidays: readonly string[];
  readonly bot_hands_over: BotHandsOver;
  /** Empty: no limit. */
  readonly max_bot_turns: string;
  readonly after_unanswered: string;
  readonly on_anger: boolean;
}

export function planOf(settings: Settings): Plan {
  return {
    assign: settings.assign,
    capacity: String(settings.capacity),
    patience: String(Math.round((settings.patience_seconds / 60) * 100) / 100),
    when_nobody: settings.when_nobody,
    mail_to: settings.mail_to ?? "",
    zone: settings.hours.zone,
    week: weekOf(settings.hours.shifts),
    holidays: [...settings.hours.holidays].sort(),
    bot_hands_over: settings.bot_hands_over,
    max_bot_turns: String(settings.max_bot_turns ?? ""),
    after_unanswered: String(settings.after_unanswered),
    on_anger: settings.on_anger,
  };
}

export function settingsOf(plan: Plan): Settings {
  const mail = plan.mail_to.trim();
  return {
    assign: plan.assign,
    capacity: Number(plan.capacity),
    patience_seconds: Math.round(Number(plan.patience) * 60),
    when_nobody: plan.when_nobody,
    ...(mail && { mail_to: mail }),
    hours: { zone: plan.zone.trim(), shifts: shiftsOf(plan.week), holidays: plan.holidays },
    bot_hands_over: plan.bot_hands_over,
    ...(plan.max_bot_turns.trim() && { max_bot_turns: Number(plan.max_bot_turns) }),
    after_unanswered: Number(plan.after_unanswered),
    on_anger: plan.on_anger,
  };
}

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/;

export function check(plan: Plan): Problems {
  const wrong: Record<string, string> = { ...shiftProblems(plan.week) };
  const capacity = Number(plan.capacity);
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > 1000)
    wrong["capacity"] = "Write a whole number from 1 to 1000.";
  const seconds = Math.round(Number(plan.patience) * 60);
  if (!(seconds >= 10 && seconds <= 86_400)) wrong["patience"] = "Write minutes, from 0.2 to 1440.";
  if (plan.when_nobody === "mail" && !plan.mail_to.trim()) wrong["mail_to"] = "Write who gets the mail.";
  else if (plan.mail_to.trim() && !ADDRESS.test(plan.mail_to.trim()))
    wrong["mail_to"] = "Write one e-mail address, such as help@shop.example.";
  if (!isFewEnough(plan.after_unanswered)) wrong["after_unanswered"] = "Write a whole number from 0 to 100.";
  if (plan.max_bot_turns.trim() && !isFewEnough(plan.max_bot_turns))
    wrong["max_bot_turns"] = "Write a whole number from 0 to 100, or nothing.";
  if (!isZone(plan.zone)) wrong["zone"] = "Choose a time zone such as Europe/Berlin.";
  return wrong;
}

function isFewEnough(text: string): boolean {
  const number = Number(text);
  return text.trim() !== "" && Number.isInteger(number) && number >= 0 && number <= 100;
}

function isZone(zone: string): boolean {
  try {
    return zone.trim() !== "" && Boolean(new Intl.DateTimeFormat("en", { timeZone: zone.trim() }));
  } catch {
    return false;
  }
}

/** Maps shifts to the week. */
export const named = (field: string): string =>
  field === "patience_seconds"
    ? "patience"
    : field.replace(/^hours\.zone$/, "zone").replace(/^hours\b.*/, "week");
