/** The connection to the service: opens, renews and keeps it alive. Subclasses decide what is sent. */
import { ACK_PATIENCE_MS, REPLAY_MS, RESYNC_REST_MS, type Verdict } from "./backoff";
import { type ClientFrame, KINDS } from "./frames";
import { Link } from "./link";
import { SessionError } from "./session";
import { type Failure, isForeign, lastSeq, type Pending } from "./state";
import { Visit } from "./visit";
import type { VisitorServerFrame } from "./visitor-frames";

export abstract class Line extends Visit {
  readonly #link = new Link<VisitorServerFrame, ClientFrame>(this.env, {
    protocol: "parley.v1",
    kinds: KINDS,
    dial: () => this.#reconnectNow(),
    frame: frame => this.#onFrame(frame),
    closed: (kind, code) => this.#onClosed(kind, code),
  });
  #wanted = false;
  #ackTimer: unknown = null;
  #replayTimer: unknown = null;
  #resyncedAt = Number.NEGATIVE_INFINITY;
  #renewals = 0;
  /** Incremented when a pending response is no longer wanted. */
  #round = 0;
  /** The `since` of the open socket. */
  #since = 0;

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

  /** After `failed`, at the visitor's request. */
  retry(): void {
    this.#renewals = 0;
    this.#link.steady();
    this.#wanted = true;
    this.#reconnectNow();
  }

  /** Only a hint from the browser: the connection is tried either way. */
  networkLost(): void {
    this.#link.drop();
  }

  networkBack(): void {
    if (this.#wanted && this.state.link !== "failed") this.#link.wake();
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
      // One tab at a time, so that two opened at once share a visitor.
      const token = await this.env.alone(`parley.${this.tenant}`, () =>
        this.token(renew, () => round !== this.#round),
      );
      if (round !== this.#round || !this.#wanted) return;
      this.#since = lastSeq(this.state);
      this.#link.open(`${this.base.replace(/^http/, "ws")}/ws/v1/visitor`, {
        type: "hello",
        token,
        since: this.#since,
      });
    } catch (error) {
      if (round !== this.#round || !this.#wanted) return;
      if (error instanceof SessionError && error.final)
        this.#giveUp({ code: error.code, detail: error.message });
      else this.#later("retry");
    }
  }

  #onFrame(frame: VisitorServerFrame): void {
    if (frame.type === "ready" && isForeign(this.state, frame, this.#since)) {
      this.apply({ type: "forget" });
      this.#reconnectNow();
      return;
    }
    if (frame.type === "ack" || (frame.type === "message" && frame.client_id)) {
      this.store.dropDraft(frame.type === "ack" ? frame.id : (frame.client_id as string));
    }
    // Final: another try would be refused again.
    if (frame.type === "error" && frame.id && !frame.retryable) this.store.dropDraft(frame.id);
    this.apply({ type: "frame", frame });
    if (frame.type === "error" && frame.retry_after_s !== undefined) {
      this.env.timers.set(() => this.flush(), frame.retry_after_s * 1000);
    }
    if (this.state.desync) {
      this.#resync();
      return;
    }
    if (!this.state.catchingUp && (frame.type === "ready" || frame.type === "message")) this.#link.steady();
    if (frame.type === "ready") this.#onReady();
    if (frame.type === "ack") this.#watchAcks();
    if (frame.type === "drain") this.#later("spread");
  }

  #onReady(): void {
    this.#renewals = 0;
    this.env.timers.clear(this.#replayTimer);
    this.#replayTimer = this.env.timers.set(() => this.apply({ type: "replayed" }), REPLAY_MS);
    for (const frame of this.unsaid.splice(0)) this.#link.send(frame);
    this.flush();
  }

  #onClosed(kind: Verdict, code: number): void {
    this.hangUp();
    if (kind === "final") this.#giveUp({ code: `closed_${code}`, detail: "" });
    else if (kind === "renew") this.#renew();
    else {
      this.link("offline");
      this.#later(kind);
    }
  }

  /** Once: a server that refuses a new token will refuse the next one, too. */
  #renew(): void {
    if (this.#renewals++ > 0) {
      this.#giveUp({ code: "refused", detail: "" });
      return;
    }
    this.link("offline");
    void this.#connect(true);
  }

  /** Repairs the first gap at once; a server that keeps leaving gaps is asked less often. */
  #resync(): void {
    const before = this.#resyncedAt;
    this.#resyncedAt = this.env.now();
    if (this.#resyncedAt - before > RESYNC_REST_MS) {
      this.#reconnectNow();
      return;
    }
    this.hangUp();
    this.#later("retry");
  }

  #later(kind: Verdict): void {
    if (kind !== "spread") this.link("offline");
    this.#link.later(kind);
  }

  #reconnectNow(): void {
    this.hangUp();
    this.link(this.state.settled ? "offline" : "connecting");
    void this.#connect(false);
  }

  protected override hangUp(): void {
    this.#round++;
    this.env.timers.clear(this.#ackTimer);
    this.env.timers.clear(this.#replayTimer);
    this.#link.hangUp();
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
    const page = this.env.page();
    this.#link.send({ type: "send", id, text, page, recording: recording?.id });
    this.apply({ type: "sending", id });
    this.#watchAcks();
  }

  #watchAcks(): void {
    this.env.timers.clear(this.#ackTimer);
    if (!this.state.pending.some(p => p.status === "sending")) return;
    this.#ackTimer = this.env.timers.set(() => this.#link.drop(), ACK_PATIENCE_MS);
  }

  /** Sent now or not at all. */
  protected sendNow(frame: ClientFrame): void {
    if (this.state.link === "online") this.#link.send(frame);
  }

  /** Kept until it can be sent. */
  protected sendOrKeep(frame: ClientFrame): void {
    if (this.state.link === "online") this.sendNow(frame);
    else this.unsaid.push(frame);
  }
}
