/** Signing in over the shop's own identity provider: a plain way there and back, never a request of this page. */
import type { OptionsResponse } from "../api/console-rest";
import { ask } from "../api/http";

export type SignInOptions = OptionsResponse;

const PASSWORD_ONLY: SignInOptions = { password: true };

/** The password's form is right when they cannot be had. */
export async function signInOptions(signal: AbortSignal): Promise<SignInOptions> {
  try {
    return await ask<SignInOptions>("GET", "sign-in-options", { signal });
  } catch {
    return PASSWORD_ONLY;
  }
}

/** The way to the provider, and back to where the page is now. Only a path of this host is followed. */
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

/** What went wrong on the way, out of `#sso=…`; null when the address says nothing of it. */
export function ssoTrouble(hash: string): string | null {
  const code = new URLSearchParams(hash.replace(/^#/, "")).get("sso");
  if (code === null) return null;
  return (Object.hasOwn(TOLD, code) && TOLD[code]) || "Signing in did not work. Try again.";
}
