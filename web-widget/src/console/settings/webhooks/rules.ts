/** `/v1/webhooks`: which of the shop's servers hear of what, and what became of it. */

import type { Problems } from "../../kit/form";
import type { DeliveryResponse, Tried, WebhookResponse } from "../shop-rest";

export type Webhook = WebhookResponse;

export interface KeyedWebhook extends Webhook {
  readonly secret: string;
}

export type Attempt = Tried;

export type Delivery = DeliveryResponse;

export const EVENTS: readonly (readonly [string, string])[] = [
  ["conversation.created", "A conversation begins"],
  ["conversation.handoff_requested", "A visitor needs a person"],
  ["conversation.claimed", "An agent takes a conversation over"],
  ["conversation.closed", "A conversation ends"],
  ["message.created", "Somebody writes: visitor, bot or agent"],
  ["faq.unanswered", "The bot does not know the answer"],
];

export interface HookDraft {
  readonly url: string;
  readonly events: readonly string[];
}

export function check({ url, events }: HookDraft): Problems {
  const wrong: Record<string, string> = {};
  const text = url.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text))
    wrong["url"] = "Write the whole address, beginning with https://.";
  if (events.length === 0) wrong["events"] = "Choose at least one event.";
  return wrong;
}

export const bodyOf = ({ url, events }: HookDraft): HookDraft => ({ url: url.trim(), events });

export interface Standing {
  readonly kind: "good" | "warn" | "bad";
  readonly text: string;
}

export function standing(hook: Webhook): Standing {
  if (hook.paused) {
    const byHand = hook.paused.reason === "by_hand";
    return { kind: byHand ? "warn" : "bad", text: "paused" };
  }
  return hook.failures > 0 ? { kind: "bad", text: "failing" } : { kind: "good", text: "active" };
}

const PAUSES: Readonly<Record<string, string>> = {
  by_hand: "Somebody of your team paused it.",
  gone: "The server said that this address is gone for good (410). Edit the address or delete the webhook.",
  failing: "Nothing could be delivered for a day. Put the server right, send a test, then resume.",
  no_secret: "Its secret cannot be read any more. Make a new secret, then resume.",
};

export function whyPaused(reason: string): string {
  return PAUSES[reason] ?? `Paused: ${reason}.`;
}

const ERRORS: Readonly<Record<string, string>> = {
  refused: "the address leads nowhere, or into a private network",
  unreachable: "the server takes no connection",
  tls: "no secure connection: the certificate does not hold",
  timeout: "no answer in time",
  broken: "the connection broke off",
  busy: "too many calls to this server are under way",
  no_secret: "the secret cannot be read: make a new one",
};

/** What one attempt came to. */
export function outcome(attempt: Attempt): string {
  if (attempt.status !== undefined) return `the server answered ${attempt.status}`;
  return ERRORS[attempt.error ?? ""] ?? attempt.error ?? "no answer";
}

export const LOG_STATES: readonly (readonly ["" | Delivery["state"], string])[] = [
  ["", "All deliveries"],
  ["delivered", "Delivered"],
  ["pending", "Waiting"],
  ["failed", "Failed"],
];
