import type { JSX } from "preact";
import { Bars } from "./bars";
import { duration, money } from "./figures";
import { daysOf, type Item, type Report } from "./report";

const WHOLE = (value: number) => value.toLocaleString();

/** By day, including empty days. */
export function Charts({ report }: { readonly report: Report }): JSX.Element {
  const items = new Map(report.items.map(item => [item.key, item]));
  const days = daysOf(report);
  const places = days.map(short);
  const each = <T,>(read: (item: Item) => T) =>
    days.map(day => {
      const item = items.get(day);
      return item ? read(item) : null;
    });
  const inMoney = (value: number) => money(value, report.currency);
  return (
    <div class="charts">
      <Bars
        title="Conversations"
        about="That began on that day."
        places={places}
        series={[
          { name: "with the bot alone", values: each(item => item.conversations - item.handed_off) },
          { name: "handed to a person", values: each(item => item.handed_off) },
        ]}
        kind="count"
        write={WHOLE}
      />
      <Bars
        title="First response of a person"
        about="Half of the visitors waited less."
        places={places}
        series={[{ name: "median", values: each(item => item.first_response_seconds.median) }]}
        kind="time"
        write={duration}
      />
      <Bars
        title="Ratings"
        about="Thumbs that visitors gave."
        places={places}
        series={[
          { name: "up", values: each(item => item.rated_up) },
          { name: "down", values: each(item => item.rated_down) },
        ]}
        kind="count"
        write={WHOLE}
      />
      <Bars
        title="Cost"
        about="What models cost, and what they would have cost besides without the FAQ's own words."
        places={places}
        series={[
          { name: "cost", values: each(item => Number(item.cost ?? 0)) },
          { name: "saved", values: each(item => Number(item.saved ?? 0)) },
        ]}
        kind="money"
        write={inMoney}
      />
    </div>
  );
}

function short(day: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(undefined, {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
}
