import { ChartColumn, Download } from "lucide";
import type { JSX } from "preact";
import { address } from "../api/http";
import { useLoad } from "../api/use";
import { Icon } from "../kit/icon";
import { Page } from "../kit/page";
import { Empty, Loading } from "../kit/states";
import { go, href, type PageProps } from "../router";
import { Charts } from "./charts";
import { figures } from "./figures";
import { PeriodPicker, PRESETS } from "./period-picker";
import { Reasons } from "./reasons";
import {
  type By,
  isDay,
  lastDays,
  loadReports,
  type Period,
  type Report,
  type Reports,
  today,
} from "./report";
import { Split } from "./split-table";
import { Tiles } from "./tiles";

const BY: readonly (readonly [By, string])[] = [
  ["day", "By day"],
  ["agent", "By agent"],
  ["label", "By label"],
];

interface ReportQuery {
  readonly days: number | null;
  readonly period: Period | null;
  readonly by: By;
}

export function ReportsPage({ place }: PageProps): JSX.Element {
  const query = read(place.query);
  const load = useLoad(
    async signal => {
      const period = query.period ?? lastDays(query.days ?? 30, await today(signal));
      return loadReports(period, signal);
    },
    [write({ ...query, by: "day" })],
  );
  const shown = load.state.is === "here" ? load.state.value.days : null;
  return (
    <Page
      title="Reports"
      about={shown ? about(shown) : "How conversations went, and what they cost."}
      actions={shown && <Csv report={shown} by={query.by} />}
    >
      <PeriodPicker
        days={query.days}
        period={shown ?? query.period ?? { from: "", to: "" }}
        onDays={days => go(to({ ...query, days, period: null }), "replace")}
        onPeriod={period => go(to({ ...query, days: null, period }), "replace")}
      />
      <Loading of={load} lines={12}>
        {reports => <Shown reports={reports} query={query} />}
      </Loading>
    </Page>
  );
}

function Shown(props: { readonly reports: Reports; readonly query: ReportQuery }): JSX.Element {
  const { days, before } = props.reports;
  if (days.total.conversations === 0 && Number(days.cost) === 0) {
    return (
      <Empty icon={ChartColumn} title="No conversations in these days">
        <p>Choose other days, or wait for visitors to come.</p>
      </Empty>
    );
  }
  return (
    <>
      <Tiles figures={figures(days, before)} currency={days.currency} />
      <Charts report={days} />
      <Reasons reasons={days.reasons} />
      <section class="stack">
        <nav class="tabs" aria-label="Figures">
          {BY.map(([by, text]) => (
            <a
              key={by}
              href={to({ ...props.query, by })}
              aria-current={props.query.by === by ? "page" : undefined}
            >
              {text}
            </a>
          ))}
        </nav>
        <Split days={days} by={props.query.by} />
      </section>
    </>
  );
}

function Csv({ report, by }: { readonly report: Report; readonly by: By }): JSX.Element {
  const { from, to } = report;
  return (
    <a class="button" href={address("reports", { from, to, by, format: "csv" })} download>
      <Icon of={Download} />
      CSV
    </a>
  );
}

function about({ from, to, zone }: Report): string {
  const day = (text: string) =>
    new Date(`${text}T12:00:00Z`).toLocaleDateString(undefined, { dateStyle: "medium", timeZone: "UTC" });
  return `${day(from)} to ${day(to)}, days in ${zone}, compared with as many days before.`;
}

function read(params: URLSearchParams): ReportQuery {
  const [from, to] = [params.get("from") ?? "", params.get("to") ?? ""];
  const by = BY.map(([one]) => one).find(one => one === params.get("by")) ?? "day";
  if (isDay(from) && isDay(to) && from <= to) return { days: null, period: { from, to }, by };
  return { days: PRESETS.find(days => String(days) === params.get("days")) ?? 30, period: null, by };
}

function write({ days, period, by }: ReportQuery): string {
  return new URLSearchParams({ ...(period ?? { days: String(days ?? 30) }), by }).toString();
}

function to(query: ReportQuery): string {
  return `${href("reports")}?${write(query)}`;
}
