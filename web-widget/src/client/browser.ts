import type { Surroundings } from "./surroundings";

/** A real browser as the client's surroundings. */
export const browser: Surroundings = {
  fetch: (input, init) => fetch(input, init),
  socket: (url, protocol) => new WebSocket(url, protocol),
  // A getter: where storage is blocked, even touching the property throws.
  storage: () => localStorage,
  timers: { set: (run, ms) => setTimeout(run, ms), clear: handle => clearTimeout(handle as number) },
  now: () => Date.now(),
  random: () => Math.random(),
  id: newId,
  // Pages without https have no locks: there the tab that stores last wins, and the others follow it.
  alone: (name, work) =>
    navigator.locks ? navigator.locks.request(name, { signal: AbortSignal.timeout(20_000) }, work) : work(),
  page: () =>
    location.protocol === "about:" ? undefined : (location.origin + location.pathname).slice(0, 2_000),
};

/** `crypto.randomUUID` exists on secure origins only, and a shop may still be served over plain http. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, b => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
