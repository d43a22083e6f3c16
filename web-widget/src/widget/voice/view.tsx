/** Replaces the text box while recording, and appears beside it afterwards. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { minutes } from "../../kit/recording/time";
import { fill } from "../i18n";
import { Failed, Refused } from "./errors";
import { spokenMs } from "./machine";
import { Choice, Clip, cancel, Quiet, Spinner, type ViewProps } from "./parts";
import { Running } from "./running";

export function View(props: ViewProps): JSX.Element | null {
  const { state, words } = props;
  const box = useRef<HTMLDivElement>(null);
  const asks = "asks" in state && state.asks;
  // Focuses each step's main control, so that the keyboard stays in the chat.
  useLayoutEffect(() => {
    if (state.is !== "attached" && !props.calm)
      box.current?.querySelector<HTMLElement>("[data-first]")?.focus();
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
      return <Running {...props} state={state} />;
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

/** From here on, says that it takes long. */
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

/** For screen readers: each step once, and when time is nearly over. */
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
