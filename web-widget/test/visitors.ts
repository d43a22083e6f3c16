/** A fake service before each test, and clients of it without real waits; importing this is enough. */
import { afterEach, beforeEach } from "node:test";
import { WebSocket } from "ws";
import { type ChatState, type Environment, ParleyClient } from "../src/client";
import { REPLAY_MS } from "../src/client/backoff";
import type { KeyValues } from "../src/client/store";
import { FakeParley } from "./fake-parley";

class Shelf implements KeyValues {
  readonly kept = new Map<string, string>();
  get length() {
    return this.kept.size;
  }
  key = (i: number) => [...this.kept.keys()][i] ?? null;
  getItem = (k: string) => this.kept.get(k) ?? null;
  setItem = (k: string, v: string) => void this.kept.set(k, v);
  removeItem = (k: string) => void this.kept.delete(k);
}

export let fake: FakeParley;
let base: string;
export let shelf: Shelf;
let clients: ParleyClient[];
/** Delays requested from the clock; back-off delays are skipped, so that no test really waits. */
export let waits: number[];
let ids = 0;
const turns = new Map<string, Promise<unknown>>();

/** A browser's socket reports errors by closing; this library throws them unless there is a listener. */
function dial(url: string, protocol: string): globalThis.WebSocket {
  const socket = new WebSocket(url, protocol);
  socket.on("error", () => undefined);
  return socket as unknown as globalThis.WebSocket;
}

function environment(more: Partial<Environment> = {}): Environment {
  return {
    fetch,
    socket: dial,
    storage: () => shelf,
    timers: {
      set: (run, ms) => {
        waits.push(ms);
        return setTimeout(run, ms <= 5_000 && ms !== REPLAY_MS ? 0 : ms).unref();
      },
      clear: handle => clearTimeout(handle as NodeJS.Timeout),
    },
    now: () => Date.now(),
    random: () => 0.5,
    id: () => `id-${++ids}`,
    alone: (name, work) => {
      const turn = (turns.get(name) ?? Promise.resolve()).then(work, work);
      turns.set(name, turn);
      return turn;
    },
    page: () => undefined,
    ...more,
  };
}

/** A visitor who has not used the chat yet. */
export function newcomer(more: Partial<Environment> = {}): ParleyClient {
  const client = new ParleyClient(base, "demo", environment(more));
  clients.push(client);
  return client;
}

export function visitor(more: Partial<Environment> = {}): ParleyClient {
  const client = newcomer(more);
  client.store.allow();
  client.start();
  return client;
}

export function until(client: ParleyClient, wish: (s: ChatState) => boolean): Promise<ChatState> {
  return new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error(`never so: ${JSON.stringify(client.current)}`)), 5_000);
    const look = (s: ChatState) => {
      if (!wish(s)) return;
      clearTimeout(late);
      off();
      done(s);
    };
    const off = client.subscribe(look);
    look(client.current);
  });
}

export async function eventually(wish: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!wish()) {
    if (Date.now() > end) throw new Error("never so");
    await new Promise(setImmediate);
  }
}

export const online = (s: ChatState) => s.link === "online" && s.settled && !s.catchingUp;
export const texts = (s: ChatState) => s.messages.map(m => m.text);

beforeEach(async () => {
  fake = new FakeParley();
  base = await fake.listen();
  shelf = new Shelf();
  clients = [];
  waits = [];
});

afterEach(async () => {
  for (const client of clients) client.stop();
  await fake.close();
});
