import type { Settings } from "./state";
import type { Session } from "./store";

/** The shop's proof of identity, made on its server. */
export type Proof = { readonly user_jwt: string } | { readonly user_id: string; readonly user_hash: string };

export interface SessionAnswer {
  readonly session: Omit<Session, "known">;
  readonly settings: Settings;
}

/** `final`: a retry cannot help (unknown tenant, forbidden origin). */
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
  proof: Proof | null,
  locale: string | undefined,
  now: () => number,
): Promise<SessionAnswer> {
  const answer = await request(`${base}/v1/visitor/sessions`, {
    method: "POST",
    // No cookies: they would need the visitor's consent.
    credentials: "omit",
    signal: AbortSignal.timeout(15_000),
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ tenant, token, locale, ...proof }),
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
    settings: { ...(body["settings"] as Settings), spoken: body["locale"] as string },
  };
}

/** Renews in the second half of its life, so that a sleeping tab keeps its visitor. */
export const isWorn = (session: Session, now: number): boolean =>
  now > session.issued + (session.expires - session.issued) / 2;
