/** The palette's groups. Picking an entry closes the palette first. */
import { ask } from "../api/http";
import type { Agent, CannedAnswer, Items } from "../api/types";
import type { Mark } from "../kit/marked";
import { toast } from "../kit/toast";
import { go, href } from "../router";
import { COMMANDS, type CommandId } from "./catalogue";
import { fit, marks, ranked } from "./fuzzy";
import { insert } from "./insert";
import { keysOf, possible } from "./registry";

export interface Entry {
  readonly id: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** In small print. */
  readonly aside?: string;
  readonly keys?: string;
  readonly run: () => void;
}

export interface Group {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** Loaded once, when the palette opens. */
export interface Stock {
  readonly agents: readonly Agent[];
  readonly canned: readonly CannedAnswer[];
}

export async function loadStock(signal: AbortSignal): Promise<Stock> {
  const [agents, canned] = await Promise.all([
    ask<Items<Agent>>("GET", "agents", { signal }),
    ask<Items<CannedAnswer>>("GET", "canned-answers", { signal }),
  ]);
  return { agents: agents.items.filter(agent => !agent.disabled), canned: canned.items };
}

const SHORT = 6;

export function commands(query: string): Group {
  const all = [...possible()].filter(([id]) => id !== "keys.palette");
  const entries = ranked(query, all, ([id]) => COMMANDS[id].text).map(([[id, run], { at }]) =>
    command(id, run, at),
  );
  return { title: "Commands", entries };
}

function command(id: CommandId, run: () => void, at: readonly number[]): Entry {
  const { text } = COMMANDS[id];
  return { id, text, marks: marks(text, at), keys: keysOf(id), run };
}

/** Colleagues and canned answers, after some input. */
export function stocked(query: string, stock: Stock): readonly Group[] {
  if (!query.trim()) return [];
  const people = ranked(query, stock.agents, agent => agent.name).slice(0, SHORT);
  const answers = stock.canned
    .map(answer => ({ answer, found: fit(query.replace(/^\//, ""), answer.shortcut) }))
    .filter(({ answer, found }) => found ?? contains(answer.text, query))
    .sort((a, b) => (b.found?.score ?? 0) - (a.found?.score ?? 0))
    .slice(0, SHORT);
  return [
    {
      title: "Colleagues",
      entries: people.map(([agent, { at }]) => ({
        id: `agent-${agent.id}`,
        text: agent.name,
        marks: marks(agent.name, at),
        aside: "their conversations",
        run: () => go(`${href("inbox")}?agent=${agent.id}`),
      })),
    },
    {
      title: "Canned answers",
      entries: answers.map(({ answer, found }) => ({
        id: `canned-${answer.id}`,
        text: answer.shortcut,
        marks: marks(answer.shortcut, found?.at ?? []),
        aside: answer.text,
        run: () => void use(answer.text),
      })),
    },
  ];
}

function contains(text: string, query: string): boolean {
  return text.toLowerCase().includes(query.trim().toLowerCase());
}

/** Into the open composer, else to the clipboard. */
async function use(text: string): Promise<void> {
  if (insert(text)) return;
  try {
    await navigator.clipboard.writeText(text);
    toast("Copied. Open a conversation of yours to insert it instead.");
  } catch {
    toast("Open a conversation of yours to insert it.");
  }
}

interface Hit {
  readonly conversation: string;
  readonly seq: number;
  readonly name?: string;
  readonly author: string;
  readonly excerpt: string;
  readonly marks: readonly Mark[];
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** By id or full-text search. */
export async function conversations(query: string, signal: AbortSignal): Promise<Group> {
  const wanted = query.trim();
  const title = "Conversations";
  if (ID.test(wanted)) {
    const run = () => go(href("conversations", wanted.toLowerCase()));
    return { title, entries: [{ id: `open-${wanted}`, text: `Open ${wanted}`, marks: [], run }] };
  }
  if (wanted.length < 2) return { title, entries: [] };
  const found = await ask<Items<Hit>>("GET", "search", { query: { q: wanted, limit: 5 }, signal });
  const everything: Entry = {
    id: "search-all",
    text: `Search all conversations for “${wanted}”`,
    marks: [],
    run: () => go(`${href("search")}?${new URLSearchParams({ q: wanted })}`),
  };
  const entries = found.items.map(hit => ({
    id: `hit-${hit.conversation}-${hit.seq}`,
    text: hit.excerpt,
    marks: hit.marks,
    aside: hit.name ?? hit.author,
    run: () => go(href("conversations", hit.conversation, hit.seq)),
  }));
  return { title, entries: [...entries, everything] };
}
