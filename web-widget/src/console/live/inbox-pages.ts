/** Loads all open conversations page by page, so that views and filters need no server. */
import type { Timers } from "../../client/link";
import { ask } from "../api/http";
import type { Conversation, Items, View } from "../api/types";
import type { AgentServerFrame } from "./agent-frames";
import type { LiveEvent } from "./reduce";

const PAGE = 200;
/** Above this, the list grows while scrolling. */
const MOST_AT_ONCE = 6_000;
const COUNT_REST_MS = 2_000;

interface Pager {
  cursor: string | null;
  done: boolean;
  busy: Promise<void> | null;
}

export class InboxPages {
  private readonly pagers = new Map<string, Pager>();
  /** Changes by frames during loading, which may be newer. */
  private heardOf = new Set<string>();
  private counting: unknown = null;
  private round = 0;
  /** While everything is loaded, parts need not be. */
  private reading: Promise<void> | null = null;

  constructor(
    private readonly apply: (event: LiveEvent) => void,
    private readonly timers: Timers,
  ) {}

  heard(frame: AgentServerFrame): void {
    if (!("item" in frame)) return;
    this.heardOf.add(frame.item.id);
    this.counting ??= this.timers.set(() => {
      this.counting = null;
      void this.count();
    }, COUNT_REST_MS);
  }

  async count(): Promise<void> {
    const counts = await ask<Record<View, number>>("GET", "inbox/counts").catch(() => null);
    if (counts) this.apply({ type: "counted", counts });
  }

  /** From the start; drops what is no longer listed. */
  refresh(): Promise<void> {
    const reading = this.readOpen(++this.round).finally(() => {
      if (this.reading === reading) this.reading = null;
    });
    this.reading = reading;
    return reading;
  }

  private async readOpen(round: number): Promise<void> {
    this.heardOf = new Set();
    this.pagers.clear();
    void this.count();
    const found = new Set<string>();
    const complete =
      (await this.readAll("all", found, round)) && (await this.readAll("snoozed", found, round));
    if (round !== this.round || !complete) return;
    this.apply({ type: "forgetItems", but: new Set([...found, ...this.heardOf]) });
    this.apply({ type: "listed", items: [], complete: true });
  }

  private async readAll(view: View, found: Set<string>, round: number): Promise<boolean> {
    let cursor: string | null = null;
    do {
      const page: Items<Conversation> | null = await this.read(view, {}, cursor).catch(() => null);
      if (!page || round !== this.round) return false;
      for (const item of page.items) found.add(item.id);
      this.apply({ type: "listed", items: page.items, complete: false });
      cursor = page.next_cursor;
    } while (cursor !== null && found.size < MOST_AT_ONCE);
    return cursor === null;
  }

  /** Does nothing if the view has no more. */
  more(view: View, filter: Readonly<Record<string, string | undefined>>): Promise<void> {
    if (this.reading && view !== "closed") return this.reading;
    const key = JSON.stringify([view, filter]);
    const pager = this.pagers.get(key) ?? { cursor: null, done: false, busy: null };
    this.pagers.set(key, pager);
    if (pager.done) return Promise.resolve();
    pager.busy ??= this.read(view, filter, pager.cursor)
      .then(page => {
        this.apply({ type: "listed", items: page.items, complete: false });
        pager.cursor = page.next_cursor;
        pager.done = page.next_cursor === null;
      })
      .finally(() => {
        pager.busy = null;
      });
    return pager.busy;
  }

  private read(
    view: View,
    filter: Readonly<Record<string, string | undefined>>,
    cursor: string | null,
  ): Promise<Items<Conversation>> {
    return ask<Items<Conversation>>("GET", "inbox", { query: { view, ...filter, cursor, limit: PAGE } });
  }
}
