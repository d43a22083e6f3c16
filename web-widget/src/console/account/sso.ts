/** Single sign-on by plain navigation, without requests of this page. */
import type { OptionsResponse } from "../api/console-rest";
import { ask } from "../api/http";

export type SignInOptions = OptionsResponse;

const PASSWORD_ONLY: SignInOptions = { password: true };

/** Falls back to the password form. */
export async function signInOptions(signal: AbortSignal): Promise<SignInOptions> {
  try {
    return await ask<SignInOptions>("GET", "sign-in-options", { signal });
  } catch {
    return PASSWORD_ONLY;
  }
}

/** Links to the provider and back to this place. Accepts paths of this host only. */
export function ssoHref(to: string, hash: string): string | null {
  if (!/^\/(?!\/)/.test(to)) return null;
  return hash.startsWith("#/") ? `${to}?${new URLSearchParams({ return: hash })}` : to;
}

const TOLD: Readonly<Record<string, string>> = {
  cancelled: "You were not signed in: it was given up at the provider.",
  disabled: "Your account is disabled. An administrator of your shop can enable it again.",
  not_invited: "There is no account with your address here. Ask an administrator of your shop to invite you.",
  unavailable: "The sign-in provider cannot be reached just now. Try again, or use your password.",
};

/** The error in `#sso=…`; null if there is none. */
export function ssoErrorOf(hash: string): string | null {
  const code = new URLSearchParams(hash.replace(/^#/, "")).get("sso");
  if (code === null) return null;
  return (Object.hasOwn(TOLD, code) && TOLD[code]) || "Signing in did not work. Try again.";
}
