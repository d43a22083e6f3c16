/** A connection with retries: one socket after the other, with delays. */
import { delayMs, type Verdict, verdict } from "./backoff";
import { type Kinds, readFrame } from "./frames";

export interface Timers {
  set(run: () => void, ms: number): unknown;
  clear(handle: unknown): void;
}

export interface LinkEnvironment {
  socket(url: string, protocol: string): WebSocket;
  readonly timers: Timers;
  random(): number;
}

/** Callbacks of a link. */
export interface LinkHandlers<In extends { readonly type: string }> {
  readonly protocol: string;
  readonly kinds: Kinds<In>;
  /** Time to call `open`. */
  dial(): void;
  frame(frame: In): void;
  /** Closed by the server, or considered dead. `later` retries. */
  closed(kind: Verdict, code: number): void;
}

const PATIENCE_MS = 10_000;
const NO_PONG = 4000;

export class Link<In extends { readonly type: string }, Out> {
  #ws: WebSocket | null = null;
  #beat: unknown = null;
  #deadline: unknown = null;
  #retry: unknown = null;
  #attempt = 0;

  readonly #env: LinkEnvironment;
  readonly #handlers: LinkHandlers<In>;

  constructor(env: LinkEnvironment, handlers: LinkHandlers<In>) {
    this.#env = env;
    this.#handlers = handlers;
  }

  /** Replaces the current socket. */
  open(url: string, hello?: Out): void {
    this.hangUp();
    const ws = this.#env.socket(url, this.#handlers.protocol);
    this.#ws = ws;
    ws.onopen = () => hello && this.send(hello);
    ws.onmessage = event => this.#ws === ws && this.#heard(event.data);
    ws.onclose = event => this.#ws === ws && this.drop(event.code);
    this.#expect();
  }

  /** False if not even tried. */
  send(frame: Out | { readonly type: "ping" }): boolean {
    if (this.#ws?.readyState !== 1) return false;
    this.#ws.send(JSON.stringify(frame));
    return true;
  }

  /** The network is back or the tab woke up: only a hint, the connection is tried either way. */
  wake(): void {
    if (!this.#ws) {
      this.#handlers.dial();
      return;
    }
    this.send({ type: "ping" });
    if (this.#deadline === null) this.#expect();
  }

  /** Gives the socket up as dead, or as closed by the server. */
  drop(code = 1006): void {
    if (!this.#ws) return;
    this.hangUp();
    this.#handlers.closed(verdict(code), code);
  }

  later(kind: Verdict): void {
    this.#env.timers.clear(this.#retry);
    const wait = delayMs(kind === "spread" ? 0 : this.#attempt++, this.#env.random, kind);
    this.#retry = this.#env.timers.set(() => this.#handlers.dial(), wait);
  }

  /** The connection works; resets the back-off. */
  steady(): void {
    this.#attempt = 0;
  }

  hangUp(): void {
    this.#env.timers.clear(this.#retry);
    this.#env.timers.clear(this.#beat);
    this.#env.timers.clear(this.#deadline);
    this.#deadline = null;
    const ws = this.#ws;
    this.#ws = null;
    ws?.close(1000);
  }

  #heard(data: unknown): void {
    this.#env.timers.clear(this.#deadline);
    this.#deadline = null;
    const frame = readFrame(data, this.#handlers.kinds);
    if (!frame) return;
    if (frame.type === "ready")
      this.#beatEvery(Math.max(1, Number((frame as { heartbeat_s?: unknown }).heartbeat_s) || 25) * 1_000);
    this.#handlers.frame(frame);
  }

  #beatEvery(ms: number): void {
    this.#beat = this.#env.timers.set(() => {
      this.#beatEvery(ms);
      this.wake();
    }, ms);
  }

  #expect(): void {
    this.#deadline = this.#env.timers.set(() => this.drop(NO_PONG), PATIENCE_MS);
  }
}
