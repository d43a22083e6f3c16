/** `/v1/keys`: the shop's API keys. */

import type { Problems } from "../../kit/form";
import type { ApiKeyDetails, Issued } from "../shop-rest";

export type ApiKey = ApiKeyDetails;

export type IssuedKey = Issued;

export const SCOPES: readonly (readonly [string, string])[] = [
  ["conversations", "Conversations: open, read, write"],
  ["faq", "FAQ: read, write, import"],
  ["visitors", "Visitors: their data, and its erasure"],
  ["usage", "Usage: what models cost"],
  ["webhooks", "Webhooks: who is told of events"],
  ["admin", "Administration: models, identity, and new keys of every scope"],
];

export interface KeyDraft {
  readonly name: string;
  readonly scopes: readonly string[];
  /** `2027-01-31`: valid to the end of that day, local time; or empty. */
  readonly until: string;
}

export function check(draft: KeyDraft, today: string): Problems {
  const wrong: Record<string, string> = {};
  if (!draft.name.trim()) wrong["name"] = "Write what the key is for, such as Shop backend.";
  if (draft.scopes.length === 0) wrong["scopes"] = "Choose what it opens.";
  if (draft.until && draft.until < today) wrong["until"] = "Choose a day to come.";
  return wrong;
}

export function bodyOf(draft: KeyDraft): Record<string, unknown> {
  return {
    name: draft.name.trim(),
    scopes: draft.scopes,
    ...(draft.until && { expires_at: new Date(`${draft.until}T23:59:59`).toISOString() }),
  };
}

export const named = (field: string): string => (field === "expires_at" ? "until" : field);

export type Standing = "good" | "ending" | "ended";

export function standing(key: ApiKey, now: number): Standing {
  if (key.expires_at && Date.parse(key.expires_at) <= now) return "ended";
  return key.replaced_by ? "ending" : "good";
}
