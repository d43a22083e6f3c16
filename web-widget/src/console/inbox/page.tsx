import "../css/inbox-list.css";
import "../css/inbox-rows.css";
import "../css/inbox-thread.css";
import "../css/inbox-bubbles.css";
import "../css/inbox-voice.css";
import "../css/inbox-compose.css";
import "../css/inbox-context.css";
import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { ask } from "../api/http";
import type { Items, Label, Priority } from "../api/types";
import { useLoad } from "../api/use";
import { useKeys } from "../keys/registry";
import { useTitle } from "../kit/page";
import { useNow } from "../kit/time";
import { useLive } from "../live/provider";
import { go, href, type PageProps, type Place } from "../router";
import { ConversationView, NothingChosen } from "./conversation";
import { ListPane, WaitingCall } from "./list-pane";
import { useSavedViews } from "./saved-views";
import { type Filter, isView, listed } from "./views";

const KEPT_VIEW = "parley.console.view";
/** Below this width, details overlay the thread. */
const ROOM_FOR_DETAILS = "(min-width: 1240px)";

export function InboxPage({ place }: PageProps): JSX.Element {
  const id = place.path[0] === "conversations" ? (place.path[1] ?? null) : null;
  const seq = Number(place.path[2]) || null;
  const [filter, setFilter] = useFilter(place);
  const items = useListed(filter, id);
  const { labels, reload: reloadLabels } = useLabels();
  const saved = useSavedViews();
  const search = useRef<HTMLInputElement>(null);
  const [details, setDetails] = useDetails(id);
  const link = useLive(state => state.link);
  const query = queryOf(filter);
  const to = useMemo(() => (one: string) => `${href("conversations", one)}${query}`, [query]);
  const back = () => go(`${href("inbox")}${query}`);
  useTitle("Inbox");
  const step = (by: number) => {
    const at = items.findIndex(item => item.id === id);
    const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : at + by];
    if (next) go(to(next.id), "replace");
  };
  useKeys({
    "list.next": () => step(1),
    "list.previous": () => step(-1),
    "list.filter": () => search.current?.focus(),
    "list.mine": () => setFilter({ view: "mine" }),
    "list.waiting": () => setFilter({ view: "waiting" }),
    "list.with_bot": () => setFilter({ view: "with_bot" }),
    "list.all": () => setFilter({ view: "all" }),
    "list.snoozed": () => setFilter({ view: "snoozed" }),
    "list.closed": () => setFilter({ view: "closed" }),
  });
  return (
    <div class={["inbox", id && "open", details && id && "with-details"].filter(Boolean).join(" ")}>
      {(link === "offline" || link === "connecting") && <Offline connecting={link === "connecting"} />}
      <h1 class="sr">Inbox</h1>
      <WaitingCall />
      <ListPane
        filter={filter}
        onFilter={setFilter}
        items={items}
        chosen={id}
        labels={labels}
        saved={saved}
        to={to}
        search={search}
      />
      {id ? (
        <ConversationView
          key={id}
          id={id}
          seq={seq}
          labels={labels}
          onNewLabel={reloadLabels}
          details={details}
          onDetails={setDetails}
          onBack={back}
        />
      ) : (
        <NothingChosen />
      )}
    </div>
  );
}

/** The view is in the address; typed words are not. */
function useFilter(place: Place): readonly [Filter, (filter: Filter) => void] {
  const [words, setWords] = useState("");
  const view = place.query.get("view") ?? keptView();
  const label = place.query.get("label") ?? undefined;
  const priority = place.query.get("priority") ?? undefined;
  const agent = place.query.get("agent") ?? undefined;
  const filter = useMemo<Filter>(
    () => ({
      view: isView(view) ? view : "all",
      ...(label && { label }),
      ...(priority && { priority: priority as Priority }),
      ...(agent && { agent }),
      ...(words && { words }),
    }),
    [view, label, priority, agent, words],
  );
  const set = (next: Filter) => {
    setWords(next.words ?? "");
    const { words: _, ...addressed } = next;
    const path = place.path[0] === "conversations" ? href(...place.path) : href("inbox");
    const to = `${path}${queryOf(addressed)}`;
    if (to !== location.hash) go(to, "replace");
    try {
      localStorage.setItem(KEPT_VIEW, next.view);
    } catch {
      // The next visit starts with all.
    }
  };
  return [filter, set];
}

function keptView(): string | null {
  try {
    return localStorage.getItem(KEPT_VIEW);
  } catch {
    return null;
  }
}

function queryOf({ words: _, ...filter }: Filter): string {
  return `?${new URLSearchParams(filter).toString()}`;
}

/** Keeps an open conversation in its list even after a claim moved it. */
function useListed(filter: Filter, open: string | null): ReturnType<typeof listed> {
  const items = useLive(state => state.items);
  const me = useLive(state => state.me);
  const now = useNow();
  const stays = useRef<{ readonly id: string; readonly filter: Filter } | null>(null);
  return useMemo(() => {
    const found = listed(items.values(), filter, me, now, stays.current?.filter === filter ? open : null);
    stays.current = open !== null && found.some(item => item.id === open) ? { id: open, filter } : null;
    return found;
  }, [items, filter, me, now, open]);
}

function useLabels(): { readonly labels: ReadonlyMap<string, Label>; reload(): void } {
  const { state, reload } = useLoad(signal => ask<Items<Label>>("GET", "labels", { signal }), []);
  const labels = useMemo(
    () => new Map((state.is === "here" ? state.value.items : []).map(label => [label.name, label])),
    [state],
  );
  return { labels, reload };
}

/** Beside the thread if there is room, else on request only. */
function useDetails(id: string | null): readonly [boolean, (shown: boolean) => void] {
  const [wide, setWide] = useState(() => matchMedia(ROOM_FOR_DETAILS).matches);
  const [beside, setBeside] = useState(true);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const query = matchMedia(ROOM_FOR_DETAILS);
    const changed = () => setWide(query.matches);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, []);
  useEffect(() => setOver(false), [id]);
  return wide ? [beside, setBeside] : [over, setOver];
}

function Offline({ connecting }: { readonly connecting: boolean }): JSX.Element | null {
  const [late, setLate] = useState(!connecting);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 1_200);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div class="band" role="status">
      No connection to Parley. Reconnecting… What you write is kept and goes out later.
    </div>
  );
}
