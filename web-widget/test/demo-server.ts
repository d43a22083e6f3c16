/** The built widget and pages, with a fake Parley that streams answers like a scripted model. */
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import type { Finish, Source } from "../src/client/visitor-frames";
import { FakeParley } from "./fake-parley";

/**
 * One entry of the `queue` that `POST /_script` takes, as the scripted model server does (which supports many more
 * fields).
 */
export interface Script {
  readonly deltas: readonly string[];
  readonly delay_ms?: number;
  readonly first_delay_ms?: number;
  /** The real service decides these two itself. */
  readonly finish?: Finish;
  readonly sources?: readonly Source[];
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

const pieces = (text: string): readonly string[] => text.match(/.{1,4}/gsu) ?? [];

const RETURNS: Script = {
  deltas: pieces(
    "You have **30 days** from delivery to send shoes back, as long as they are unworn [1].\n\n1. Ask for a label in your account\n2. Pack them in their box\n3. Drop the parcel at any post office\n\nThe money is back within *five working days* after we have the parcel [2].",
  ),
  sources: [
    {
      id: "r1",
      question: "How long can I return an item?",
      url: "https://alder-and-pine.example/returns",
      score: 0.91,
    },
    { id: "r2", question: "When do I get my money back?", score: 0.84 },
    { id: "r3", question: "Do you ship abroad?", score: 0.4 },
  ],
};

const SETTINGS = {
  shop: "Alder & Pine",
  bot_name: "Juniper",
  greeting: "Hello! Ask me about sizes, shipping, returns or any of our products.",
  starters: [
    "How long do I have to send shoes back?",
    "Is the Nimbus jacket waterproof?",
    "How big is the Karst 38?",
  ],
  accent: "#2f6f5e",
  locale: "en",
  mode: "model",
  max_message_chars: 10_000,
  voice: { max_seconds: 120 },
};

export interface Demo {
  readonly url: string;
  readonly fake: FakeParley;
  close(): Promise<void>;
}

export async function startDemo(port = 0): Promise<Demo> {
  const model = { queue: [] as Script[], requests: 0 };
  const fake: FakeParley = new FakeParley({
    settings: SETTINGS,
    statics: (request, response) => statics(request, response, model, fake),
    onMessage: (_, c) => answer(fake, c, model),
  });
  const url = await fake.listen(port);
  return { url, fake, close: () => fake.close() };
}

type Model = { queue: Script[]; requests: number };

function answer(fake: FakeParley, c: Parameters<FakeParley["begin"]>[0], model: Model): void {
  model.requests++;
  const script = model.queue.shift() ?? RETURNS;
  const left = [...script.deltas];
  fake.begin(c);
  const mine = c.answering;
  const step = () => {
    if (c.answering !== mine) return;
    const piece = left.shift();
    if (piece === undefined) {
      fake.end(c, script.finish ?? "stop", script.sources ?? RETURNS.sources ?? []);
      return;
    }
    fake.delta(c, piece);
    setTimeout(step, script.delay_ms ?? 25);
  };
  setTimeout(step, script.first_delay_ms ?? 400);
}

async function statics(
  request: IncomingMessage,
  response: ServerResponse,
  model: Model,
  fake: FakeParley,
): Promise<boolean> {
  const path = new URL(request.url ?? "/", "http://x").pathname;
  if (path === "/_script" || path === "/_reset") {
    let body = "";
    for await (const piece of request) body += piece;
    const told = JSON.parse(body) as {
      queue?: Script[];
      heard?: string;
      speech_always?: object | null;
    };
    if (path === "/_reset") {
      Object.assign(model, { queue: [], requests: 0 });
    }
    model.queue.push(...(told.queue ?? []));
    if (told.heard !== undefined) fake.ear = told.heard;
    if (told.speech_always) fake.ear = null;
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
    return true;
  }
  if (path === "/_stats") {
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify({ requests: model.requests }));
    return true;
  }
  const name = join("dist", normalize(path.endsWith("/") ? `${path}index.html` : path));
  try {
    const body = await readFile(name);
    response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream" }).end(body);
    return true;
  } catch {
    return false;
  }
}
