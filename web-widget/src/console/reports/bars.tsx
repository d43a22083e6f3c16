import type { JSX, TargetedKeyboardEvent } from "preact";
import { useId, useState } from "preact/hooks";
import { figures, Table } from "../kit/table";
import { Plot, type Series } from "./plot";
import { scale } from "./scale";
import { useWidth } from "./use-width";

interface BarsProps {
  readonly title: string;
  readonly about: string;
  /** On the axis, and for screen readers. */
  readonly places: readonly string[];
  /** Stacked; the second is hatched, so that colour is not needed. */
  readonly series: readonly Series[];
  readonly kind: "count" | "time" | "money";
  readonly write: (value: number) => string;
}

/** A chart for pointer, arrow keys, and screen readers as a table. */
export function Bars(props: BarsProps): JSX.Element {
  const { title, places, series, write } = props;
  const id = useId();
  const [box, width] = useWidth();
  const [at, setAt] = useState<number | null>(null);
  const sums = places.map((_, i) => series.reduce((sum, one) => sum + (one.values[i] ?? 0), 0));
  const axis = scale(Math.max(0, ...sums), props.kind === "count", props.kind === "time");
  const label = (i: number) =>
    `${places[i]}: ${series.map(one => `${one.name} ${value(one.values[i], write)}`).join(", ")}`;
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const to = moved(event.key, at, places.length);
    if (to === undefined) return;
    event.preventDefault();
    setAt(to);
  };
  const caption = (
    <figcaption>
      <h2 id={id}>{title}</h2>
      <p class="soft small">{props.about}</p>
    </figcaption>
  );
  if (sums.every(sum => sum === 0)) {
    return (
      <figure class="card chart">
        {caption}
        <p class="chart-none">Nothing in these days.</p>
      </figure>
    );
  }
  return (
    <figure class="card chart">
      {caption}
      {series.length > 1 && <Legend names={series.map(one => one.name)} />}
      <div
        ref={box}
        class="chart-box"
        dir="ltr"
        role="slider"
        tabIndex={0}
        aria-labelledby={id}
        aria-orientation="horizontal"
        aria-valuemin={1}
        aria-valuemax={places.length}
        aria-valuenow={(at ?? places.length - 1) + 1}
        aria-valuetext={label(at ?? places.length - 1)}
        onKeyDown={onKeyDown}
        onBlur={() => setAt(null)}
        onPointerLeave={() => setAt(null)}
      >
        <Plot
          width={width}
          places={places}
          series={series}
          axis={axis}
          write={write}
          chosen={at}
          onPoint={setAt}
        />
        {at !== null && <Tip text={label(at)} share={(at + 0.5) / places.length} />}
      </div>
      <Behind title={title} places={places} series={series} write={write} />
    </figure>
  );
}

function value(found: number | null | undefined, write: (value: number) => string): string {
  return found === null || found === undefined ? "–" : write(found);
}

function moved(key: string, at: number | null, count: number): number | null | undefined {
  const from = at ?? count - 1;
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return at === null ? from : Math.max(0, from - 1);
    case "ArrowRight":
    case "ArrowUp":
      return Math.min(count - 1, from + 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    case "Escape":
      return at === null ? undefined : null;
    default:
      return undefined;
  }
}

function Legend({ names }: { readonly names: readonly string[] }): JSX.Element {
  return (
    <ul class="legend" aria-hidden="true">
      {names.map((name, i) => (
        <li key={name}>
          <svg viewBox="0 0 14 14" aria-hidden="true">
            <rect class={`bar bar-${i}`} width="14" height="14" rx="2" />
            {i === 1 && <path class="hatch" d="M0 14 14 0M-4 8 8 -4M6 18 18 6" />}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** Beside its bar and within the chart. */
function Tip({ text, share }: { readonly text: string; readonly share: number }): JSX.Element {
  const along = `${share * 100}%`;
  return (
    <div class="chart-tip" style={{ left: along, transform: `translateX(-${along})` }} aria-hidden="true">
      {text}
    </div>
  );
}

function Behind(props: Pick<BarsProps, "title" | "places" | "series" | "write">): JSX.Element {
  return (
    <details>
      <summary>As a table</summary>
      <Table heads={["Day", ...props.series.map(one => figures(one.name))]} caption={props.title}>
        {props.places.map((place, i) => (
          <tr key={place}>
            <th scope="row">{place}</th>
            {props.series.map(one => (
              <td key={one.name} class="end nums">
                {value(one.values[i], props.write)}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </details>
  );
}
