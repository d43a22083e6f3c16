/** The front door: what a visitor can do in a tenant's chat. */
import type { Recording } from "./frames";
import { Line } from "./line";
import { lastSeq } from "./state";

export class ParleyClient extends Line {
  /** With a recording the text may be empty: then a person listens to it. */
  send(text: string, recording?: Recording): string {
    this.check();
    const id = this.env.id();
    this.store.keepDraft({ id, text, recording, at: this.env.now() });
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
    for (const a of this.state.answers) this.sendNow({ type: "stop", answer: a.answer });
  }

  askForPerson(): void {
    if (this.state.handoffAsked || this.state.owner !== "with_bot") return;
    this.apply({ type: "handoffAsked" });
    this.sendOrKeep({ type: "handoff" });
  }

  rate(seq: number, value: "up" | "down"): void {
    this.apply({ type: "rated", seq, value });
    this.sendOrKeep({ type: "rate", seq, value });
  }

  seen(): void {
    const seq = lastSeq(this.state);
    if (seq <= this.store.seen()) return;
    this.store.keepSeen(seq);
    this.sendNow({ type: "seen", seq });
  }

  typing(on: boolean): void {
    this.sendNow({ type: "typing", on });
  }

  /** Starts as a new visitor and clears this browser's data. */
  reset(): void {
    this.store.clear();
    this.leave();
  }

  /** An authenticated request. */
  call(path: string, init?: RequestInit): Promise<Response> {
    const authorization = `Bearer ${this.store.session()?.token}`;
    return this.env.fetch(`${this.base}/v1/visitor/${path}`, {
      ...init,
      credentials: "omit",
      headers: { authorization },
    });
  }
}
