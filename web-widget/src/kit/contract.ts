/** Types shared by the loader and the lazily loaded app, which never import each other. */

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

/** What the loader provides. */
export interface Host {
  readonly base: string;
  readonly shadow: ShadowRoot;
  /** The app's element in the shadow root. */
  readonly panel: HTMLElement;
  readonly options: Options;
  /** Known before the app was loaded. */
  proof(): Proof | null;
  /** The page's languages, best first. */
  locales(): readonly string[];
  isOpen(): boolean;
  isDark(): boolean;
  close(): void;
  emit(event: EventName, detail?: unknown): void;
  /** Loads a script of the widget by file name. */
  script(name: string): Promise<void>;
  /** A required part could not be loaded. */
  failed(error: unknown): void;
  unread(count: number, label: string): void;
  paint(accent: string | undefined, locale: string, dir: "ltr" | "rtl", launcherLabel: string): void;
}

/** What the app provides. */
export interface App {
  opened(byVisitor: boolean): void;
  closed(): void;
  changed(): void;
  send(text: string): void;
  identify(proof: Proof): void;
  reset(): void;
  leave(): void;
  /** The page came back from the browser's cache. */
  restored(): void;
  /** The element was removed from the document and is back. */
  attached(): void;
}

export type Mount = (host: Host) => App;

/** Where the app's script leaves its `Mount`; a symbol, against collisions with the page. */
export const MOUNT_KEY = "parley.mount";
