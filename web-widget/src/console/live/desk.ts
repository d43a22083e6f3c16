/** The front door of live state: applies frames and performs the agent's actions. */
import { ApiError, ask, messageOf } from "../api/http";
import type { Agent, Conversation, Items, Message, Note, Recording, View } from "../api/types";
import type { AgentServerFrame } from "./agent-frames";
import { type Alert, alertsOf } from "./alerts";
import { InboxPages } from "./inbox-pages";
import { keepOutbox, keptOutbox } from "./outbox";
import { type LiveEvent, reduceLive } from "./reduce";
import { type DeskEnvironment, Sending, type Written } from "./sending";
import { AgentSocket } from "./socket";
import { initialLive, type LiveState, lastSeq, type Outgoing } from "./state";

const PAGE = 50;
const READ_REST_MS = 400;

export class Desk {
  private state: LiveState;
  private readonly listeners = new Set<() => void>();
  private readonly alertListeners = new Set<(alert: Alert) => void>();
  private readonly line: AgentSocket;
  private readonly pages: InboxPages;
  private readonly sending: Sending;
  private watched: string | null = null;
  private readTimer: unknown = null;
  private typingIn: string | null = null;

  constructor(
    url: string,
    me: string,
    private readonly env: DeskEnvironment,
  ) {
    this.state = initialLive(me);
    this.pages = new InboxPages(event => this.apply(event), env.timers);
    this.line = new AgentSocket(url, env, {
      frame: frame => this.onFrame(frame),
      link: link => this.apply({ type: "link", link }),
      // Any request detects an expired session and informs `onSignedOut`.
      doubt: () => void ask("GET", "inbox/counts").catch(() => undefined),
    });
    this.sending = new Sending(
      env,
      this.line,
      () => this.state,
      event => this.apply(event),
    );
  }

  get current(): LiveState {
    return this.state;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  onAlert(listener: (alert: Alert) => void): () => void {
    this.alertListeners.add(listener);
    return () => void this.alertListeners.delete(listener);
  }

  start(): void {
    for (const out of keptOutbox(this.state.me)) this.apply({ type: "out", out });
    this.line.start();
    void this.pages.refresh();
    void this.readAgents();
  }

  stop(): void {
    this.sending.stop();
    this.env.timers.clear(this.readTimer);
    this.line.stop();
  }

  wake(): void {
    this.line.wake();
  }

  lost(): void {
    this.line.drop();
  }

  setAway(away: boolean): void {
    this.line.send({ type: "presence", away });
  }

  // The list

  /** Loads more of an incomplete list. */
  more(view: View, filter: Readonly<Record<string, string | undefined>>): Promise<void> {
    return this.pages.more(view, filter);
  }

  async readAgents(): Promise<void> {
    const found = await ask<Items<Agent>>("GET", "agents").catch(() => null);
    if (found) this.apply({ type: "agents", agents: found.items });
  }

  /** Performs an action that answers with the changed conversation. */
  async act(method: "POST" | "PUT", id: string, action: string, body?: unknown): Promise<Conversation> {
    const item = await ask<Conversation>(
      method,
      `conversations/${id}/${action}`,
      body === undefined ? {} : { body },
    );
    this.apply({ type: "item", item });
    void this.pages.count();
    return item;
  }

  know(item: Conversation): void {
    this.apply({ type: "item", item });
  }

  // One conversation

  /** Loads and watches it; `seq` is among the loaded messages. */
  async open(id: string, seq?: number): Promise<void> {
    if (this.watched !== null && this.watched !== id) this.leave(this.watched);
    this.watched = id;
    if (!this.state.threads.get(id)?.messages.length) await this.readNewest(id);
    else this.watch(id);
    void this.readNotes(id);
    if (seq !== undefined) await this.readBackTo(id, seq);
  }

  leave(id: string): void {
    if (this.watched === id) this.watched = null;
    this.typing(id, false);
    this.line.send({ type: "unwatch", conversation: id });
    this.apply({ type: "unwatched", conversation: id });
  }

  async readEarlier(id: string): Promise<boolean> {
    const before = this.state.threads.get(id)?.before;
    if (!before) return false;
    await this.readPage(id, before);
    return true;
  }

  /** Requests a translation, which the service makes once for all agents. */
  async translate(id: string, seq: number, language: string): Promise<void> {
    const translation = await ask<NonNullable<Recording["translation"]>>(
      "POST",
      `conversations/${id}/messages/${seq}/translation`,
      { body: { language } },
    );
    this.apply({ type: "translated", conversation: id, seq, translation });
  }

  private async readNewest(id: string): Promise<void> {
    await this.readPage(id, null);
    if (this.watched === id) this.watch(id);
  }

  private async readBackTo(id: string, seq: number): Promise<void> {
    for (let i = 0; i < 40 && this.watched === id; i++) {
      const thread = this.state.threads.get(id);
      if (!thread?.before || (thread.messages[0]?.seq ?? 0) <= seq) return;
      await this.readPage(id, thread.before, 200);
    }
  }

  private async readPage(id: string, before: string | null, limit = PAGE): Promise<void> {
    const query = { before, limit };
    const page = await ask<Items<Message>>("GET", `conversations/${id}/messages`, { query });
    this.apply({ type: "page", conversation: id, messages: page.items, before: page.next_cursor });
  }

  private async readNotes(id: string): Promise<void> {
    const notes = await ask<Items<Note>>("GET", `conversations/${id}/notes`).catch(() => null);
    if (notes) this.apply({ type: "notes", conversation: id, notes: notes.items });
  }

  private watch(id: string): void {
    const thread = this.state.threads.get(id);
    this.line.send({ type: "watch", conversation: id, since: thread ? lastSeq(thread) : 0 });
  }

  /** The conversation read to its end; null: none. */
  reading(id: string | null): void {
    if (this.state.reading !== id) this.apply({ type: "reading", conversation: id });
    if (id === null) return;
    this.apply({ type: "mentionSeen", conversation: id });
    this.env.timers.clear(this.readTimer);
    this.readTimer = this.env.timers.set(() => this.tellRead(id), READ_REST_MS);
  }

  private tellRead(id: string): void {
    const thread = this.state.threads.get(id);
    if (thread && thread.messages.length > 0)
      this.line.send({ type: "read", conversation: id, seq: lastSeq(thread) });
  }

  typing(id: string, on: boolean): void {
    if (on === (this.typingIn === id)) return;
    this.typingIn = on ? id : null;
    this.line.send({ type: "typing", conversation: id, on });
  }

  // Writing

  write(what: Written): string {
    this.typing(what.conversation, false);
    return this.sending.write(what);
  }

  sendNow(id: string): void {
    this.sending.sendNow(id);
  }

  undo(id: string): Outgoing | null {
    return this.sending.undo(id);
  }

  leavePage(): void {
    this.sending.leavePage();
  }

  // What comes

  private onFrame(frame: AgentServerFrame): void {
    const before = this.state;
    this.apply({ type: "frame", frame });
    for (const alert of alertsOf(before, this.state, frame))
      for (const tell of this.alertListeners) tell(alert);
    if (frame.type === "ready") this.onReady();
    if (frame.type === "ack" || frame.type === "error") this.sending.awaitAcks();
    if (frame.type.startsWith("inbox.")) this.pages.heard(frame);
    if (frame.type === "presence" && frame.agents.some(p => !this.state.agents.some(a => a.id === p.id)))
      void this.readAgents();
    if (frame.type === "message" && this.state.reading === frame.conversation)
      this.reading(frame.conversation);
    if ("conversation" in frame && frame.conversation && this.state.threads.get(frame.conversation)?.desync)
      this.watch(frame.conversation);
  }

  private onReady(): void {
    if (this.watched !== null) {
      if (this.state.threads.get(this.watched)?.messages.length) this.watch(this.watched);
      void this.readNotes(this.watched);
    }
    if (this.state.round > 1) void this.pages.refresh();
    this.sending.flush();
  }

  private apply(event: LiveEvent): void {
    const next = reduceLive(this.state, event);
    if (next === this.state) return;
    const outgoing = next.outgoing !== this.state.outgoing;
    this.state = next;
    if (outgoing) keepOutbox(next.me, next.outgoing);
    for (const tell of this.listeners) tell();
  }
}

/** The error of a refused action. */
export function why(error: unknown): string {
  return error instanceof ApiError && error.status === 404
    ? "This conversation is not there any more."
    : messageOf(error);
}
