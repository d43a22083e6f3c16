import type { Environment } from "./environment";

/** Implements the surroundings with a real browser. */
export const browser: Environment = {
  fetch: (input, init) => fetch(input, init),
  socket: (url, protocol) => new WebSocket(url, protocol),
  // A getter, because even accessing the property throws if storage is blocked.
  storage: () => localStorage,
  timers: { set: (run, ms) => setTimeout(run, ms), clear: handle => clearTimeout(handle as number) },
  now: () => Date.now(),
  random: () => Math.random(),
  id: newId,
  // Without https there are no locks: the tab that stores last wins, and the others follow.
  alone: (name, work) =>
    navigator.locks ? navigator.locks.request(name, { signal: AbortSignal.timeout(20_000) }, work) : work(),
  page: () =>
    location.protocol === "about:" ? undefined : (location.origin + location.pathname).slice(0, 2_000),
};

/** `crypto.randomUUID` needs https, which a shop may not have. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, b => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
