/** The settings of `/v1/console/settings/widget`, and what the form can say about them by itself. */

import { rgb } from "../../../kit/color";
import type { Problems } from "../../kit/form";
import type { WidgetSettingsResponse } from "../console-rest";

/** What is the same on the wire and in the form. */
interface Same {
  readonly shop: string;
  readonly bot_name: string;
  readonly greeting: string;
  readonly starters: readonly string[];
  readonly accent: string;
  readonly locale: string;
  readonly assistant_notice: string;
  readonly handoff_hint: string;
  readonly allowed_origins: readonly string[];
}

export type WidgetSettings = WidgetSettingsResponse;

/** As the form holds it: days instead of hours, and nothing absent. */
export interface Look extends Same {
  readonly tone: string;
  readonly retention_days: string;
}

export const MOST_STARTERS = 6;
const MOST_ORIGINS = 50;

export function lookOf(settings: WidgetSettings): Look {
  const { tenant: _, default_retention_hours: __, sentences: ___, retention_hours, tone, ...same } = settings;
  return {
    ...same,
    tone: tone ?? "",
    retention_days:
      retention_hours === undefined ? "" : String(Math.round((retention_hours / 24) * 100) / 100),
  };
}

export function bodyOf(look: Look): Record<string, unknown> {
  const { retention_days, tone, ...same } = look;
  return {
    ...same,
    starters: look.starters.map(one => one.trim()).filter(Boolean),
    ...(tone.trim() && { tone: tone.trim() }),
    ...(retention_days.trim() && { retention_hours: Math.round(Number(retention_days) * 24) }),
  };
}

const LONGEST: Readonly<Partial<Record<keyof Look, number>>> = {
  shop: 100,
  bot_name: 50,
  greeting: 1000,
  assistant_notice: 500,
  handoff_hint: 500,
  tone: 500,
};

const NEEDED = [
  ["shop", "Write the shop's name as customers know it."],
  ["bot_name", "Give the bot a name."],
  ["greeting", "Write what the chat says first."],
  ["assistant_notice", "Say that a machine answers: the law of many countries asks for it."],
  ["handoff_hint", "Write how visitors reach a person."],
] as const;

export function check(look: Look): Problems {
  const wrong: Record<string, string> = {};
  for (const [field, longest] of Object.entries(LONGEST)) {
    const text = look[field as keyof Look] as string;
    if ([...text].length > longest) wrong[field] = `Shorten it to ${longest} characters.`;
    else if (/<[a-z!/?]/i.test(text)) wrong[field] = "Plain text only: take out what looks like a tag.";
  }
  for (const [field, advice] of NEEDED) if (!look[field].trim()) wrong[field] = advice;
  if (look.starters.filter(one => one.trim()).length > MOST_STARTERS)
    wrong["starters"] = `At most ${MOST_STARTERS} questions.`;
  else if (look.starters.some(one => [...one].length > 200))
    wrong["starters"] = "A question has at most 200 characters.";
  if (!/^#[0-9a-f]{6}$/i.test(look.accent) || !rgb(look.accent))
    wrong["accent"] = "Write a colour as #2f6f5e.";
  const strange = look.allowed_origins.find(one => !isOrigin(one));
  if (strange !== undefined)
    wrong["allowed_origins"] = `${strange} is no origin. Write it as https://shop.example.`;
  else if (look.allowed_origins.length > MOST_ORIGINS)
    wrong["allowed_origins"] = `At most ${MOST_ORIGINS} origins.`;
  const days = Number(look.retention_days);
  if (look.retention_days.trim() && !(days >= 0 && days <= 3650))
    wrong["retention_days"] = "Write days, from 0 to 3650.";
  return wrong;
}

/** `https://shop.example`, optionally with a port; loopback may have any port. */
export function isOrigin(text: string): boolean {
  if (/^https?:\/\/(localhost|127\.0\.0\.1|\[::1\]):\*$/.test(text)) return true;
  return /^https?:\/\/[^\s/?#@]+$/i.test(text) && URL.canParse(text);
}

export const named = (field: string): string => (field === "retention_hours" ? "retention_days" : field);
