/** Amounts in words, and complete days. */
import { shifted } from "../../kit/days";
import type { Problems } from "../../kit/form";
import type { OwnBudget, UsageLine } from "./types";

/** Cents for normal amounts, more digits below a cent. */
export function money(amount: string | number, currency: string): string {
  const value = Number(amount);
  const digits = value !== 0 && Math.abs(value) < 0.1 ? 4 : 2;
  return new Intl.NumberFormat(undefined, {
    style: "currency",
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  }).format(value);
}

export interface DayCost {
  readonly day: string;
  readonly cost: number;
  readonly saved: number;
}

/** Including days without calls. */
export function everyDay(from: string, to: string, items: readonly UsageLine[]): readonly DayCost[] {
  const known = new Map(items.map(item => [item.day, item]));
  const days: DayCost[] = [];
  for (let day = from; day <= to && days.length < 400; day = shifted(day, 1)) {
    const item = known.get(day);
    days.push({ day, cost: Number(item?.cost ?? 0), saved: Number(item?.saved ?? 0) });
  }
  return days;
}

export interface Limits {
  readonly day: string;
  readonly month: string;
  readonly conversation_tokens: string;
  readonly zone: string;
}

export function limitsOf(own: OwnBudget): Limits {
  return {
    day: own.day ?? "",
    month: own.month ?? "",
    conversation_tokens: own.conversation_tokens === undefined ? "" : String(own.conversation_tokens),
    zone: own.zone ?? "",
  };
}

export function bodyOf(limits: Limits): OwnBudget {
  const amount = (text: string) => text.trim().replace(",", ".");
  return {
    ...(limits.day.trim() && { day: amount(limits.day) }),
    ...(limits.month.trim() && { month: amount(limits.month) }),
    ...(limits.conversation_tokens.trim() && { conversation_tokens: Number(limits.conversation_tokens) }),
    ...(limits.zone && { zone: limits.zone }),
  };
}

export function check(limits: Limits): Problems {
  const wrong: Record<string, string> = {};
  const isAmount = (text: string) => /^\d{1,9}([.,]\d{1,6})?$/.test(text.trim());
  if (limits.day.trim() && !isAmount(limits.day)) wrong["day"] = "Write an amount such as 5 or 2.50.";
  if (limits.month.trim() && !isAmount(limits.month)) wrong["month"] = "Write an amount such as 100.";
  const tokens = Number(limits.conversation_tokens);
  if (limits.conversation_tokens.trim() && !(Number.isInteger(tokens) && tokens >= 1))
    wrong["conversation_tokens"] = "Write a whole number of tokens, such as 50000.";
  return wrong;
}
