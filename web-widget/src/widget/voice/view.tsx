/** What stands in the place of the text box while somebody speaks, and beside it once they have. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { fill } from "../i18n";
import { Glyph } from "./glyph";
import { type Event, type Refusal, type State, spokenMs } from "./machine";
import { bars, loudness } from "./peaks";
import { Player } from "./player";
import { minutes } from "./time";
import type { VoiceWords } from "./words";

export interface ViewProps {
  readonly state: State;
  readonly words: VoiceWords;
  readonly limitMs: number;
  readonly levels: () => readonly number[];
  readonly bytes: () => Promise<Blob>;
  readonly now: () => number;
  readonly tell: (event: Event) => void;
}

export function View(props: ViewProps): JSX.Element | null {
  const { state, words } = props;
  const box = useRef<HTMLDivElement>(null);
  const asks = "asks" in state && state.asks;
  // Each step has one thing to go on with, and that takes the focus; without it the keyboard would fall out of the chat.
  useLayoutEffect(() => {
    if (state.is !== "attached") box.current?.querySelector<HTMLElement>("[data-first]")?.focus();
  }, [state.is, asks]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is laid out in its own way
    <div ref={box} class={`voice-box ${state.is}`} role="group" aria-label={words.message}>
      {asks ? <Asks {...props} /> : inside(props)}
      <Said {...props} />
    </div>
  );
}

function inside(props: ViewProps): ComponentChildren {
  const { state, words, tell } = props;
  switch (state.is) {
    case "idle":
      return null;
    case "asking":
      return (
        <div class="line">
          <p>{words.asking}</p>
          <Quiet glyph="close" label={words.cancel} first onClick={() => cancel(props)} />
        </div>
      );
    case "recording":
      return <Recorder {...props} state={state} />;
    case "finishing":
      return (
        <div class="line">
          <Spinner />
        </div>
      );
    case "review":
      return (
        <>
          <div class="line">
            <Clip {...props} state={state} />
            <Quiet glyph="drop" label={words.cancel} onClick={() => cancel(props)} />
          </div>
          <div class="choices">
            <button type="button" class="main" data-first onClick={() => tell({ type: "use" })}>
              {words.use}
            </button>
            <Choice says={words.again} onClick={() => tell({ type: "again" })} />
          </div>
        </>
      );
    case "hearing":
      return <Hearing {...props} />;
    case "failed":
      return <Failed {...props} state={state} />;
    case "refused":
      return <Refused {...props} why={state.why} />;
    case "attached":
      return (
        <>
          <div class="line">
            <Clip {...props} state={state} />
            <Quiet glyph="close" label={words.remove} onClick={() => tell({ type: "drop" })} />
          </div>
          <p class="soft">{words.check}</p>
        </>
      );
  }
}

const cancel = ({ tell, now }: ViewProps) => tell({ type: "cancel", at: now() });

function Recorder(props: ViewProps & { state: Extract<State, { is: "recording" }> }): JSX.Element {
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

/** The last moments, as loud as they were; where motion is not wanted, only how loud it is now. */
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

function Asks({ words, tell }: ViewProps): JSX.Element {
  return (
    <div class="choices" role="alertdialog" aria-label={words.throwAway}>
      <p>{words.throwAway}</p>
      <button type="button" class="main" data-first onClick={() => tell({ type: "keep" })}>
        {words.keep}
      </button>
      <Choice says={words.delete} onClick={() => tell({ type: "drop" })} />
    </div>
  );
}

/** From here on it is said that it takes long. */
const SLOW_MS = 8_000;

function Hearing(props: ViewProps): JSX.Element {
  const { words } = props;
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="line">
      <Spinner />
      <p role="status">{slow ? words.slow : words.hearing}</p>
      <Quiet glyph="close" label={words.cancel} first onClick={() => cancel(props)} />
    </div>
  );
}

function Failed(props: ViewProps & { state: Extract<State, { is: "failed" }> }): JSX.Element {
  const { state, words, tell } = props;
  const silent = state.why === "silent";
  return (
    <>
      <p class="trouble" role="alert">
        {words[state.why]}
      </p>
      <div class="line">
        <Clip {...props} state={state} />
        <Quiet glyph="drop" label={words.delete} onClick={() => cancel(props)} />
      </div>
      <div class="choices">
        <button
          type="button"
          class="main"
          data-first
          onClick={() => tell({ type: silent ? "again" : "retry" })}
        >
          {silent ? words.again : words.retry}
        </button>
        {state.kept !== null && <Choice says={words.asIs} onClick={() => tell({ type: "asIs" })} />}
        <Choice says={words.type} onClick={() => tell({ type: "typeInstead" })} />
      </div>
    </>
  );
}

/** Where the browser or the page stands in the way, pressing again changes nothing. */
const FINAL: ReadonlySet<Refusal> = new Set(["policy", "insecure", "unsupported"]);

function Refused({ why, words, tell }: ViewProps & { why: Refusal }): JSX.Element {
  const final = FINAL.has(why);
  return (
    <>
      <p class="trouble" role="alert">
        {words[why]}
      </p>
      <div class="choices">
        {!final && (
          <button type="button" class="main" data-first onClick={() => tell({ type: "pressed" })}>
            {words.retry}
          </button>
        )}
        <button
          type="button"
          class={final ? "main" : "pill"}
          data-first={final || undefined}
          onClick={() => tell({ type: "typeInstead" })}
        >
          {words.type}
        </button>
      </div>
    </>
  );
}

function Clip({ state, words, bytes }: ViewProps & { state: { clip: { seconds: number; peaks: string } } }) {
  return <Player seconds={state.clip.seconds} peaks={state.clip.peaks} words={words} bytes={bytes} />;
}

const Choice = (props: { says: string; onClick: () => void }) => (
  <button type="button" class="pill" onClick={props.onClick}>
    {props.says}
  </button>
);

function Quiet(props: {
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

const Spinner = () => (
  <span class="turning" aria-hidden="true">
    <i />
    <i />
    <i />
  </span>
);

/** What a screen reader hears of it: each step once, and that the time is nearly over. */
function Said({ state, words, limitMs, now }: ViewProps): JSX.Element {
  return (
    <span class="sr" role="status">
      {said()}
    </span>
  );
  function said(): string {
    switch (state.is) {
      case "recording": {
        if (state.since === null) return words.paused;
        const left = limitMs - spokenMs(state, now());
        const soon = [10_000, 30_000].find(mark => left <= mark && limitMs > mark * 2);
        if (soon) return fill(words.soon, { n: soon / 1_000 });
        return fill(words.started, { time: minutes(limitMs / 1_000) });
      }
      case "review":
        return `${words.message}, ${minutes(state.clip.seconds)}. ${words.recorded}`;
      case "attached":
        return words.check;
      default:
        return "";
    }
  }
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
