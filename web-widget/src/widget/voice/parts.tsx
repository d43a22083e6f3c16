import type { JSX } from "preact";
import { Glyph } from "./glyph";
import type { Event, State } from "./machine";
import { Player } from "./player";
import type { VoiceWords } from "./words";

export interface ViewProps {
  readonly state: State;
  readonly words: VoiceWords;
  readonly limitMs: number;
  readonly levels: () => readonly number[];
  readonly bytes: () => Promise<Blob>;
  readonly now: () => number;
  readonly tell: (event: Event) => void;
  /** Appears by itself and must not take the focus. */
  readonly calm: boolean;
}

export const cancel = ({ tell, now }: ViewProps) => tell({ type: "cancel", at: now() });

export function Clip({
  state,
  words,
  bytes,
}: ViewProps & { state: { clip: { seconds: number; peaks: string } } }) {
  return <Player seconds={state.clip.seconds} peaks={state.clip.peaks} words={words} bytes={bytes} />;
}

export const Choice = (props: { says: string; onClick: () => void }) => (
  <button type="button" class="pill" onClick={props.onClick}>
    {props.says}
  </button>
);

export function Quiet(props: {
  glyph: "pause" | "mic" | "close" | "drop";
  label: string;
  first?: boolean;
  onClick: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      class="quiet"
      aria-label={props.label}
      title={props.label}
      data-first={props.first}
      onClick={props.onClick}
    >
      <Glyph name={props.glyph} />
    </button>
  );
}

export const Spinner = () => (
  <span class="turning" aria-hidden="true">
    <i />
    <i />
    <i />
  </span>
);
