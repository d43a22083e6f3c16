import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { bars, loudness } from "../../kit/recording/peaks";
import { minutes } from "../../kit/recording/time";
import { fill } from "../i18n";
import { Glyph } from "./glyph";
import { type State, spokenMs } from "./machine";
import { cancel, Quiet, type ViewProps } from "./parts";

export function Running(props: ViewProps & { state: Extract<State, { is: "recording" }> }): JSX.Element {
  const { state, words, limitMs, tell, now, levels } = props;
  const spoken = spokenMs(state, now());
  const running = state.since !== null;
  useTicks(running ? 100 : null, () => tell({ type: "tick", at: now() }));
  const heard = levels();
  const silent = running && heard.length > 30 && Math.max(...heard) < 0.003;
  return (
    <>
      <div class="line">
        <Quiet glyph="drop" label={words.cancel} onClick={() => cancel(props)} />
        <span class={running ? "dot on" : "dot"} aria-hidden="true" />
        <bdi class="long">{minutes(spoken / 1_000)}</bdi>
        <Meter levels={heard} />
        <Quiet
          glyph={running ? "pause" : "mic"}
          label={running ? words.pause : words.resume}
          onClick={() => tell({ type: running ? "pause" : "resume", at: now() })}
        />
        <button
          type="button"
          class="round"
          aria-label={words.done}
          data-first
          onClick={() => tell({ type: "stop", at: now() })}
        >
          <Glyph name="done" />
        </button>
      </div>
      <p class="soft">
        {silent ? words.quiet : running ? words.recording : words.paused}
        {!silent && " · "}
        {!silent && fill(words.left, { time: minutes(Math.ceil((limitMs - spoken) / 1_000)) })}
      </p>
    </>
  );
}

const SHOWN = 48;

/** Recent volume; with reduced motion only the current one. */
function Meter({ levels }: { levels: readonly number[] }): JSX.Element {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const last = (still ? levels.slice(-1) : levels.slice(-SHOWN)).map(one => loudness(one) * 9);
  if (still) {
    return (
      <svg class="meter" viewBox="0 0 9 2" preserveAspectRatio="none" aria-hidden="true">
        <path class="ground" d="M0 1h9" />
        <path d={`M0 1h${last[0] ?? 0}`} />
      </svg>
    );
  }
  const shown = [...Array(Math.max(0, SHOWN - last.length)).fill(0), ...last];
  return (
    <svg class="meter" viewBox={`0 0 ${SHOWN * 3} 20`} preserveAspectRatio="none" aria-hidden="true">
      <path d={bars(shown, 0, SHOWN)} />
    </svg>
  );
}

function useTicks(every: number | null, tick: () => void): void {
  const latest = useRef(tick);
  latest.current = tick;
  useEffect(() => {
    if (every === null) return;
    const timer = setInterval(() => latest.current(), every);
    return () => clearInterval(timer);
  }, [every]);
}
