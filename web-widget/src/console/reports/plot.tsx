import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { type Scale, spread } from "./scale";

const HEIGHT = 190;
const LEFT = 58;
const RIGHT = 22;
const TOP = 8;
const BOTTOM = 24;
const LABEL = 74;

export interface Series {
  readonly name: string;
  /** One per place; null if unknown. */
  readonly values: readonly (number | null)[];
}

interface PlotProps {
  readonly width: number;
  readonly places: readonly string[];
  readonly series: readonly Series[];
  readonly axis: Scale;
  readonly write: (value: number) => string;
  readonly chosen: number | null;
  readonly onPoint: (place: number) => void;
}

/** The drawing only; texts are around it. */
export function Plot(props: PlotProps): JSX.Element {
  const { width, places, series, axis } = props;
  const hatch = useId();
  const inner = Math.max(1, width - LEFT - RIGHT);
  const high = HEIGHT - TOP - BOTTOM;
  const each = inner / Math.max(1, places.length);
  const bar = Math.max(1, Math.min(34, each * 0.7));
  const y = (value: number) => TOP + high * (1 - value / axis.top);
  const x = (place: number) => LEFT + place * each;
  return (
    <svg class="plot" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="hatch" d="M3 0v6" />
        </pattern>
      </defs>
      {axis.ticks.map(tick => (
        <g key={tick}>
          <path class={tick === 0 ? "ground" : "grid"} d={`M${LEFT} ${y(tick)}H${width - RIGHT}`} />
          <text x={LEFT - 8} y={y(tick)} text-anchor="end" dominant-baseline="central">
            {props.write(tick)}
          </text>
        </g>
      ))}
      {spread(places.length, inner / LABEL).map(i => (
        <text key={i} x={x(i) + each / 2} y={HEIGHT - 6} text-anchor="middle">
          {places[i]}
        </text>
      ))}
      {places.map((place, i) => (
        <g key={place} class={props.chosen === i ? "place chosen" : "place"}>
          <rect
            class="reach"
            x={x(i)}
            y={TOP}
            width={each}
            height={high}
            onPointerEnter={() => props.onPoint(i)}
            onPointerDown={() => props.onPoint(i)}
          />
          <Stack series={series} at={i} x={x(i) + (each - bar) / 2} width={bar} y={y} hatch={hatch} />
        </g>
      ))}
    </svg>
  );
}

function Stack(props: {
  readonly series: readonly Series[];
  readonly at: number;
  readonly x: number;
  readonly width: number;
  readonly y: (value: number) => number;
  readonly hatch: string;
}): JSX.Element {
  const { x, width, y } = props;
  let below = 0;
  return (
    <>
      {props.series.map((one, i) => {
        const value = one.values[props.at] ?? 0;
        if (value <= 0) return null;
        const shape = { x, y: y(below + value), width, height: y(below) - y(below + value) };
        below += value;
        return (
          <g key={one.name}>
            <rect class={`bar bar-${i}`} {...shape} />
            {i === 1 && <rect fill={`url(#${props.hatch})`} {...shape} />}
          </g>
        );
      })}
    </>
  );
}
