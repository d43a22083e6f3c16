import type { Timers } from "./link";
import type { KeyValues } from "./store";

/** All that the client needs of the world outside it, so that a test can be that world. */
export interface Surroundings {
  fetch: typeof fetch;
  socket(url: string, protocol: string): WebSocket;
  storage(): KeyValues;
  timers: Timers;
  now(): number;
  random(): number;
  id(): string;
  /** Does the work while no other tab does such work of that name. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
  page(): string | undefined;
}
