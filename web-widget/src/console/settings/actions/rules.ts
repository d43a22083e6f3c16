/** `/v1/tools`: what the bot may look up or do at the shop's own server. */

import type { Problems } from "../../kit/form";
import type { ActionResponse } from "../shop-rest";

/** Names, each with the JSON Pointer of what is meant in the server's answer. */
type Pointers = Readonly<Record<string, string>>;

/** What is declared. A ready-made one has no address yet, and leaves out what is as usual. */
export type Declared = Pick<ActionResponse, "name" | "description"> &
  Partial<Omit<ActionResponse, "id" | "auth_set">>;

export type Action = ActionResponse;

/** An action as it stands in the form: texts, one pointer a line. */
export interface Draft {
  readonly name: string;
  readonly description: string;
  readonly parameters: string;
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly auth_header: string;
  /** Empty: the stored one stays. */
  readonly auth_value: string;
  readonly timeout_ms: string;
  readonly requires: "verified" | "anonymous";
  readonly confirm: "never" | "visitor";
  readonly confirm_text: string;
  readonly customer_field: string;
  readonly tell: string;
  readonly card_type: string;
  readonly card_fields: string;
  readonly enabled: boolean;
  readonly idempotent: boolean;
}

export function draftOf(action: Partial<Declared>): Draft {
  return {
    name: action.name ?? "",
    description: action.description ?? "",
    parameters: JSON.stringify(action.parameters ?? { type: "object", properties: {} }, null, 2),
    url: action.url ?? "",
    method: action.method ?? "GET",
    auth_header: action.auth_header ?? "",
    auth_value: "",
    timeout_ms: String(action.timeout_ms ?? 5_000),
    requires: action.requires ?? "verified",
    confirm: action.confirm ?? "never",
    confirm_text: action.confirm_text ?? "",
    customer_field: action.customer_field ?? "customer_id",
    tell: linesOf(action.tell),
    card_type: action.card?.type ?? "",
    card_fields: linesOf(action.card?.fields),
    enabled: action.enabled ?? true,
    idempotent: action.idempotent ?? false,
  };
}

function linesOf(pointers: Pointers = {}): string {
  return Object.entries(pointers)
    .map(([name, pointer]) => `${name} ${pointer}`)
    .join("\n");
}

const LINE = /^([A-Za-z][A-Za-z0-9_]{0,49})\s+(\/\S*)$/;

/** `status /order/status` a line; null when a line is something else. */
export function pointersOf(text: string): Pointers | null {
  const pairs = text
    .split("\n")
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => LINE.exec(line));
  const found = pairs.filter(pair => pair !== null);
  return found.length < pairs.length
    ? null
    : Object.fromEntries(found.map(([, name = "", pointer = ""]) => [name, pointer]));
}

function schemaOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

const LINES = "Write one a line, a name and a JSON Pointer: status /order/status";

/** @param authSet whether a secret for the header lies there already */
export function check(draft: Draft, authSet: boolean): Problems {
  const wrong: Record<string, string> = {};
  const millis = Number(draft.timeout_ms);
  const url = draft.url.trim();
  if (!/^[a-z][a-z0-9_]{0,49}$/.test(draft.name.trim()))
    wrong["name"] = "Use small letters, digits and _, beginning with a letter: order_status.";
  if (!draft.description.trim()) wrong["description"] = "Tell the bot what it does and when to use it.";
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    wrong["url"] = "Write the whole address, beginning with https://.";
  if (draft.auth_header.trim() && !draft.auth_value && !authSet)
    wrong["auth_value"] = "Write what the header says, such as Bearer and a token.";
  if (!schemaOf(draft.parameters)) wrong["parameters"] = "Write a JSON Schema: an object in JSON.";
  if (!Number.isInteger(millis) || millis < 100 || millis > 8_000)
    wrong["timeout_ms"] = "Choose 100 to 8000 milliseconds.";
  if (!pointersOf(draft.tell)) wrong["tell"] = LINES;
  if (!pointersOf(draft.card_fields)) wrong["card_fields"] = LINES;
  if (draft.card_fields.trim() && !draft.card_type.trim()) wrong["card_type"] = "Name it, such as order.";
  return wrong;
}

export function bodyOf(draft: Draft): Record<string, unknown> {
  const header = draft.auth_header.trim();
  const question = draft.confirm_text.trim();
  const card = draft.card_type.trim();
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    parameters: schemaOf(draft.parameters),
    url: draft.url.trim(),
    method: draft.method,
    ...(header && { auth_header: header }),
    ...(header && draft.auth_value && { auth_value: draft.auth_value }),
    timeout_ms: Number(draft.timeout_ms),
    requires: draft.requires,
    confirm: draft.confirm,
    ...(question && { confirm_text: question }),
    customer_field: draft.customer_field.trim(),
    tell: pointersOf(draft.tell),
    ...(card && { card: { type: card, fields: pointersOf(draft.card_fields) } }),
    enabled: draft.enabled,
    idempotent: draft.idempotent,
  };
}

/** The whole of an action with one thing changed, to be sent back: its secret stays. */
export function switched(action: Action, enabled: boolean): Record<string, unknown> {
  const { id: _, auth_set: __, ...declared } = action;
  return { ...declared, enabled };
}

/** A card's parts are fields of their own in the form. */
export const named = (field: string): string => field.replace(/^card\./, "card_");

export function templateName(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
