/** `/v1/identity`: how visitors prove who they are. */
import type { Answered } from "../../api/types";
import type { Problems } from "../../kit/form";
import type { IdentityBody, IdentityMode, JwksSettings, PublicKeySettings, SecretItem } from "../shop-rest";

export const PATH = "/identity";

export type Mode = IdentityMode;

type Algorithm = "RS256" | "ES256";

export interface PublicKey extends Answered<PublicKeySettings, "public_key"> {
  readonly alg: Algorithm;
}

export type Secret = Answered<SecretItem, "id" | "for_jwt" | "created_at">;

export type NewSecret = Answered<Secret, "secret">;

interface KeySet extends Required<JwksSettings> {
  readonly alg: Algorithm;
}

export interface Identity extends Answered<IdentityBody, "mode" | "user_hash"> {
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
