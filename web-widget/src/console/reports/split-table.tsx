import type { JSX } from "preact";
import { useLoad } from "../api/use";
import { Loading } from "../kit/states";
import { BareTable, figures } from "../kit/table";
import { satisfaction, solved, written } from "./figures";
import { type By, type Item, loadReport, type Report } from "./report";

const HEADS: Readonly<Record<By, string>> = { day: "Day", agent: "Agent", label: "Label" };

/** The figures by day, agent or label; days are loaded already. */
export function Split({ days, by }: { readonly days: Report; readonly by: By }): JSX.Element {
  const load = useLoad(
    async signal => (by === "day" ? days : loadReport(days, by, signal)),
    [by, days.from, days.to],
  );
  return <Loading of={load}>{report => <SplitTable report={report} />}</Loading>;
}

function SplitTable({ report }: { readonly report: Report }): JSX.Element {
  const byDay = report.by === "day";
  const items = byDay ? [...report.items].reverse() : byVolume(report.items);
  if (items.length === 0) {
    return <p class="soft">{EMPTY[report.by]}</p>;
  }
  return (
    // A wide table scrolls by itself; by keyboard it must be reachable.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="table-box" tabIndex={0} aria-label={`By ${HEADS[report.by].toLowerCase()}`}>
      <BareTable heads={[HEADS[report.by], ...FIGURES.map(figures), ...(byDay ? [figures("Cost")] : [])]}>
        {items.map(item => (
          <Line key={item.key} item={item} cost={byDay} currency={report.currency} />
        ))}
      </BareTable>
    </section>
  );
}

const FIGURES = [
  "Conversations",
  "Solved by the bot",
  "Handed over",
  "First response",
  "Resolution",
  "Satisfaction",
];

const EMPTY: Readonly<Record<By, string>> = {
  day: "No conversations in these days.",
  agent: "No agent had a conversation in these days.",
  label: "No conversation of these days has a label.",
};

function byVolume(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => b.conversations - a.conversations);
}

function Line(props: {
  readonly item: Item;
  readonly cost: boolean;
  readonly currency: string;
}): JSX.Element {
  const { item, currency } = props;
  return (
    <tr>
      <th scope="row">
        <bdi>{item.name ?? item.key}</bdi>
      </th>
      <td class="end nums">{written(item.conversations, "count", currency)}</td>
      <td class="end nums">{written(solved(item), "share", currency)}</td>
      <td class="end nums">{written(item.handed_off, "count", currency)}</td>
      <td class="end nums">{written(item.first_response_seconds.median, "time", currency)}</td>
      <td class="end nums">{written(item.resolution_seconds.median, "time", currency)}</td>
      <td class="end nums">{written(satisfaction(item), "share", currency)}</td>
      {props.cost && <td class="end nums">{written(Number(item.cost ?? 0), "money", currency)}</td>}
    </tr>
  );
}
