/** Reasons for a handoff in support staff's words. */
import type { Handoff } from "../api/types";

const REASONS: Readonly<Record<string, string>> = {
  accepted: "Said yes to the bot's offer of a person",
  bot_decided: "The bot called for a person",
  unanswered: "The bot found no answer, several times in a row",
  many_turns: "The bot has answered as often as it may",
  anger: "The visitor is upset",
  action: "Nobody knows whether an action was done",
  left_message: "Left a message while nobody was there",
  recording: "A voice message was sent as it is",
};

export function whyAsked(handoff: Handoff): string {
  if (handoff.reason === "asked")
    return handoff.by === "shop" ? "The shop asked for a person" : "The visitor asked for a person";
  return reasonName(handoff.reason) ?? "A person was asked for";
}

/** Null for free text. */
export function reasonName(reason: string): string | null {
  return Object.hasOwn(REASONS, reason) ? (REASONS[reason] ?? null) : null;
}
