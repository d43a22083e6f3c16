/** The agents' socket, kept alive over every kind of break. Knows nothing of what the frames mean. */
import { delayMs, type Verdict, verdict } from "../../client/backoff";
import type { Timers } from "../../client/socket";
import { type AgentClientFrame, type AgentServerFrame, parseAgentFrame } from "./frames";
import type { Link } from "./state";

export interface Around {
  socket(url: string, protocol: string): WebSocket;
  readonly timers: Timers;
  random(): number;
}

export interface LineHandlers {
  frame(frame: AgentServerFrame): void;
  link(link: Link): void;
  /** The line broke before anything was said, or for good: perhaps the session is over. */
  doubt(): void;
}

const PATIENCE_MS = 10_000;

export class AgentSocket {
  private ws: WebSocket | null = null;
  private beat: unknown = null;
  private deadline: unknown = null;
  private retry: unknown = null;
  private attempt = 0;
  private greeted = false;
  private wanted = false;

  constructor(
    private readonly url: string,
    private readonly around: Around,
    private readonly handlers: LineHandlers,
  ) {}

  start(): void {
    if (this.wanted) return;
    this.wanted = true;
    this.handlers.link("connecting");
    this.connect();
  }

  stop(): void {
    this.wanted = false;
    this.around.timers.clear(this.retry);
    this.hangUp();
  }

  /** False when it was not even tried. */
  send(frame: AgentClientFrame): boolean {
    if (!this.greeted || this.ws?.readyState !== 1) return false;
    this.ws.send(JSON.stringify(frame));
    return true;
  }

  /** Gives the link up as lost. */
  drop(): void {
    if (this.ws) this.closed(1006);
  }

  /** The network is back or the tab woke up: a hint only, the link is tried either way. */
  wake(): void {
    if (!this.wanted) return;
    if (this.ws) this.probe();
    else this.connect();
  }

  private connect(): void {
    this.around.timers.clear(this.retry);
    this.hangUp();
    const ws = this.around.socket(this.url, "parley.agent.v1");
    this.ws = ws;
    this.greeted = false;
    ws.onmessage = event => this.ws === ws && this.heard(event.data);
    ws.onclose = event => this.ws === ws && this.closed(event.code);
    this.expect();
  }

  private heard(data: unknown): void {
    this.around.timers.clear(this.deadline);
    this.deadline = null;
    const frame = parseAgentFrame(data);
    if (!frame) return;
    if (frame.type === "ready") {
      this.greeted = true;
      this.attempt = 0;
      this.startBeating(frame.heartbeat_s);
      this.handlers.link("online");
    }
    this.handlers.frame(frame);
    if (frame.type === "drain") this.closed(1012);
  }

  private startBeating(seconds: number): void {
    const every = Math.max(1, seconds) * 1_000;
    const tick = () => {
      this.beat = this.around.timers.set(tick, every);
      this.probe();
    };
    this.beat = this.around.timers.set(tick, every);
  }

  private probe(): void {
    this.send({ type: "ping" });
    if (this.deadline === null) this.expect();
  }

  private expect(): void {
    this.deadline = this.around.timers.set(() => this.closed(1006), PATIENCE_MS);
  }

  private closed(code: number): void {
    const greeted = this.greeted;
    this.hangUp();
    if (!this.wanted) return;
    const kind = verdict(code);
    if (kind === "final") {
      this.wanted = false;
      this.handlers.link("ended");
    } else {
      this.handlers.link("offline");
      this.later(kind);
    }
    if (kind === "final" || !greeted) this.handlers.doubt();
  }

  private later(kind: Verdict): void {
    const wait = delayMs(kind === "spread" ? 0 : this.attempt++, this.around.random, kind);
    this.retry = this.around.timers.set(() => this.connect(), wait);
  }

  private hangUp(): void {
    this.around.timers.clear(this.beat);
    this.around.timers.clear(this.deadline);
    this.deadline = null;
    this.greeted = false;
    const ws = this.ws;
    this.ws = null;
    ws?.close(1000);
  }
}
