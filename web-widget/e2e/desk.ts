/** An agent's browser at the console, and REST calls of the shop to create conversations for it. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, type TestContext, test } from "node:test";
import type { BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { newContext, service, watch } from "./harness";

/** The console needs the real service; the fake one of `test/` has none. */
export const REAL = Boolean(process.env["PARLEY_URL"]);

const ADMIN = {
  email: process.env["PARLEY_ADMIN_EMAIL"] ?? "ada@shop.example",
  password: process.env["PARLEY_ADMIN_PASSWORD"] ?? "correct horse battery",
};
const KEY = process.env["PARLEY_API_KEY"] ?? "pk_integration_test_0123456789abcdef";

/** Factor on the promised times for a busy machine; 1 to measure. */
const PATIENCE = Number(process.env["PATIENCE"] ?? 10);

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

type Signed = Awaited<ReturnType<BrowserContext["storageState"]>>;
/** One session for each agent, shared by the scenarios, since hashing passwords is slow on purpose. */
const sessions = new Map<string, Signed>();

export class Desk {
  readonly faults: string[] = [];
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.setDefaultTimeout(30_000);
    watch(page, this.faults);
  }

  /** Signed in, with the page at `hash`. */
  static async open(
    hash = "#/inbox",
    who: Credentials = ADMIN,
    options: BrowserContextOptions = {},
  ): Promise<Desk> {
    const storageState = sessions.get(who.email) ?? (await signIn(who));
    sessions.set(who.email, storageState);
    const context = await newContext({ viewport: { width: 1440, height: 900 }, storageState, ...options });
    const desk = new Desk(context, await context.newPage());
    await desk.page.goto(`${service.url}/console${hash}`);
    await desk.page.locator(".rail").waitFor();
    return desk;
  }

  /** A browser without a session. */
  static async stranger(options: BrowserContextOptions = {}): Promise<Desk> {
    const context = await newContext(options);
    const desk = new Desk(context, await context.newPage());
    await desk.page.goto(`${service.url}/console`);
    await desk.page.getByLabel("E-mail").waitFor();
    return desk;
  }

  async go(hash: string): Promise<void> {
    await this.page.evaluate(to => {
      location.hash = to;
    }, hash);
  }

  row(conversation: string): Locator {
    return this.page.locator(`.line[data-id="${conversation}"]`);
  }

  get thread(): Locator {
    return this.page.locator(".thread");
  }

  async write(text: string): Promise<void> {
    const field = this.page.locator(".writer textarea");
    await field.fill(text);
    await field.press("Control+Enter");
    // A second time: the pending message that can still be undone is sent at once.
    await field.press("Control+Enter");
  }

  async signIn(who: Credentials): Promise<void> {
    await this.page.getByLabel("E-mail").fill(who.email);
    await this.page.getByLabel("Password").fill(who.password);
    await this.page.getByRole("button", { name: "Sign in", exact: true }).click();
    await this.page.locator(".rail").waitFor();
  }

  async end(): Promise<void> {
    await this.context.close();
    assert.deepEqual(this.faults, []);
  }
}

async function signIn(who: Credentials): Promise<Signed> {
  const context = await newContext();
  const data = { email: who.email, password: who.password };
  const answer = await context.request.post(`${service.url}/v1/console/session`, { data, headers: console_ });
  assert.equal(answer.status(), 201, await answer.text());
  const state = await context.storageState();
  await context.close();
  return state;
}

const console_ = {
  "x-parley-console": "1",
  get origin() {
    return service.url;
  },
};

/** Calls `/v1/console/…` as the administrator, without a page. */
export async function administrate<T>(method: string, path: string, data?: unknown): Promise<T> {
  const storageState = sessions.get(ADMIN.email) ?? (await signIn(ADMIN));
  sessions.set(ADMIN.email, storageState);
  const context = await newContext({ storageState });
  try {
    const url = `${service.url}/v1/console/${path}`;
    const answer = await context.request.fetch(url, {
      method,
      headers: console_,
      ...(data !== undefined && { data }),
    });
    assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return (answer.status() === 204 ? undefined : await answer.json()) as T;
  } finally {
    await context.close();
  }
}

/** A colleague who has accepted the invitation. */
export async function hire(name: string, role: "agent" | "supervisor" = "agent"): Promise<Credentials> {
  const who = { email: `${randomUUID()}@shop.example`, password: "tall trees fall softly" };
  const { link } = await administrate<{ link: string }>("POST", "agents", { email: who.email, name, role });
  const token = new URLSearchParams(link.split("#")[1]).get("password");
  await administrate("POST", "password-reset/confirm", { token, password: who.password });
  return who;
}

/** Calls `/v1/…` with the shop's key. */
export async function shop<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${service.url}/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${answer.ok ? "" : await answer.text()}`);
  return (await answer.json().catch(() => undefined)) as T;
}

interface Wanted {
  readonly name?: string;
  readonly page?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly reason?: string;
  readonly texts?: readonly string[];
}

/** A conversation that waits for a person; the bot does not answer its visitor's later messages. */
export async function waiting(wanted: Wanted = {}): Promise<string> {
  const { name, page, attributes, reason, texts = [] } = wanted;
  const { id } = await shop<{ id: string }>("POST", "conversations", {
    ...(page !== undefined && { page }),
    attributes: { ...attributes, ...(name !== undefined && { name }) },
  });
  await shop("POST", `conversations/${id}/handoff`, reason === undefined ? {} : { reason });
  for (const text of texts) await shop("POST", `conversations/${id}/messages`, { text });
  return id;
}

/** A scenario in the console; runs only against a real service. */
export function atDesk(name: string, run: (t: TestContext) => Promise<void>, timeout = 240_000): void {
  test(name, { timeout, skip: REAL ? false : "needs PARLEY_URL" }, run);
}

/** Reports the figure, and fails if it is far beyond what is promised. */
export function within(t: TestContext, what: string, ms: number, promised: number): void {
  t.diagnostic(`${what}: ${Math.round(ms)} ms (promised ${promised})`);
  const patience = promised * PATIENCE;
  assert.ok(ms <= patience, `${what} took ${Math.round(ms)} ms, more than ${patience} ms`);
}

export async function endAll(...all: readonly { end(): Promise<void> }[]): Promise<void> {
  for (const one of all) await one.end();
}

after(() => sessions.clear());
