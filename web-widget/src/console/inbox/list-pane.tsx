import { Bookmark, ListFilter, MoreHorizontal, Search, Settings2, X } from "lucide";
import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Conversation, Label, Priority, SavedView, View } from "../api/types";
import { Icon } from "../kit/icon";
import { Menu, type MenuItem } from "../kit/menu";
import { useNow } from "../kit/time";
import { useLive } from "../live/provider";
import { ConversationList } from "./list";
import { ManageViews } from "./manage-views";
import { type SavedViews, SaveView } from "./saved-views";
import { type Filter, filterOf, tally, VIEWS } from "./views";

interface ListPaneProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly items: readonly Conversation[];
  readonly chosen: string | null;
  readonly labels: ReadonlyMap<string, Label>;
  readonly saved: SavedViews;
  readonly to: (id: string) => string;
  readonly search: { current: HTMLInputElement | null };
}

const SHORT: Readonly<Partial<Record<View, string>>> = { with_bot: "Bot", all: "All" };
const TABS: readonly View[] = ["mine", "waiting", "with_bot", "all"];

export function ListPane(props: ListPaneProps): JSX.Element {
  const { filter, onFilter } = props;
  const counts = useCounts();
  const more = VIEWS.filter(([view]) => !TABS.includes(view));
  const current = more.find(([view]) => view === filter.view);
  const [managing, setManaging] = useState(false);
  const saved = props.saved.views ?? [];
  const savedNow = saved.find(view => sameFilter(view, filter));
  const items: (MenuItem | null)[] = [
    ...more.map(([view, text]) => ({
      text: `${text}${counts[view] ? ` (${shown(counts[view])})` : ""}`,
      checked: filter.view === view && !savedNow,
      onPick: () => onFilter({ view }),
    })),
    ...(saved.length ? [null] : []),
    ...saved.map(view => ({
      text: view.name,
      icon: Bookmark,
      checked: view === savedNow,
      onPick: () => onFilter(filterOf(view)),
    })),
    ...(saved.length
      ? [null, { text: "Arrange views…", icon: Settings2, onPick: () => setManaging(true) }]
      : []),
  ];
  return (
    <section class="pane list" aria-label="Conversations">
      <header class="list-head">
        <div class="view-tabs">
          {TABS.map(view => (
            <button
              key={view}
              type="button"
              aria-pressed={filter.view === view && !savedNow}
              onClick={() => onFilter({ view })}
            >
              {SHORT[view] ?? VIEWS.find(([one]) => one === view)?.[1]}
              <span class={view === "waiting" && counts.waiting ? "nums call" : "nums"}>
                {shown(counts[view])}
              </span>
            </button>
          ))}
          <Menu
            label="More views"
            triggerClass={current || savedNow ? "more chosen" : "more"}
            trigger={savedNow ? savedNow.name : current ? current[1] : <Icon of={MoreHorizontal} />}
            items={items}
          />
        </div>
        <div class="list-tools">
          <label class="find">
            <Icon of={Search} />
            <span class="sr">Filter the list</span>
            <input
              ref={props.search}
              type="search"
              placeholder="Filter by name or words"
              value={filter.words ?? ""}
              dir="auto"
              onInput={event => onFilter(withWords(filter, event.currentTarget.value))}
              onKeyDown={event => {
                if (event.key !== "Escape") return;
                onFilter(withWords(filter, ""));
                event.currentTarget.blur();
              }}
            />
          </label>
          <Narrow {...props} />
        </div>
        <Chips {...props} />
      </header>
      {managing && <ManageViews saved={props.saved} onClose={() => setManaging(false)} />}
      <ConversationList
        items={props.items}
        filter={filter}
        chosen={props.chosen}
        labels={props.labels}
        to={props.to}
      />
    </section>
  );
}

function withWords({ words: _, ...filter }: Filter, words: string): Filter {
  return words ? { ...filter, words } : filter;
}

function sameFilter(view: SavedView, filter: Filter): boolean {
  const narrowed = filter.label || filter.priority || filter.agent;
  return (
    Boolean(narrowed) &&
    view.view === filter.view &&
    view.label === filter.label &&
    view.priority === filter.priority &&
    view.agent === filter.agent
  );
}

function shown(count: number | undefined): string {
  return count === undefined ? "" : count > 999 ? "1k+" : String(count);
}

function useCounts(): Readonly<Partial<Record<View, number>>> {
  const items = useLive(state => state.items);
  const me = useLive(state => state.me);
  const complete = useLive(state => state.complete);
  const counted = useLive(state => state.counts);
  const now = useNow();
  return useMemo(
    () => (complete ? { ...counted, ...tally(items.values(), me, now) } : counted),
    [items, me, complete, counted, now],
  );
}

const PRIORITIES: readonly (readonly [Priority, string])[] = [
  ["urgent", "Urgent"],
  ["high", "High"],
  ["normal", "Normal"],
  ["low", "Low"],
];

/** Labels, priorities and owners in one menu; chips show and remove the selection. */
function Narrow({ filter, onFilter, labels }: ListPaneProps): JSX.Element {
  const agents = useLive(state => state.agents);
  const { label, priority, agent } = filter;
  const items: (MenuItem | null)[] = [
    ...PRIORITIES.map(([value, text]) => ({
      text: `Priority: ${text}`,
      checked: priority === value,
      onPick: () => onFilter(without(filter, "priority", priority === value ? undefined : value)),
    })),
    ...(labels.size ? [null] : []),
    ...[...labels.keys()].map(name => ({
      text: `Label: ${name}`,
      checked: label === name,
      onPick: () => onFilter(without(filter, "label", label === name ? undefined : name)),
    })),
    ...(agents.length > 1 ? [null] : []),
    ...(agents.length > 1 ? agents : []).map(one => ({
      text: `ConversationState: ${one.name}`,
      checked: agent === one.id,
      onPick: () => onFilter(without(filter, "agent", agent === one.id ? undefined : one.id)),
    })),
  ];
  return (
    <Menu
      label="Narrow the list"
      triggerClass="button icon"
      trigger={<Icon of={ListFilter} />}
      items={items}
    />
  );
}

function without<K extends "label" | "priority" | "agent">(
  filter: Filter,
  name: K,
  value: Filter[K] | undefined,
): Filter {
  const { [name]: _, ...rest } = filter;
  return (value === undefined ? rest : { ...rest, [name]: value }) as Filter;
}

function Chips(props: ListPaneProps): JSX.Element | null {
  const { filter, onFilter } = props;
  const agents = useLive(state => state.agents);
  const chips = [
    filter.priority && (["priority", `Priority: ${filter.priority}`] as const),
    filter.label && (["label", filter.label] as const),
    filter.agent &&
      (["agent", agents.find(agent => agent.id === filter.agent)?.name ?? "A colleague"] as const),
  ].filter(chip => chip !== undefined && chip !== "");
  const savable = props.saved.views !== null && !props.saved.views.some(view => sameFilter(view, filter));
  if (chips.length === 0) return null;
  return (
    <div class="narrowed">
      {chips.map(([name, text]) => (
        <button
          key={name}
          type="button"
          class="pill"
          onClick={() => onFilter(without(filter, name, undefined))}
        >
          <bdi class="clip">{text}</bdi>
          <Icon of={X} />
          <span class="sr">: take this filter away</span>
        </button>
      ))}
      {savable && <SaveView filter={filter} onSaved={props.saved.reload} />}
    </div>
  );
}

/** Announces a growing queue to screen readers. */
export function WaitingCall(): JSX.Element {
  const waiting = useCounts().waiting ?? 0;
  const before = useRef(waiting);
  const said = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (said.current && waiting > before.current)
      said.current.textContent =
        waiting === 1 ? "One visitor is waiting." : `${waiting} visitors are waiting.`;
    before.current = waiting;
  }, [waiting]);
  return <span ref={said} class="sr" role="status" />;
}
