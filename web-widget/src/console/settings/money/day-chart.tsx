import type { JSX } from "preact";
import { type DayCost, money } from "./amounts";

const WIDTH = 720;
const HEIGHT = 150;
const GAP = 0.28;

/** A bar per day, and a table for screen readers. */
export function DayChart(props: {
  readonly days: readonly DayCost[];
  readonly currency: string;
}): JSX.Element {
  const { days, currency } = props;
  const most = Math.max(...days.map(day => day.cost), 0);
  const step = WIDTH / Math.max(1, days.length);
  const name = (day: string) =>
    new Date(`${day}T12:00:00Z`).toLocaleDateString(undefined, {
      day: "numeric",
      month: "short",
      timeZone: "UTC",
    });
  return (
    <figure class="day-chart">
      <figcaption class="spread small soft">
        <span>Cost a day</span>
        <span class="nums">{most > 0 ? `most: ${money(most, currency)}` : "nothing yet"}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {days.map(({ day, cost }, i) => {
          const height = most > 0 ? Math.max(cost > 0 ? 2 : 0, (cost / most) * (HEIGHT - 4)) : 0;
          return (
            <g key={day}>
              <title>{`${name(day)}: ${money(cost, currency)}`}</title>
              <rect class="ground" x={i * step} y={0} width={step} height={HEIGHT} />
              <rect
                class="bar"
                x={i * step + (step * GAP) / 2}
                y={HEIGHT - height}
                width={step * (1 - GAP)}
                height={height}
              />
            </g>
          );
        })}
      </svg>
      <div class="spread small soft nums" aria-hidden="true">
        <span>{days[0] && name(days[0].day)}</span>
        <span>{days.at(-1) && name(days.at(-1)?.day ?? "")}</span>
      </div>
      <table class="sr">
        <caption>Cost a day</caption>
        <tbody>
          {days
            .filter(day => day.cost > 0)
            .map(({ day, cost }) => (
              <tr key={day}>
                <th scope="row">{name(day)}</th>
                <td>{money(cost, currency)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </figure>
  );
}
