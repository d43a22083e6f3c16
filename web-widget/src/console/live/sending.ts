/** Delivers messages and notes exactly once, after the time to undo. */
import { ACK_PATIENCE_MS } from "../../client/backoff";
import type { LinkEnvironment } from "../../client/link";
import { address, request } from "../api/http";
import type { LiveEvent } from "./reduce";
import type { AgentSocket } from "./socket";
import type { LiveState, Outgoing } from "./state";

/** How long a message can be undone. */
export const UNDO_MS = 5_000;

export interface DeskEnvironment extends LinkEnvironment {
  now(): number;
  id(): string;
}

export type Written = Pick<Outgoing, "conversation" | "kind" | "text"> &
  Partial<Pick<Outgoing, "mentions" | "attachments">>;

export class Sending {
  private readonly holds = new Map<string, unknown>();
  private ackTimer: unknown = null;

  constructor(
    private readonly env: DeskEnvironment,
    private readonly line: AgentSocket,
    private readonly state: () => LiveState,
    private readonly apply: (event: LiveEvent) => void,
  ) {}

  /** Messages wait for an undo; notes are sent at once. */
  write(what: Written): string {
    const id = this.env.id();
    const held = what.kind === "message";
    const now = this.env.now();
    const out: Outgoing = {
      mentions: [],
      attachments: [],
      ...what,
      id,
      at: new Date(now).toISOString(),
      status: held ? "held" : "queued",
      ...(held && { dueAt: now + UNDO_MS }),
    };
    this.apply({ type: "out", out });
    if (held) {
      const timer = this.env.timers.set(() => this.sendNow(id), UNDO_MS);
      this.holds.set(id, timer);
    } else this.flush();
    return id;
  }

  sendNow(id: string): void {
    if (!this.mine(id)) return;
    this.release(id);
    this.apply({ type: "outStatus", id, status: "queued" });
    this.flush();
  }

  /** Takes back an unsent message. */
  undo(id: string): Outgoing | null {
    const out = this.mine(id);
    if (!out) return null;
    this.release(id);
    this.apply({ type: "discarded", id });
    return out;
  }

  /** Waiting or refused. */
  private mine(id: string): Outgoing | null {
    const out = this.state().outgoing.find(o => o.id === id);
    return out && (out.status === "held" || out.status === "failed") ? out : null;
  }

  private release(id: string): void {
    this.env.timers.clear(this.holds.get(id));
    this.holds.delete(id);
  }

  /** Sends everything that waits for the connection. */
  flush(): void {
    if (this.state().link !== "online") return;
    for (const out of this.state().outgoing) {
      if (out.status === "queued" && this.transmit(out))
        this.apply({ type: "outStatus", id: out.id, status: "sending" });
    }
    this.awaitAcks();
  }

  private transmit({ id, kind, conversation, text, mentions, attachments }: Outgoing): boolean {
    if (kind === "note") return this.line.send({ type: "note", conversation, id, text, mentions });
    const files = attachments.length > 0 && { attachments };
    return this.line.send({ type: "send", conversation, id, text, ...files });
  }

  /** A connection that answers pings but acknowledges nothing counts as dead. */
  awaitAcks(): void {
    this.env.timers.clear(this.ackTimer);
    if (!this.state().outgoing.some(o => o.status === "sending")) return;
    this.ackTimer = this.env.timers.set(() => this.line.drop(), ACK_PATIENCE_MS);
  }

  /** On leaving the page, sends what only waited for an undo, in a request that outlives the page. */
  leavePage(): void {
    for (const out of this.state().outgoing) {
      if (out.status !== "held" && out.status !== "queued") continue;
      const { id, text, mentions, attachments } = out;
      const note = out.kind === "note";
      const body = note
        ? { id, text, mentions }
        : { id, text, ...(attachments.length > 0 && { attachments }) };
      const path = `conversations/${out.conversation}/${note ? "notes" : "messages"}`;
      request("POST", address(path), { body, keepalive: true }).then(
        () => this.apply({ type: "outStatus", id, status: "sent" }),
        // Kept in this tab's outbox and sent again under its id.
        () => undefined,
      );
    }
  }

  stop(): void {
    this.leavePage();
    for (const timer of this.holds.values()) this.env.timers.clear(timer);
    this.env.timers.clear(this.ackTimer);
  }
}
