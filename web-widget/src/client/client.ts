/** The front door: one visitor's chat with one tenant, kept alive over every kind of break. */
import { ACK_PATIENCE_MS, delayMs, REPLAY_MS, RESYNC_REST_MS, type Verdict, verdict } from "./backoff";
import { Chat } from "./chat";
import type { ClientFrame, Recording, ServerFrame } from "./frames";
import { isWorn, openSession, type Proof, SessionError } from "./session";
import { Socket } from "./socket";
import { type Failure, isForeign, lastSeq, type Pending } from "./state";
import type { Surroundings } from "./surroundings";

export class ParleyClient extends Chat {
  private socket: Socket | null = null;
  private timer: unknown = null;
  private ackTimer: unknown = null;
  private replayTimer: unknown = null;
  private attempt = 0;
  private resyncedAt = Number.NEGATIVE_INFINITY;
  private renewals = 0;
  private wanted = false;
  /** Raised whenever an answer on its way is no longer wanted. */
  private round = 0;
  private sinceZero = false;
  /** In memory alone: who signs out must leave nothing behind. */
  private proof: Proof | null = null;
  /** The one with which the present session was opened. */
  private shown: Proof | null = null;
  private locale: string | undefined;
  /** The one for which the present session was opened. */
  private told: string | undefined;
  /** Raised whenever this browser begins as somebody else: what was typed for the one before is not for the next. */
  life = 0;

  constructor(
    private readonly base: string,
    tenant: string,
    around: Surroundings,
  ) {
    super(tenant, around);
  }

  start(): void {
    if (this.wanted) return;
    this.wanted = true;
    for (const { at: _, ...draft } of this.store.drafts()) this.apply({ type: "queued", ...draft });
    this.link("connecting");
    void this.connect(false);
  }

  stop(): void {
    this.wanted = false;
    this.hangUp();
    this.link("idle");
  }

  /** After `failed`: the visitor asks for another round. */
  retry(): void {
    this.renewals = 0;
    this.attempt = 0;
    this.wanted = true;
    this.reconnectNow();
  }

  /** The browser says the network is gone or back, or the tab woke up. A hint only: the link is tried either way. */
  networkLost(): void {
    this.socket?.drop(1006);
  }

  networkBack(): void {
    if (!this.wanted || this.state.link === "failed") return;
    if (this.socket) this.socket.probe();
    else this.reconnectNow();
  }

  /** With a recording the text may be empty: it goes to a person as it is. */
  send(text: string, recording?: Recording): string {
    this.check();
    const id = this.around.id();
    this.store.keepDraft({ id, text, recording, at: this.around.now() });
    this.apply({ type: "queued", id, text, recording });
    this.flush();
    return id;
  }

  resend(id: string): void {
    const failed = this.state.pending.find(p => p.id === id && p.status === "failed");
    if (!failed) return;
    this.apply({ ...failed, type: "queued" });
    this.flush();
  }

  stopAnswer(): void {
    for (const a of this.state.answers) this.socket?.send({ type: "stop", answer: a.answer });
  }

  askForPerson(): void {
    if (this.state.handoffAsked || this.state.owner !== "with_bot") return;
    this.apply({ type: "handoffAsked" });
    this.say({ type: "handoff" });
  }

  rate(seq: number, value: "up" | "down"): void {
    this.apply({ type: "rated", seq, value });
    this.say({ type: "rate", seq, value });
  }

  seen(): void {
    const seq = lastSeq(this.state);
    if (seq <= this.store.seen()) return;
    this.store.keepSeen(seq);
    if (this.state.link === "online") this.socket?.send({ type: "seen", seq });
  }

  typing(on: boolean): void {
    if (this.state.link === "online") this.socket?.send({ type: "typing", on });
  }

  /** The visitor is this customer. What was said before comes along; a page may say so again and again. */
  identify(proof: Proof): void {
    if (JSON.stringify(proof) === JSON.stringify(this.proof)) return;
    this.proof = proof;
    this.hangUp();
    this.begin();
  }

  /** What the page says of its language; the service hears it in the request for a session. */
  speak(locale: string | undefined): void {
    if (locale === this.locale) return;
    this.locale = locale;
    this.hangUp();
    this.begin();
  }

  /** A fresh visitor; what the old one said is gone from this browser. */
  reset(): void {
    this.store.clear();
    this.leave();
  }

  /** The same, where another tab, or the page itself, has cleared the store already; or the visitor who stands there now. */
  leave(): void {
    this.hangUp();
    this.store.forget();
    if (!this.store.session()) this.store.clear();
    this.proof = this.shown = null;
    this.drop();
    this.life++;
    this.apply({ type: "forget" });
    this.begin();
  }

  /** Nobody is told when a page empties its own storage: whoever shows something of the visitor looks first. */
  check(): void {
    if (this.store.strayed()) this.leave();
  }

  /** The page comes back as it was, whatever happened meanwhile; where nothing can tell, a customer is forgotten. */
  restored(): void {
    if (this.proof && this.store.untold) this.leave();
    else this.check();
  }

  /** The visitor has touched the chat, here or in another tab: from now on it may be remembered. */
  touched(): void {
    if (this.store.allow()) return;
    // The other tab's visitor stays, and this tab joins.
    this.hangUp();
    this.shown = null;
    this.apply({ type: "forget" });
    this.begin();
  }

  /** The bytes of a file in this conversation. */
  async file(id: string): Promise<Blob> {
    const answer = await this.call(`attachments/${encodeURIComponent(id)}`);
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.blob();
  }

  /** A request of this visitor's. */
  call(path: string, init?: RequestInit): Promise<Response> {
    const authorization = `Bearer ${this.store.session()?.token}`;
    return this.around.fetch(`${this.base}/v1/visitor/${path}`, {
      ...init,
      credentials: "omit",
      headers: { authorization },
    });
  }

  private begin(): void {
    if (!this.wanted) return;
    this.renewals = 0;
    this.link("connecting");
    void this.connect(false);
  }

  private async connect(renew: boolean): Promise<void> {
    const round = ++this.round;
    try {
      // One tab after the other: two that are opened at once are one visitor.
      const token = await this.around.alone(`parley.${this.tenant}`, () => this.token(renew, round));
      if (round !== this.round || !this.wanted) return;
      const since = this.sinceZero ? 0 : lastSeq(this.state);
      this.sinceZero = false;
      const url = `${this.base.replace(/^http/, "ws")}/ws/v1/visitor`;
      this.socket = new Socket(url, { type: "hello", token, since }, this.around.socket, this.around.timers, {
        frame: frame => this.onFrame(frame, since),
        closed: code => this.onClosed(code),
      });
    } catch (error) {
      if (round !== this.round || !this.wanted) return;
      if (error instanceof SessionError && error.final)
        this.giveUp({ code: error.code, detail: error.message });
      else this.later("retry");
    }
  }

  private async token(renew: boolean, round: number): Promise<string> {
    if (round !== this.round) return "";
    const kept = this.store.session();
    if (kept) this.store.use(kept);
    const hasSettings = this.state.settings.shop !== undefined || this.state.settings.greeting !== undefined;
    const { fetch, now } = this.around;
    const { proof, locale } = this;
    const good = kept && hasSettings && !renew && proof === this.shown && !isWorn(kept, now());
    if (good && locale === this.told) return kept.token;
    // For the sake of a language nobody is asked to prove again who they are: a proof does not last as long as a page.
    const got = await openSession(
      fetch,
      this.base,
      this.tenant,
      kept?.token,
      good ? null : proof,
      locale,
      now,
    );
    // Signed in or out meanwhile: this session must not be kept.
    this.check();
    if (round !== this.round) return "";
    const same = kept?.visitor === got.session.visitor;
    if (kept && !same) {
      // One customer's words must not be said in the name of the next.
      if (kept.known) {
        this.drop();
        this.life++;
      }
      this.apply({ type: "forget" });
    }
    this.shown = proof;
    this.told = locale;
    this.store.keepSession({ ...got.session, known: proof !== null || (same && kept.known) });
    this.apply({ type: "settings", settings: got.settings });
    return got.session.token;
  }

  private onFrame(frame: ServerFrame, since: number): void {
    if (frame.type === "ready" && isForeign(this.state, frame, since)) {
      this.apply({ type: "forget" });
      this.sinceZero = true;
      this.reconnectNow();
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
      this.resync();
      return;
    }
    if (!this.state.catchingUp && (frame.type === "ready" || frame.type === "message")) this.attempt = 0;
    if (frame.type === "ready") this.onReady();
    if (frame.type === "ack") this.watchAcks();
    if (frame.type === "drain") this.later("spread");
  }

  private onReady(): void {
    this.renewals = 0;
    this.around.timers.clear(this.replayTimer);
    this.replayTimer = this.around.timers.set(() => this.apply({ type: "replayed" }), REPLAY_MS);
    for (const frame of this.unsaid.splice(0)) this.socket?.send(frame);
    this.flush();
  }

  private onClosed(code: number): void {
    this.socket = null;
    this.around.timers.clear(this.ackTimer);
    this.around.timers.clear(this.replayTimer);
    if (!this.wanted) return;
    const kind = verdict(code);
    if (kind === "final") this.giveUp({ code: `closed_${code}`, detail: "" });
    else if (kind === "renew") this.renew();
    else {
      this.link("offline");
      this.later(kind);
    }
  }

  /** Once: a server that refuses a token it has just given out will refuse the next one too. */
  private renew(): void {
    if (this.renewals++ > 0) {
      this.giveUp({ code: "refused", detail: "" });
      return;
    }
    this.link("offline");
    void this.connect(true);
  }

  /** The first gap is mended at once; a server that keeps leaving gaps is asked more slowly. */
  private resync(): void {
    const before = this.resyncedAt;
    this.resyncedAt = this.around.now();
    if (this.resyncedAt - before > RESYNC_REST_MS) {
      this.reconnectNow();
      return;
    }
    this.hangUp();
    this.later("retry");
  }

  private later(kind: Verdict): void {
    this.around.timers.clear(this.timer);
    if (kind !== "spread" && this.state.link !== "offline") this.link("offline");
    const wait = delayMs(kind === "retry" ? this.attempt++ : 0, this.around.random, kind);
    this.timer = this.around.timers.set(() => this.reconnectNow(), wait);
  }

  private reconnectNow(): void {
    this.hangUp();
    this.link(this.state.settled ? "offline" : "connecting");
    void this.connect(false);
  }

  private hangUp(): void {
    this.round++;
    this.around.timers.clear(this.timer);
    this.around.timers.clear(this.ackTimer);
    this.around.timers.clear(this.replayTimer);
    this.socket?.abandon();
    this.socket = null;
  }

  private giveUp(failure: Failure): void {
    this.hangUp();
    this.apply({ type: "link", link: "failed", failure });
  }

  private flush(): void {
    if (this.state.link !== "online") return;
    for (const p of this.state.pending) if (p.status === "queued") this.transmit(p);
  }

  private transmit({ id, text, recording }: Pending): void {
    if (this.state.link !== "online") return;
    const page = this.around.page();
    this.socket?.send({ type: "send", id, text, page, recording: recording?.id });
    this.apply({ type: "sending", id });
    this.watchAcks();
  }

  private watchAcks(): void {
    this.around.timers.clear(this.ackTimer);
    if (!this.state.pending.some(p => p.status === "sending")) return;
    this.ackTimer = this.around.timers.set(() => this.socket?.drop(1006), ACK_PATIENCE_MS);
  }

  private say(frame: ClientFrame): void {
    if (this.state.link === "online") this.socket?.send(frame);
    else this.unsaid.push(frame);
  }
}
