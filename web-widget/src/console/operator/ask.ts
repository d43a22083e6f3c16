/** The operator's requests. The key is kept in memory only. */

import { ApiError, apiErrorOf, type Method } from "../api/http";
import type {
  DoctorFinding,
  DoctorResponse,
  OperatorEntry,
  ShopLimits,
  ShopMadeResponse,
  ShopRemoval,
  ShopResponse,
} from "../api/shop-rest";
import type { Items } from "../api/types";

export type Limits = ShopLimits;

export type Shop = ShopResponse;

export type MadeShop = ShopMadeResponse;

export type Receipt = ShopRemoval;

export type AuditEntry = OperatorEntry;

export type Report = DoctorResponse;

export type Finding = DoctorFinding;

export interface Operator {
  ask<T>(method: Method, path: string, body?: unknown): Promise<T>;
  /** All pages of a list: shops are few, and operators search by name. */
  all<T>(path: string, signal?: AbortSignal): Promise<readonly T[]>;
}

const MOST_PAGES = 20;

export function operatorWith(key: string): Operator {
  const ask = async <T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> => {
    const answer = await send(key, method, path, body, signal);
    if (!answer.ok) throw await apiErrorOf(answer);
    const text = await answer.text();
    return (text ? JSON.parse(text) : undefined) as T;
  };
  const all = async <T>(path: string, signal?: AbortSignal) => {
    const items: T[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < MOST_PAGES; page++) {
      const more: string = cursor ? `&cursor=${cursor}` : "";
      const found: Items<T> = await ask<Items<T>>("GET", `${path}?limit=100${more}`, undefined, signal);
      items.push(...found.items);
      cursor = found.next_cursor;
      if (!cursor) break;
    }
    return items;
  };
  return { ask, all };
}

async function send(
  key: string,
  method: Method,
  path: string,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<Response> {
  try {
    return await fetch(`/v1/operator/${path}`, {
      method,
      // Without the cookie of a signed-in agent.
      credentials: "omit",
      cache: "no-store",
      headers: {
        Authorization: `Bearer ${key}`,
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...(method === "POST" && { "Idempotency-Key": crypto.randomUUID() }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, "offline", "Parley cannot be reached. Check the connection and try again.");
  }
}
