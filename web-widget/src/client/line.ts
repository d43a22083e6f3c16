/** The line to the service: opened, renewed and kept alive over every kind of break. What is said over it is for who extends it. */
import { ACK_PATIENCE_MS, delayMs, REPLAY_MS, RESYNC_REST_MS, type Verdict, verdict } from "./backoff";
import type { ClientFrame, ServerFrame } from "./frames";
import { SessionError } from "./session";
import { Socket } from "./socket";
import { type Failure, isForeign, lastSeq, type Pending } from "./state";
import { Visit } from "./visit";

export abstract class Line extends Visit {
  #socket: Socket | null = null;
  #timer: unknown = null;
  #ackTimer: unknown = null;
  #replayTimer: unknown = null;
  #attempt = 0;
  #resyncedAt = Number.NEGATIVE_INFINITY;
  #renewals = 0;
  #wanted = false;
  /** Raised whenever an answer on its way is no longer wanted. */
  #round = 0;
  #sinceZero = false;

  start(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    for (const { at: _, ...draft } of this.store.drafts()) this.apply({ type: "queued", ...draft });
    this.link("connecting");
    void this.#connect(false);
  }

  stop(): void {
    this.#wanted = false;
    this.hangUp();
    this.link("idle");
  }

  /** After `failed`: the visitor asks for another round. */
  retry(): void {
    this.#renewals = 0;
    this.#attempt = 0;
    this.#wanted = true;
    this.#reconnectNow();
  }

  /** The browser says the network is gone or back, or the tab woke up. A hint only: the link is tried either way. */
  networkLost(): void {
    this.#socket?.drop(1006);
  }

  networkBack(): void {
    if (!this.#wanted || this.state.link === "failed") return;
    if (this.#socket) this.#socket.probe();
    else this.#reconnectNow();
  }

  protected override begin(): void {
    if (!this.#wanted) return;
    this.#renewals = 0;
    this.link("connecting");
    void this.#connect(false);
  }

  async #connect(renew: boolean): Promise<void> {
    const round = ++this.#round;
    try {
      // One tab after the other: two that are opened at once are one visitor.
      const token = await this.around.alone(`parley.${this.tenant}`, () =>
        this.token(renew, () => round !== this.#round),
      );
      if (round !== this.#round || !this.#wanted) return;
      const since = this.#sinceZero ? 0 : lastSeq(this.state);
      this.#sinceZero = false;
      const url = `${this.base.replace(/^http/, "ws")}/ws/v1/visitor`;
      this.#socket = new Socket(
        url,
        { type: "hello", token, since },
        this.around.socket,
        this.around.timers,
        {
          frame: frame => this.#onFrame(frame, since),
          closed: code => this.#onClosed(code),
        },
      );
    } catch (error) {
      if (round !== this.#round || !this.#wanted) return;
      if (error instanceof SessionError && error.final)
        this.#giveUp({ code: error.code, detail: error.message });
      else this.#later("retry");
    }
  }

  #onFrame(frame: ServerFrame, since: number): void {
    if (frame.type === "ready" && isForeign(this.state, frame, since)) {
      this.apply({ type: "forget" });
      this.#sinceZero = true;
      this.#reconnectNow();
      return;
    }
    if (frame.type === "ack" || (frame.type === "message" && frame.client_id)) {
      this.store.dropDraft(frame.type === "ack" ? frame.id : (frame.client_id as string));
    }
    // Refused for good: trying again after a reload would only be refused again.
    if (frame.type === "error" && frame.id && !frame.retryable) this.store.dropDraft(frame.id);
    this.apply({ type: "frame", frame });
    if (frame.type === "error" && frame.retry_after_s !== undefined) {
      this.around.timers.set(() => this.flush(), frame.retry_after_s * 1000);
    }
    if (this.state.desync) {
      this.#resync();
      return;
    }
    if (!this.state.catchingUp && (frame.type === "ready" || frame.type === "message")) this.#attempt = 0;
    if (frame.type === "ready") this.#onReady();
    if (frame.type === "ack") this.#watchAcks();
    if (frame.type === "drain") this.#later("spread");
  }

  #onReady(): void {
    this.#renewals = 0;
    this.around.timers.clear(this.#replayTimer);
    this.#replayTimer = this.around.timers.set(() => this.apply({ type: "replayed" }), REPLAY_MS);
    for (const frame of this.unsaid.splice(0)) this.#socket?.send(frame);
    this.flush();
  }

  #onClosed(code: number): void {
    this.#socket = null;
    this.around.timers.clear(this.#ackTimer);
    this.around.timers.clear(this.#replayTimer);
    if (!this.#wanted) return;
    const kind = verdict(code);
    if (kind === "final") this.#giveUp({ code: `closed_${code}`, detail: "" });
    else if (kind === "renew") this.#renew();
    else {
      this.link("offline");
      this.#later(kind);
    }
  }

  /** Once: a server that refuses a token it has just given out will refuse the next one too. */
  #renew(): void {
    if (this.#renewals++ > 0) {
      this.#giveUp({ code: "refused", detail: "" });
      return;
    }
    this.link("offline");
    void this.#connect(true);
  }

  /** The first gap is mended at once; a server that keeps leaving gaps is asked more slowly. */
  #resync(): void {
    const before = this.#resyncedAt;
    this.#resyncedAt = this.around.now();
    if (this.#resyncedAt - before > RESYNC_REST_MS) {
      this.#reconnectNow();
      return;
    }
    this.hangUp();
    this.#later("retry");
  }

  #later(kind: Verdict): void {
    this.around.timers.clear(this.#timer);
    if (kind !== "spread" && this.state.link !== "offline") this.link("offline");
    const wait = delayMs(kind === "retry" ? this.#attempt++ : 0, this.around.random, kind);
    this.#timer = this.around.timers.set(() => this.#reconnectNow(), wait);
  }

  #reconnectNow(): void {
    this.hangUp();
    this.link(this.state.settled ? "offline" : "connecting");
    void this.#connect(false);
  }

  protected override hangUp(): void {
    this.#round++;
    this.around.timers.clear(this.#timer);
    this.around.timers.clear(this.#ackTimer);
    this.around.timers.clear(this.#replayTimer);
    this.#socket?.abandon();
    this.#socket = null;
  }

  #giveUp(failure: Failure): void {
    this.hangUp();
    this.apply({ type: "link", link: "failed", failure });
  }

  protected flush(): void {
    if (this.state.link !== "online") return;
    for (const p of this.state.pending) if (p.status === "queued") this.#transmit(p);
  }

  #transmit({ id, text, recording }: Pending): void {
    if (this.state.link !== "online") return;
    const page = this.around.page();
    this.#socket?.send({ type: "send", id, text, page, recording: recording?.id });
    this.apply({ type: "sending", id });
    this.#watchAcks();
  }

  #watchAcks(): void {
    this.around.timers.clear(this.#ackTimer);
    if (!this.state.pending.some(p => p.status === "sending")) return;
    this.#ackTimer = this.around.timers.set(() => this.#socket?.drop(1006), ACK_PATIENCE_MS);
  }

  /** Worth saying now, or not at all. */
  protected tell(frame: ClientFrame): void {
    if (this.state.link === "online") this.#socket?.send(frame);
  }

  /** Worth saying later, too. */
  protected say(frame: ClientFrame): void {
    if (this.state.link === "online") this.tell(frame);
    else this.unsaid.push(frame);
  }
}
