/**
 * One browser for all scenarios, and the service under test: the one at PARLEY_URL with its scripted model server at
 * SCRIPTED_MODEL_URL, or the fake service of `test/`, to develop the scenarios alone.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import sparticuz from "@sparticuz/chromium";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";
import { type Demo, type Script, startDemo } from "../test/demo-server";
import { wavOfWords } from "./wav";

let browser: Browser;
let demo: Demo | null = null;

export const service = {
  url: process.env["PARLEY_URL"]?.replace(/\/$/, "") ?? "",
  model: process.env["SCRIPTED_MODEL_URL"]?.replace(/\/$/, "") ?? "",
};

before(async () => {
  if (!service.url) {
    demo = await startDemo();
    service.url = demo.url;
    service.model = demo.url;
  }
  const executablePath = process.env["CHROMIUM_PATH"] ?? (await sparticuz.executablePath());
  const microphone = [
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-audio-capture=${wavOfWords()}`,
  ];
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", ...microphone] });
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** The scripted model's next answers, in order; earlier scripts are discarded. */
export async function script(...answers: readonly Answer[]): Promise<void> {
  await tell("/_reset", {});
  await tell("/_script", { queue: answers.map(toReply) });
}

/** The transcript of every recording from now on; null: the model is down. */
export async function hears(text: string | null): Promise<void> {
  const error = { message: "The server had an error.", type: "server_error", code: null };
  await tell(
    "/_script",
    text === null ? { speech_always: { status: 500, error } } : { heard: text, speech_always: null },
  );
}

/** Calls of the model since the last `script`. */
export async function modelCalls(): Promise<number> {
  const stats = await fetch(`${service.model}/_stats`);
  return ((await stats.json()) as { requests: number }).requests;
}

async function tell(path: string, body: unknown): Promise<void> {
  const headers = { "content-type": "application/json" };
  const sent = await fetch(service.model + path, { method: "POST", headers, body: JSON.stringify(body) });
  assert.ok(sent.ok, `the model server took no ${path}: ${sent.status}`);
}

interface Answer {
  readonly text: string;
  readonly chunk_chars?: number;
  readonly delay_ms?: number;
}

function toReply({ text, chunk_chars = 4, delay_ms = 10 }: Answer): Script {
  const deltas = text.match(new RegExp(`.{1,${chunk_chars}}`, "gsu")) ?? [];
  return { deltas, delay_ms, first_delay_ms: 100 };
}

export async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
  // tsx wraps functions with a helper that the page does not have.
  await context.addInitScript("globalThis.__name ??= it => it");
  return context;
}

/** Records faults: dialogs, page errors, policy violations, requests to other origins. */
export function watch(page: Page, faults: string[]): void {
  page.on("pageerror", error => faults.push(`error: ${error.message}`));
  page.on("dialog", dialog => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", request => {
    const { origin, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && origin !== service.url) faults.push(`request: ${request.url()}`);
  });
  page.on("console", message => {
    if (/Content Security Policy/i.test(message.text())) faults.push(`policy: ${message.text()}`);
  });
}

/** A shop's page with the chat, and its faults. */
export class Visit {
  readonly faults: string[] = [];
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async start(options: BrowserContextOptions = {}, path = "/demo/"): Promise<Visit> {
    const context = await newContext(options);
    const visit = await Visit.inside(context);
    await visit.go(path);
    return visit;
  }

  static async inside(context: BrowserContext): Promise<Visit> {
    const visit = new Visit(context, await context.newPage());
    visit.page.setDefaultTimeout(15_000);
    watch(visit.page, visit.faults);
    return visit;
  }

  async go(path: string): Promise<void> {
    await this.page.goto(service.url + path);
    await this.page.locator("parley-chat").waitFor({ state: "attached" });
  }

  get launcher(): Locator {
    return this.page.locator("parley-chat .launcher");
  }
  get panel(): Locator {
    return this.page.locator("parley-chat .panel");
  }
  get input(): Locator {
    return this.panel.locator("textarea");
  }
  get own(): Locator {
    return this.panel.locator(".bubble.own");
  }
  /** Finished answers; an unfinished one is `.growing`. */
  get answers(): Locator {
    return this.panel.locator(".row:has(.verdict) .bubble.bot");
  }

  async open(): Promise<void> {
    await this.launcher.click();
    await this.input.waitFor();
  }

  async ask(text: string): Promise<void> {
    await this.input.fill(text);
    await this.input.press("Enter");
  }

  async end(): Promise<void> {
    await this.context.close();
    assert.deepEqual(this.faults, []);
  }
}

/** A scenario whose visit is always ended and checked for faults. */
export function scenario(
  name: string,
  run: (visit: Visit) => Promise<void>,
  options?: BrowserContextOptions,
): void {
  test(name, { timeout: 120_000 }, async () => {
    const visit = await Visit.start(options);
    try {
      await run(visit);
    } catch (error) {
      await visit.context.close();
      throw error;
    }
    await visit.end();
  });
}

/** Waits until a value read from the page is as expected; otherwise fails with both. */
export async function becomes<T>(read: () => Promise<T>, wish: T, patienceMs = 15_000): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const got = await read();
    try {
      assert.deepEqual(got, wish);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise(setImmediate);
  }
}
