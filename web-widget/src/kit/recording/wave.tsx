/** A recording's volume with the playing position, for widget and console. */
import type { JSX } from "preact";
import { bars, heights } from "./peaks";

export interface WaveProps {
  readonly class: string;
  readonly peaks: string | undefined;
  /** In seconds. */
  readonly at: number;
  readonly length: number;
  readonly label: string;
  readonly says: string;
  readonly onSeek: (to: number) => void;
  /** The space bar's action. */
  readonly onSpace?: () => void;
}

export function Wave(props: WaveProps): JSX.Element {
  const { at, length, onSpace } = props;
  const shown = heights(props.peaks);
  const passed = length > 0 ? Math.round((Math.min(at, length) / length) * shown.length) : 0;
  return (
    <span class={props.class}>
      <svg viewBox={`0 0 ${shown.length * 3} 20`} preserveAspectRatio="none" aria-hidden="true">
        <path class="passed" d={bars(shown, 0, passed)} />
        <path d={bars(shown, passed, shown.length)} />
      </svg>
      <input
        type="range"
        min={0}
        max={Math.max(1, Math.ceil(length))}
        step={1}
        value={Math.round(at)}
        aria-label={props.label}
        aria-valuetext={props.says}
        onInput={event => props.onSeek(Number(event.currentTarget.value))}
        onKeyDown={event => {
          if (event.key !== " " || !onSpace) return;
          event.preventDefault();
          onSpace();
        }}
      />
    </span>
  );
}
