import type { Timers } from "./link";
import type { KeyValues } from "./store";

/** The client's dependencies on the browser, replaceable in tests. */
export interface Environment {
  fetch: typeof fetch;
  socket(url: string, protocol: string): WebSocket;
  storage(): KeyValues;
  timers: Timers;
  now(): number;
  random(): number;
  id(): string;
  /** Runs while no other tab runs work of the same name. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
  page(): string | undefined;
}
