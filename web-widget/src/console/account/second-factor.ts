/** Second factor of `/v1/console/second-factor`: an authenticator app. */
import type { CodesResponse, Secret, StateResponse } from "../api/console-rest";
import { ask } from "../api/http";

export type SecondFactor = StateResponse;

export type Enrolment = Secret;

type Codes = CodesResponse;

const PATH = "second-factor";

export const secondFactor = {
  get: (signal: AbortSignal) => ask<SecondFactor>("GET", PATH, { signal }),
  begin: (password: string) => ask<Enrolment>("POST", PATH, { body: { password } }),
  confirm: (code: string) => ask<Codes>("POST", `${PATH}/confirm`, { body: { code: bare(code) } }),
  newCodes: (code: string) => ask<Codes>("POST", `${PATH}/recovery-codes`, { body: { code: bare(code) } }),
  remove: (password: string, code: string) =>
    ask<void>("POST", `${PATH}/remove`, { body: { password, code: bare(code) } }),
};

/** Apps show `123 456`, so people type it with a space. */
export function bare(code: string): string {
  return code.replace(/\s+/g, "");
}

/** In groups of four, for typing. */
export function spaced(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? secret;
}
