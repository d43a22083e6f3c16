/** What the small loader and the lazily loaded app agree on. Types only: they are two scripts that never import each other. */

import type { Proof } from "../client/session";

export type Theme = "auto" | "light" | "dark";

export interface Options {
  tenant: string;
  locale: string | null;
  position: "left" | "right" | null;
  accent: string | null;
  theme: Theme;
}

export type EventName = "ready" | "opened" | "closed" | "message" | "unread" | "error";

/** What the loader lends to the app. */
export interface Host {
  readonly base: string;
  readonly shadow: ShadowRoot;
  /** The app's own place in the shadow root. */
  readonly panel: HTMLElement;
  readonly options: Options;
  /** Known before the app came. */
  proof(): Proof | null;
  /** What the page says of its language, best first. */
  locales(): readonly string[];
  isOpen(): boolean;
  isDark(): boolean;
  close(): void;
  emit(event: EventName, detail?: unknown): void;
  /** A script of the widget's own, by its file name. */
  script(name: string): Promise<void>;
  /** Something without which nothing can be shown has not come. */
  failed(error: unknown): void;
  unread(count: number, label: string): void;
  paint(accent: string | undefined, locale: string, dir: "ltr" | "rtl", launcherLabel: string): void;
}

/** What the app hands back. */
export interface App {
  opened(byVisitor: boolean): void;
  closed(): void;
  changed(): void;
  send(text: string): void;
  identify(proof: Proof): void;
  reset(): void;
  /** Signed out elsewhere. */
  leave(): void;
  /** The page came back as it was from the browser's cache. */
  restored(): void;
  /** The page has put the chat out of its document, and it is back. */
  attached(): void;
}

export type Mount = (host: Host) => App;

/** Where the app's script leaves its `Mount`; a symbol, so that no page's own name is in the way. */
export const MOUNT_KEY = "parley.mount";
