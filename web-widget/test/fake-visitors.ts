/** The part of `FakeParley` that is plain HTTP: sessions of visitors, and their recordings. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { WebSocket } from "ws";
import type { ConversationState, VisitorServerMessage } from "../src/client/visitor-frames";

export interface Answering {
  readonly id: string;
  attempt: number;
  n: number;
  text: string;
}

export interface Conversation {
  readonly id: string;
  readonly visitor: string;
  readonly messages: VisitorServerMessage[];
  readonly sockets: Set<WebSocket>;
  readonly sends: string[];
  state: ConversationState;
  epoch: number;
  answering: Answering | null;
}

interface Kept {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly peaks: string;
  readonly file: string;
}

export class FakeVisitors {
  /** The transcript of recordings; null: accepted, but not understood. */
  ear: string | null = "How long do I have to send shoes back?";
  readonly recordings = new Map<string, Kept>();
  readonly discarded: string[] = [];
  /** Uploads that were answered. */
  heard = 0;
  readonly conversations = new Map<string, Conversation>();
  readonly sessionBodies: {
    tenant: string;
    token?: string;
    user_id?: string;
    user_hash?: string;
    locale?: string;
  }[] = [];
  private readonly customers = new Map<string, string>();
  protected readonly tokens = new Map<string, string>();
  /** Statuses for the next session requests, in order. */
  readonly failSessions: number[] = [];

  constructor(private readonly settings: Record<string, unknown> = {}) {}

  protected async voice(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const say = (status: number, body: unknown) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    if (!this.tokens.has(request.headers.authorization?.replace("Bearer ", "") ?? ""))
      return say(401, { code: "token_invalid", detail: "not valid any more" });
    const kept = this.recordings.get(id);
    if (request.method === "POST") {
      const parts: Uint8Array[] = [];
      for await (const part of request) parts.push(part);
      const headers = { "content-type": request.headers["content-type"] ?? "" };
      const form = await new Response(Buffer.concat(parts), { headers }).formData();
      const file = form.get("file") as File | null;
      const recording = String(form.get("id"));
      if (!file && !this.recordings.has(recording))
        return say(404, { code: "recording_gone", detail: "send its file" });
      if (file)
        this.recordings.set(recording, {
          type: file.type,
          bytes: new Uint8Array(await file.arrayBuffer()),
          peaks: String(form.get("peaks")),
          file: file.name,
        });
      const text = this.ear;
      this.heard++;
      const failure = { code: "speech_unavailable", detail: "nobody hears", retryable: true };
      return say(201, {
        recording,
        text,
        language: "en",
        seconds: 2,
        available: true,
        ...(text === null && { failure }),
      });
    }
    if (request.method === "DELETE") {
      this.recordings.delete(id);
      this.discarded.push(id);
      return void response.writeHead(204).end();
    }
    if (!kept) return say(404, { code: "recording_not_found", detail: "not here" });
    response.writeHead(200, { "content-type": kept.type }).end(kept.bytes);
  }

  protected async session(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const piece of request) body += piece;
    const asked = JSON.parse(body) as (typeof this.sessionBodies)[number];
    this.sessionBodies.push(asked);
    const failure = this.failSessions.shift();
    if (failure) {
      response.writeHead(failure, { "content-type": "application/problem+json" });
      response.end(JSON.stringify({ code: "told_to_fail", detail: "as the test wished" }));
      return;
    }
    if (asked.user_id && asked.user_hash !== `hash of ${asked.user_id}`) {
      response.writeHead(401, { "content-type": "application/problem+json" });
      response.end(JSON.stringify({ code: "identity_invalid", detail: "not so" }));
      return;
    }
    const before = this.tokens.get(asked.token ?? "");
    const visitor = asked.user_id ? this.customer(asked.user_id, before) : (before ?? randomUUID());
    const token = randomUUID();
    this.tokens.set(token, visitor);
    response.writeHead(201, { "content-type": "application/json" });
    response.end(
      JSON.stringify({
        token,
        visitor,
        expires_at: new Date(Date.now() + 3_600_000).toISOString(),
        locale: asked.locale ?? "en",
        settings: { shop: "Alder & Pine", greeting: "Hello!", starters: [], ...this.settings },
      }),
    );
  }

  /** Moves an anonymous visitor's messages to the customer. */
  private customer(id: string, before: string | undefined): string {
    const visitor = this.customers.get(id) ?? randomUUID();
    const chat = before && ![...this.customers.values()].includes(before) && this.conversations.get(before);
    this.customers.set(id, visitor);
    if (chat && chat.messages.length > 0) {
      this.conversations.delete(before);
      this.conversations.set(visitor, chat);
    }
    return visitor;
  }
}
