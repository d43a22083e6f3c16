/** The settings of `/v1/console/settings/voice`, and what the form can say about them by itself. */

import type { Problems } from "../../kit/form";
import type { VoiceSettingsResponse } from "../console-rest";

export type VoiceSettings = VoiceSettingsResponse;

/** As the form holds it. */
export interface Voice {
  readonly enabled: boolean;
  readonly max_seconds: string;
  readonly keep_hours: string;
  readonly glossary: boolean;
}

export const LONGEST_S = 600;
const LONGEST_KEPT_H = 24 * 366;

export function voiceOf({ available: _, max_seconds, keep_hours, ...same }: VoiceSettings): Voice {
  return { ...same, max_seconds: String(max_seconds), keep_hours: String(keep_hours) };
}

export function bodyOf(voice: Voice): Omit<VoiceSettings, "available"> {
  return { ...voice, max_seconds: Number(voice.max_seconds), keep_hours: Number(voice.keep_hours) };
}

export function check(voice: Voice): Problems {
  const wrong: Record<string, string> = {};
  if (!whole(voice.max_seconds, 5, LONGEST_S))
    wrong["max_seconds"] = `Write whole seconds, from 5 to ${LONGEST_S}.`;
  if (!whole(voice.keep_hours, 0, LONGEST_KEPT_H))
    wrong["keep_hours"] = `Write whole hours, from 0 to ${LONGEST_KEPT_H}.`;
  return wrong;
}

function whole(text: string, least: number, most: number): boolean {
  const number = Number(text);
  return text.trim() !== "" && Number.isInteger(number) && number >= least && number <= most;
}
