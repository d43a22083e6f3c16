/** `widget.js`: what every page of the shop pays for. Puts up the launcher and `window.parley`, fetches the rest on demand. */
import type { Proof } from "../client/session";
import type { EventName } from "./contract";
import { ParleyChat } from "./element";

type Listener = (detail: unknown) => void;
type Verbs = ReturnType<typeof verbs>;
type Call = readonly [keyof Verbs, ...unknown[]];

/** A page may call before this script has come: `window.parley ||= (...c) => (parley.q ||= []).push(c)`. */
interface Stub {
  q?: Call[];
}

const EVENTS: readonly EventName[] = ["ready", "opened", "closed", "message", "unread", "error"];

function verbs(chat: ParleyChat) {
  const listeners = new Map<string, Set<Listener>>();
  let ready = false;
  chat.emit = (event, detail) => {
    if (event === "ready") ready = true;
    for (const listener of listeners.get(event) ?? []) {
      try {
        listener(detail);
      } catch (error) {
        // The page's own mistake: report it as such, and go on.
        reportError(error);
      }
    }
  };
  return {
    open: () => chat.open(),
    close: () => chat.close(),
    toggle: () => chat.toggle(),
    hide: () => {
      chat.hidden = true;
    },
    show: () => {
      chat.hidden = false;
    },
    sendMessage: (text: string) => {
      chat.open();
      chat.withApp(app => app.send(String(text)));
    },
    on: (event: EventName, listener: Listener) => {
      if (!EVENTS.includes(event))
        throw new TypeError(`parley.on: no event "${event}", only ${EVENTS.join(", ")}`);
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      if (event === "ready" && ready) listener(undefined);
      return () => void set.delete(listener);
    },
    setLocale: (locale: string) => chat.set({ locale }),
    setTheme: (theme: "auto" | "light" | "dark") => chat.set({ theme }),
    /** As Chatwoot has it, too: `setUser(id, {identifier_hash})`. */
    setUser: (user: Proof | string, more?: { identifier_hash?: string }) =>
      chat.identify(
        typeof user === "object" ? user : { user_id: String(user), user_hash: String(more?.identifier_hash) },
      ),
    reset: () => chat.reset(),
  };
}

function start(script: HTMLScriptElement): void {
  const page = window as unknown as { parley?: Stub | (Stub & Verbs) };
  // Two snippets on one page, or one that was run again: the first stays.
  if (customElements.get("parley-chat")) return;
  customElements.define("parley-chat", ParleyChat);
  const chat = document.createElement("parley-chat") as ParleyChat;
  chat.base = new URL(".", script.src).href.replace(/\/$/, "");
  chat.nonce_ = script.nonce;
  const api = verbs(chat);
  const { userJwt } = script.dataset;
  if (userJwt) {
    api.setUser({ user_jwt: userJwt });
    // Out of the page before any other script, or a screen recorder, looks at it.
    delete script.dataset["userJwt"];
  }
  Object.assign(chat.dataset, script.dataset);
  const call = (...[verb, ...rest]: Call) => (api[verb] as (...all: unknown[]) => unknown)(...rest);
  const early = page.parley?.q ?? [];
  page.parley = Object.assign(call, api) as unknown as Stub & Verbs;
  const attach = () => {
    document.body.append(chat);
    chat.emit("ready");
    for (const one of early) call(...one);
    const { open, tenant = "demo" } = script.dataset;
    if ((open !== undefined && open !== "false") || stoodOpen(tenant)) api.open();
    else if (returning(tenant)) whenIdle(() => chat.withApp(() => undefined));
  };
  if (document.body) attach();
  else addEventListener("DOMContentLoaded", attach);
}

/** Somebody who has talked to us before may have an answer waiting: only then is the app fetched unasked. */
function returning(tenant: string): boolean {
  try {
    return localStorage.getItem(`parley.${tenant}.session`) !== null;
  } catch {
    return false;
  }
}

/** On to the next page of the shop with the chat still open; on a phone it would hide that page. */
function stoodOpen(tenant: string): boolean {
  try {
    return innerWidth > 480 && sessionStorage.getItem(`parley.${tenant}.open`) === "1";
  } catch {
    return false;
  }
}

function whenIdle(run: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: 3_000 });
  else setTimeout(run, 1_000);
}

const own = document.currentScript;
if (own instanceof HTMLScriptElement) start(own);
