/** `/v1/identity`: how visitors prove who they are. */
import type { Problems } from "../../kit/form";

export const PATH = "/identity";

export type Mode = "off" | "optional" | "required";

export interface PublicKey {
  readonly kid?: string;
  readonly alg: "RS256" | "ES256";
  readonly public_key: string;
}

export interface Secret {
  readonly id: string;
  readonly for_jwt: boolean;
  readonly created_at: string;
}

export interface NewSecret extends Secret {
  readonly secret: string;
}

interface KeySet {
  readonly url: string;
  readonly alg: PublicKey["alg"];
}

export interface Identity {
  readonly mode: Mode;
  readonly user_hash: boolean;
  readonly audience?: string;
  readonly issuer?: string;
  readonly keys: readonly PublicKey[];
  readonly jwks?: KeySet;
  readonly secrets: readonly Secret[];
}

export interface Proof {
  readonly mode: Mode;
  readonly user_hash: boolean;
  readonly audience: string;
  readonly issuer: string;
  readonly keys: readonly {
    readonly kid: string;
    readonly alg: PublicKey["alg"];
    readonly public_key: string;
  }[];
  /** An empty URL means none. */
  readonly jwks: KeySet;
}

export const MOST_SECRETS = 2;

export function proofOf(identity: Identity): Proof {
  return {
    mode: identity.mode,
    user_hash: identity.user_hash,
    audience: identity.audience ?? "",
    issuer: identity.issuer ?? "",
    keys: identity.keys.map(key => ({ ...key, kid: key.kid ?? "" })),
    jwks: identity.jwks ?? { url: "", alg: "RS256" },
  };
}

export function bodyOf(proof: Proof): Record<string, unknown> {
  const text = (value: string) => value.trim() || undefined;
  return {
    mode: proof.mode,
    user_hash: proof.user_hash,
    audience: text(proof.audience),
    issuer: text(proof.issuer),
    keys: proof.keys.map(key => ({
      kid: text(key.kid),
      alg: key.alg,
      public_key: key.public_key.trim(),
    })),
    ...(proof.jwks.url.trim() && { jwks: { ...proof.jwks, url: proof.jwks.url.trim() } }),
  };
}

/** Needs at least a secret or a key. */
export function check(proof: Proof, secrets: number): Problems {
  const wrong: Record<string, string> = {};
  const url = proof.jwks.url.trim();
  if (url && !(/^https:\/\//i.test(url) && URL.canParse(url)))
    wrong["jwks"] = "Write the whole address, beginning with https://.";
  if (url && !proof.audience.trim())
    wrong["audience"] = "Write your audience: the provider signs for others too.";
  if (proof.mode !== "off" && secrets === 0 && proof.keys.length === 0 && !url)
    wrong["mode"] = "Make a secret or add a public key first: nothing could be checked yet.";
  proof.keys.forEach((key, i) => {
    const text = key.public_key.trim();
    if (/PRIVATE KEY/.test(text))
      wrong[`keys.${i}`] = "This is a private key. It must never leave your server.";
    else if (!/BEGIN PUBLIC KEY/.test(text) && !text.startsWith("{"))
      wrong[`keys.${i}`] = "Paste a public key: PEM (BEGIN PUBLIC KEY) or a JWK.";
    else if (key.kid.trim() && proof.keys.findIndex(one => one.kid.trim() === key.kid.trim()) !== i)
      wrong[`keys.${i}`] = "Another key has this kid.";
  });
  return wrong;
}
