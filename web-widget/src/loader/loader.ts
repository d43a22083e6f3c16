/**
 * `widget.js`, loaded by every page of the shop: shows the launcher, defines `window.parley`, loads the rest on demand.
 */
import type { Proof } from "../client/session";
import type { EventName } from "../kit/contract";
import { ParleyChat } from "./element";

type Listener = (detail: unknown) => void;
type Verbs = ReturnType<typeof verbs>;
type Call = readonly [keyof Verbs, ...unknown[]];

/** A page may call before the script is loaded: `window.parley ||= (...c) => (parley.q ||= []).push(c)`. */
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
        // The page's own error: reports it and continues.
        reportError(error);
      }
    }
  };
  const reset = () => chat.reset();
  return {
    open: () => chat.open(),
    close: () => chat.close(),
    toggle: () => chat.toggle(),
    hide: () => {
      chat.hidden = true;
    },
    show: () => {
      chat.hidden = false;
      chat.attach();
    },
    sendMessage: (text: string) => {
      chat.open();
      chat.withApp(app => app.send(String(text)));
    },
    on: (event: EventName, listener: Listener) => {
      if (!EVENTS.includes(event)) throw new TypeError(`parley.on: no event "${event}"`);
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      if (event === "ready" && ready) listener(undefined);
      return () => void set.delete(listener);
    },
    setLocale: (locale: string) => chat.set({ locale }),
    setTheme: (theme: "auto" | "light" | "dark") => chat.set({ theme }),
    /** Like Chatwoot's: `setUser(id, {identifier_hash})`. */
    setUser: (user: Proof | string, more?: { identifier_hash?: string }) =>
      chat.identify(
        typeof user === "object" ? user : { user_id: String(user), user_hash: String(more?.identifier_hash) },
      ),
    reset,
    // Other chats' names.
    logout: reset,
    shutdown: reset,
  };
}

function start(script: HTMLScriptElement): void {
  const page = window as unknown as { parley?: Stub | (Stub & Verbs) };
  const { userJwt } = script.dataset;
  // Removed before another script or a screen recorder sees it.
  delete script.dataset["userJwt"];
  // Two snippets, or one run twice: the first stays and gets the new data.
  const first = customElements.get("parley-chat") as typeof ParleyChat | undefined;
  if (first) {
    first.only?.attach();
    if (userJwt) first.only?.identify({ user_jwt: userJwt });
    return;
  }
  customElements.define("parley-chat", ParleyChat);
  const chat = document.createElement("parley-chat") as ParleyChat;
  ParleyChat.only = chat;
  chat.base = new URL(".", script.src).href.replace(/\/$/, "");
  chat.nonce_ = script.nonce;
  const api = verbs(chat);
  if (userJwt) chat.identify({ user_jwt: userJwt });
  Object.assign(chat.dataset, script.dataset);
  const call = (...[verb, ...rest]: Call) => (api[verb] as (...all: unknown[]) => unknown)(...rest);
  const early = page.parley?.q ?? [];
  page.parley = Object.assign(call, api) as unknown as Stub & Verbs;
  const attach = () => {
    chat.attach();
    chat.emit("ready");
    for (const one of early) call(...one);
    const { open, tenant = "demo" } = script.dataset;
    const stood = kept(() => sessionStorage, `parley.${tenant}.open`);
    // The chat stays open on the shop's next page, except on a phone, where it would hide it.
    if ((open !== undefined && open !== "false") || (stood && innerWidth > 480)) api.open();
    // A returning visitor may have an answer waiting: only then is the app loaded unasked.
    else if (kept(() => localStorage, `parley.${tenant}.session`))
      setTimeout(() => chat.withApp(() => undefined), 1_000);
  };
  if (document.body) attach();
  else addEventListener("DOMContentLoaded", attach);
}

/** Stored data of the chat; null if there is none, or if access is blocked. */
function kept(area: () => Storage, key: string): string | null {
  try {
    return area().getItem(key);
  } catch {
    return null;
  }
}

const own = document.currentScript;
if (own instanceof HTMLScriptElement) start(own);
