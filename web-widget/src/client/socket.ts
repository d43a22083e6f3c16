import { type ClientFrame, parseFrame, type ServerFrame } from "./frames";

export interface Timers {
  set(run: () => void, ms: number): unknown;
  clear(handle: unknown): void;
}

export interface SocketHandlers {
  frame(frame: ServerFrame): void;
  closed(code: number): void;
}

const PATIENCE_MS = 10_000;
const NO_PONG = 4000;

/** One connection from `hello` to its end; finds a dead link that never said goodbye. `closed` is called exactly once. */
export class Socket {
  readonly #ws: WebSocket;
  #beat: unknown = null;
  #deadline: unknown = null;
  #over = false;

  readonly #timers: Timers;
  readonly #handlers: SocketHandlers;

  constructor(
    url: string,
    hello: ClientFrame,
    open: (url: string, protocol: string) => WebSocket,
    timers: Timers,
    handlers: SocketHandlers,
  ) {
    this.#timers = timers;
    this.#handlers = handlers;
    this.#ws = open(url, "parley.v1");
    this.#ws.onopen = () => this.send(hello);
    this.#ws.onmessage = event => this.#heard(event.data);
    this.#ws.onclose = event => this.#end(event.code);
    this.#expect();
  }

  send(frame: ClientFrame): void {
    if (this.#ws.readyState === 1) this.#ws.send(JSON.stringify(frame));
  }

  /** Is anybody there? Also asked when a sleeping tab wakes up. */
  probe(): void {
    this.send({ type: "ping" });
    if (this.#deadline === null) this.#expect();
  }

  /** Gives the link up as lost, as if the other side had closed it. */
  drop(code: number): void {
    if (this.#over) return;
    this.abandon();
    this.#handlers.closed(code);
  }

  /** Ends it on purpose: nobody is told. */
  abandon(): void {
    if (this.#over) return;
    this.#finish();
    this.#ws.close(1000);
  }

  #heard(data: unknown): void {
    if (this.#over) return;
    this.#timers.clear(this.#deadline);
    this.#deadline = null;
    const frame = parseFrame(data);
    if (frame?.type === "ready") this.#startBeating(frame.heartbeat_s);
    if (frame) this.#handlers.frame(frame);
  }

  #startBeating(seconds: number): void {
    const every = Math.max(1, Number(seconds) || 25) * 1_000;
    const tick = () => {
      this.#beat = this.#timers.set(tick, every);
      this.probe();
    };
    this.#beat = this.#timers.set(tick, every);
  }

  #expect(): void {
    this.#deadline = this.#timers.set(() => this.drop(NO_PONG), PATIENCE_MS);
  }

  #end(code: number): void {
    if (this.#over) return;
    this.#finish();
    this.#handlers.closed(code);
  }

  #finish(): void {
    this.#over = true;
    this.#timers.clear(this.#beat);
    this.#timers.clear(this.#deadline);
  }
}
