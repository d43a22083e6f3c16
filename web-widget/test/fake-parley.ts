/**
 * A small Parley with the real protocol: visitor sessions and `parley.v1` over a real socket, answers in deltas from a
 * test or its own clock. It can cut and refuse sockets, and replay like the real service.
 */
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import type { ClientFrame } from "../src/client/frames";
import type {
  ConversationState,
  Finish,
  Source,
  VisitorServerFrame,
  VisitorServerMessage,
} from "../src/client/visitor-frames";
import { type Conversation, FakeVisitors } from "./fake-visitors";

export interface FakeOptions {
  readonly settings?: Record<string, unknown>;
  readonly heartbeat_s?: number;
  readonly statics?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** Called after a visitor's message is stored; without it there is no answer. */
  readonly onMessage?: (fake: FakeParley, conversation: Conversation, text: string) => void;
}

export class FakeParley extends FakeVisitors {
  readonly received: ClientFrame[] = [];
  private readonly server: Server;
  private readonly sockets: WebSocketServer;
  /** Close codes for the next sockets, in order. */
  readonly refuseNext: number[] = [];
  /** Keeps sockets open but sends nothing more, like a dead mobile connection. */
  mute = false;
  /** That many messages are refused for a second. */
  busyFor = 0;
  holdAcks = false;

  constructor(private readonly options: FakeOptions = {}) {
    super(options.settings);
    this.server = createServer((request, response) => void this.http(request, response));
    this.sockets = new WebSocketServer({ server: this.server, path: "/ws/v1/visitor", maxPayload: 65_536 });
    this.sockets.on("connection", socket => this.connected(socket));
  }

  async listen(port = 0): Promise<string> {
    await new Promise<void>(done => this.server.listen(port, "127.0.0.1", done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    this.server.closeAllConnections();
    await new Promise(done => this.server.close(done));
  }

  get open(): number {
    return this.sockets.clients.size;
  }

  only(): Conversation {
    const [first, ...more] = this.conversations.values();
    if (!first || more.length > 0) throw new Error(`${this.conversations.size} conversations`);
    return first;
  }

  /** Like a broken connection: without a close frame. */
  cut(): void {
    for (const socket of this.sockets.clients) socket.terminate();
  }

  closeAll(code: number): void {
    for (const socket of this.sockets.clients) socket.close(code);
  }

  forgetTokens(): void {
    this.tokens.clear();
  }

  begin(c: Conversation): void {
    c.answering = { id: randomUUID(), attempt: 1, n: 0, text: "" };
    this.cast(c, { type: "answer.begin", answer: c.answering.id, attempt: 1 });
  }

  restart(c: Conversation): void {
    if (!c.answering) throw new Error("no answer runs");
    c.answering = { id: c.answering.id, attempt: c.answering.attempt + 1, n: 0, text: "" };
    this.cast(c, { type: "answer.begin", answer: c.answering.id, attempt: c.answering.attempt });
  }

  delta(c: Conversation, text: string): void {
    const a = c.answering;
    if (!a) throw new Error("no answer runs");
    a.text += text;
    this.cast(c, { type: "answer.delta", answer: a.id, attempt: a.attempt, n: ++a.n, text });
  }

  end(c: Conversation, finish: Finish = "stop", sources: readonly Source[] = []): void {
    const a = c.answering;
    if (!a) throw new Error("no answer runs");
    c.answering = null;
    const seq = this.say(c, { author: "bot", text: a.text, finish, sources });
    this.cast(c, { type: "answer.end", answer: a.id, attempt: a.attempt, seq, finish });
  }

  say(c: Conversation, message: Omit<VisitorServerMessage, "type" | "seq" | "at">): number {
    const frame = {
      type: "message" as const,
      seq: c.messages.length + 1,
      at: new Date().toISOString(),
      ...message,
    };
    c.messages.push(frame);
    this.cast(c, frame);
    return frame.seq;
  }

  own(
    c: Conversation,
    state: ConversationState,
    more: Partial<Extract<VisitorServerFrame, { type: "state" }>> = {},
  ): void {
    c.state = state;
    c.epoch++;
    if (state !== "with_bot") c.answering = null;
    this.cast(c, { type: "state", state, epoch: c.epoch, ...more });
  }

  cast(c: Conversation, frame: VisitorServerFrame): void {
    for (const socket of c.sockets) this.write(socket, frame);
  }

  private write(socket: WebSocket, frame: VisitorServerFrame): void {
    if (!this.mute) socket.send(JSON.stringify(frame));
  }

  private async http(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "content-type, authorization");
    response.setHeader("access-control-allow-methods", "GET, POST, DELETE");
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    if (request.url === "/v1/visitor/sessions" && request.method === "POST")
      return this.session(request, response);
    const voice = /^\/v1\/visitor\/voice(?:\/(.+))?$/.exec(request.url ?? "");
    if (voice) return this.voice(voice[1] ?? "", request, response);
    if (await this.options.statics?.(request, response)) return;
    response.writeHead(404).end();
  }

  private connected(socket: WebSocket): void {
    const refusal = this.refuseNext.shift();
    if (refusal) {
      socket.close(refusal);
      return;
    }
    let conversation: Conversation | null = null;
    socket.on("message", data => {
      const frame = JSON.parse(String(data)) as ClientFrame;
      if (frame.type !== "ping") this.received.push(frame);
      if (frame.type === "hello") conversation = this.hello(socket, frame);
      else if (conversation) this.onFrame(socket, conversation, frame);
    });
    socket.on("close", () => conversation?.sockets.delete(socket));
  }

  private hello(socket: WebSocket, frame: Extract<ClientFrame, { type: "hello" }>): Conversation | null {
    const visitor = this.tokens.get(frame.token);
    if (!visitor) {
      socket.close(1008);
      return null;
    }
    const c = this.conversations.get(visitor) ?? this.opened(visitor);
    const { id, state, epoch, messages } = c;
    const heartbeat_s = this.options.heartbeat_s ?? 25;
    this.write(socket, {
      type: "ready",
      conversation: id,
      state,
      epoch,
      last_seq: messages.length,
      heartbeat_s,
    });
    for (const message of messages) if (message.seq > (frame.since ?? 0)) this.write(socket, message);
    if (c.answering) {
      const { id: answer, attempt, text } = c.answering;
      this.write(socket, { type: "answer.begin", answer, attempt });
      this.write(socket, { type: "answer.delta", answer, attempt, n: 0, text });
    }
    c.sockets.add(socket);
    return c;
  }

  private opened(visitor: string): Conversation {
    const c: Conversation = {
      id: randomUUID(),
      visitor,
      messages: [],
      sockets: new Set(),
      sends: [],
      state: "with_bot",
      epoch: 1,
      answering: null,
    };
    this.conversations.set(visitor, c);
    return c;
  }

  private onFrame(socket: WebSocket, c: Conversation, frame: ClientFrame): void {
    switch (frame.type) {
      case "ping":
        this.write(socket, { type: "pong" });
        break;
      case "send":
        this.onSend(socket, c, frame);
        break;
      case "stop":
        if (c.answering?.id === frame.answer) this.end(c, "stopped");
        break;
      case "handoff":
        this.own(c, "waiting", { queue: { position: 2 } });
        break;
      default:
        break;
    }
  }

  private onSend(socket: WebSocket, c: Conversation, frame: Extract<ClientFrame, { type: "send" }>): void {
    c.sends.push(frame.id);
    const known = c.messages.find(m => m.client_id === frame.id);
    const limit = 10_000;
    if (frame.text.length > limit) {
      const detail = `At most ${limit} characters.`;
      this.write(socket, { type: "error", code: "text_too_long", detail, retryable: false, id: frame.id });
      return;
    }
    if (this.busyFor > 0) {
      const detail = "You have sent many messages in a short time.";
      this.busyFor--;
      this.write(socket, {
        type: "error",
        code: "rate_limited",
        detail,
        retryable: true,
        retry_after_s: 1,
        id: frame.id,
      });
      return;
    }
    const at = new Date().toISOString();
    const seq = known?.seq ?? c.messages.length + 1;
    if (!this.holdAcks) this.write(socket, { type: "ack", id: frame.id, seq, at });
    if (known) return;
    if (c.state === "closed") this.own(c, "with_bot");
    const kept = this.recordings.get(frame.recording ?? "");
    this.say(c, {
      author: "visitor",
      text: frame.text,
      client_id: frame.id,
      ...(kept && {
        recording: { id: frame.recording as string, seconds: 2, peaks: kept.peaks, available: true },
      }),
    });
    if (kept && !frame.text) this.own(c, "waiting", { queue: { position: 1 } });
    if (c.state === "with_bot") this.options.onMessage?.(this, c, frame.text);
  }
}
