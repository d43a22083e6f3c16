import type { Settings } from "./state";
import type { Session } from "./store";

export interface SessionAnswer {
  readonly session: Session;
  readonly settings: Settings;
}

/** `final`: asking again cannot help (unknown tenant, page not on the tenant's list). */
export class SessionError extends Error {
  constructor(
    readonly code: string,
    detail: string,
    readonly final: boolean,
  ) {
    super(detail);
  }
}

const FINAL = new Set([400, 401, 403, 404, 422]);

export async function openSession(
  request: typeof fetch,
  base: string,
  tenant: string,
  token: string | undefined,
  now: () => number,
): Promise<SessionAnswer> {
  const answer = await request(`${base}/v1/visitor/sessions`, {
    method: "POST",
    // No cookies: the token is all there is, and a cookie would need the visitor's consent.
    credentials: "omit",
    signal: AbortSignal.timeout(15_000),
    headers: { "content-type": "application/json" },
    body: JSON.stringify(token === undefined ? { tenant } : { tenant, token }),
  });
  const body = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
  if (!answer.ok) {
    const code = typeof body["code"] === "string" ? body["code"] : `http_${answer.status}`;
    throw new SessionError(code, String(body["detail"] ?? answer.statusText), FINAL.has(answer.status));
  }
  if (typeof body["token"] !== "string") throw new SessionError("bad_session", "no token", false);
  const issued = now();
  const expires = Date.parse(String(body["expires_at"]));
  return {
    session: {
      token: body["token"],
      visitor: String(body["visitor"]),
      issued,
      expires: Number.isNaN(expires) ? issued + 86_400_000 : expires,
    },
    settings: (body["settings"] ?? {}) as Settings,
  };
}

/** Renewed in the second half of its life, so that a tab asleep for a night keeps its visitor. */
export const isWorn = (session: Session, now: number): boolean =>
  now > session.issued + (session.expires - session.issued) / 2;
