/**
 * A browser's storage of one tenant's chat. In memory until `allow()`: nothing may be stored before the visitor has
 * interacted. Blocked or full storage counts as none.
 */
import type { Recording } from "./frames";

export interface Session {
  readonly token: string;
  readonly visitor: string;
  /** A customer's session. */
  readonly known: boolean;
  /** Milliseconds since the epoch. */
  readonly issued: number;
  readonly expires: number;
}

export interface Draft {
  readonly id: string;
  readonly text: string;
  readonly recording?: Recording | undefined;
  readonly at: number;
}

/** An unsent recording; its bytes are stored by the voice script. */
export interface Unsent extends Recording {
  readonly at: number;
  /** The service may have it. */
  readonly told: boolean;
}

export type KeyValues = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

export class Store {
  readonly #memory = new Map<string, string | null>();
  /** Prefix of keys, and name of the database of unsent audio. */
  readonly prefix: string;
  #allowed = true;
  /** This page's visitor, and whether its session was stored. */
  #visitor: string | null = null;
  #held = false;

  readonly #backing: () => KeyValues;

  constructor(tenant: string, backing: () => KeyValues) {
    this.#backing = backing;
    this.prefix = `parley.${tenant}.`;
    this.#allowed = this.session() !== null;
  }

  /** False if another tab has a visitor, who must not be replaced. */
  allow(): boolean {
    if (this.#allowed) return true;
    const mine = this.#visitor;
    this.#allowed = true;
    const theirs = this.#stored()?.visitor;
    const alone = !theirs || !mine || theirs === mine;
    if (!alone) this.#memory.delete("session");
    for (const [key, value] of this.#memory) this.#write(key, value);
    if (alone) this.#held = this.#stored() !== null;
    return alone;
  }

  session(): Session | null {
    return sessionOf(this.#read("session"));
  }

  /** Switches this page to the session. */
  use(session: Session): void {
    this.#visitor = session.visitor;
    this.#held = this.#stored() !== null;
  }

  keepSession(session: Session): void {
    this.#write("session", JSON.stringify(session));
    this.use(session);
  }

  /** True if the stored session is no longer this page's: signed in or out elsewhere, or cleared. */
  strayed(): boolean {
    return this.#held && this.#stored()?.visitor !== this.#visitor;
  }

  /** True if nothing in storage can tell. */
  get untold(): boolean {
    return this.#visitor !== null && !this.#held;
  }

  #stored(): Session | null {
    try {
      return this.#allowed ? sessionOf(this.#backing().getItem(`${this.prefix}session`)) : null;
    } catch {
      return null;
    }
  }

  seen(): number {
    return Number(this.#read("seen")) || 0;
  }

  keepSeen(seq: number): void {
    this.#write("seen", String(seq));
  }

  /** Remembers the open panel for the next page of this tab. */
  keepOpen(open: boolean): void {
    if (!this.#allowed) return;
    try {
      sessionStorage.setItem(`${this.prefix}open`, open ? "1" : "");
    } catch {
      // Blocked: the next page starts closed.
    }
  }

  /** One key per draft, so that tabs never overwrite each other's. */
  drafts(): readonly Draft[] {
    return this.#keys("out.")
      .map(key => this.#json(key) as Draft | null)
      .filter((d): d is Draft => typeof d?.id === "string" && typeof d.text === "string")
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  keepDraft(draft: Draft): void {
    this.#write(`out.${draft.id}`, JSON.stringify(draft));
  }

  dropDraft(id: string): void {
    this.#write(`out.${id}`, null);
  }

  unsent(): Unsent | null {
    return this.#json("spoken") as Unsent | null;
  }

  keepUnsent(unsent: Unsent): void {
    this.#write("spoken", JSON.stringify(unsent));
  }

  dropUnsent(): void {
    this.#write("spoken", null);
    try {
      indexedDB.deleteDatabase(this.prefix);
    } catch {
      // Blocked, or no browser.
    }
  }

  clear(): void {
    for (const key of this.#keys("")) this.#write(key, null);
    this.forget();
  }

  /** After another tab has cleared the storage. */
  forget(): void {
    this.#memory.clear();
    this.#visitor = null;
    this.#held = false;
  }

  #keys(start: string): string[] {
    const found = new Set([...this.#memory.keys()].filter(key => key.startsWith(start)));
    try {
      const backing = this.#backing();
      for (let i = 0; i < backing.length; i++) {
        const key = backing.key(i) ?? "";
        if (key.startsWith(this.prefix + start)) found.add(key.slice(this.prefix.length));
      }
    } catch {
      // Blocked: only memory.
    }
    return [...found];
  }

  #read(key: string): string | null {
    try {
      const stored = this.#allowed ? this.#backing().getItem(this.prefix + key) : null;
      return stored ?? this.#memory.get(key) ?? null;
    } catch {
      return this.#memory.get(key) ?? null;
    }
  }

  #json(key: string): unknown {
    return parsed(this.#read(key));
  }

  #write(key: string, value: string | null): void {
    if (value === null) this.#memory.delete(key);
    else this.#memory.set(key, value);
    if (!this.#allowed) return;
    try {
      if (value === null) this.#backing().removeItem(this.prefix + key);
      else this.#backing().setItem(this.prefix + key, value);
    } catch {
      // Blocked or full: kept until a reload.
    }
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

function sessionOf(text: string | null): Session | null {
  const found = parsed(text) as Partial<Session> | null;
  return typeof found?.token === "string" ? (found as Session) : null;
}
