/** A virtual list: only visible lines are in the document. */
import { Inbox, SearchX, WifiOff } from "lucide";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Conversation, Label, View } from "../api/types";
import { Bones, Empty } from "../kit/states";
import { useNow } from "../kit/time";
import { useDesk, useLive } from "../live/provider";
import { ROW_HEIGHT, Row } from "./row";
import type { Filter } from "./views";

/** Extra lines above and below, against blank areas while scrolling. */
const SPARE = 6;

interface ListProps {
  readonly items: readonly Conversation[];
  readonly filter: Filter;
  readonly chosen: string | null;
  readonly labels: ReadonlyMap<string, Label>;
  readonly to: (id: string) => string;
}

export function ConversationList(props: ListProps): JSX.Element {
  const { items, filter, chosen } = props;
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(800);
  const now = useNow();
  const me = useLive(state => state.me);
  const agents = useLive(state => state.agents);
  const names = useMemo(() => new Map(agents.map(agent => [agent.id, agent.name])), [agents]);
  const loading = useMore(filter, top + height + 10 * ROW_HEIGHT > items.length * ROW_HEIGHT);
  const from = Math.max(0, Math.floor(top / ROW_HEIGHT) - SPARE);
  const until = Math.min(items.length, Math.ceil((top + height) / ROW_HEIGHT) + SPARE);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setHeight(element.clientHeight));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  // A new view starts at its top.
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [filter.view, filter.label, filter.priority, filter.agent]);
  const at = chosen === null ? -1 : items.findIndex(item => item.id === chosen);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || at < 0) return;
    const line = at * ROW_HEIGHT;
    if (line < element.scrollTop) element.scrollTop = line;
    else if (line + ROW_HEIGHT > element.scrollTop + element.clientHeight)
      element.scrollTop = line + ROW_HEIGHT - element.clientHeight;
  }, [chosen]);

  return (
    <div
      ref={box}
      class="rows"
      onScroll={event => setTop(event.currentTarget.scrollTop)}
      aria-busy={loading || undefined}
    >
      {items.length === 0 && (loading ? <Bones lines={8} /> : <Nothing filter={filter} />)}
      <ul style={{ height: `${items.length * ROW_HEIGHT}px` }}>
        {items.slice(from, until).map((item, i) => (
          <li
            key={item.id}
            style={{ transform: `translateY(${(from + i) * ROW_HEIGHT}px)` }}
            aria-setsize={items.length}
            aria-posinset={from + i + 1}
          >
            <Row
              item={item}
              chosen={item.id === chosen}
              to={props.to(item.id)}
              owner={item.agent === undefined ? null : (names.get(item.agent) ?? null)}
              mine={item.agent === me}
              labels={props.labels}
              now={now}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Loads more near the end, if the view is not complete. */
function useMore(filter: Filter, near: boolean): boolean {
  const desk = useDesk();
  const complete = useLive(state => state.complete);
  const count = useLive(state => state.items.size);
  const link = useLive(state => state.link);
  // Not loaded yet: an empty list must not say that there is nothing.
  const [busy, setBusy] = useState(true);
  const needed = filter.view === "closed" || !complete;
  const { view, label, priority, agent } = filter;
  useEffect(() => {
    if (!needed || !near) return;
    let over = false;
    setBusy(true);
    desk
      .more(view, { label, priority, agent })
      .catch(() => undefined)
      .finally(() => over || setBusy(false));
    return () => {
      over = true;
    };
  }, [desk, view, label, priority, agent, needed, near, count, link]);
  return needed && busy;
}

const NOTHING: Readonly<Record<View, string>> = {
  mine: "You have no conversation right now. Claim one that waits.",
  waiting: "Nobody is waiting. Well done.",
  with_bot: "The bot is talking to nobody just now.",
  all: "When a visitor writes, the conversation stands here.",
  snoozed: "Nothing is put aside for later.",
  closed: "No conversation has ended yet.",
};

function Nothing({ filter }: { readonly filter: Filter }): JSX.Element {
  const link = useLive(state => state.link);
  const known = useLive(state => state.items.size > 0);
  const narrowed = filter.words || filter.label || filter.priority || filter.agent;
  if (!known && link !== "online")
    return (
      <Empty icon={WifiOff} title="No connection">
        {<p>The list comes as soon as Parley can be reached.</p>}
      </Empty>
    );
  return narrowed ? (
    <Empty icon={SearchX} title="Nothing fits">
      <p>No conversation in this view fits the filter.</p>
    </Empty>
  ) : (
    <Empty icon={Inbox} title="All clear">
      <p>{NOTHING[filter.view]}</p>
    </Empty>
  );
}
