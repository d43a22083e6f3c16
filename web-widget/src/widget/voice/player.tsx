import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { minutes } from "../../kit/recording/time";
import { Wave } from "../../kit/recording/wave";
import { fill } from "../i18n";
import { Glyph } from "./glyph";
import { Gone, Sound } from "./sound";
import type { VoiceWords } from "./words";

export interface PlayerProps {
  readonly seconds: number;
  readonly peaks: string | undefined;
  readonly words: VoiceWords;
  /** Fails with `Gone` if it was deleted. */
  readonly bytes: () => Promise<Blob>;
  readonly available?: boolean | undefined;
}

export function Player(props: PlayerProps): JSX.Element {
  const { words, seconds } = props;
  const [, redraw] = useState(0);
  const [missing, setMissing] = useState<"gone" | "unplayable" | null>(null);
  const [notNow, setNotNow] = useState(false);
  const sound = useRef<Sound>(undefined);
  const box = useRef<HTMLDivElement>(null);
  sound.current ??= new Sound(() => redraw(n => n + 1));
  const { playing, at, length = seconds } = sound.current;
  useEffect(() => () => sound.current?.pause(), []);
  useEffect(() => {
    if (!playing) return;
    const tick = setInterval(() => {
      // Silent while the chat is closed.
      if (box.current?.getClientRects().length === 0) sound.current?.pause();
      redraw(n => n + 1);
    }, 100);
    return () => clearInterval(tick);
  }, [playing]);
  const why = props.available === false ? "gone" : missing;
  if (why) {
    return (
      <p class="gone">
        <Glyph name="mic" />
        <span>
          {words.message} <bdi>{minutes(seconds)}</bdi>
          <br />
          {words[why]}
        </span>
      </p>
    );
  }
  const press = () => {
    const own = sound.current as Sound;
    setNotNow(false);
    if (playing) own.pause();
    else own.play(props.bytes).catch(failed);
  };
  const failed = (error: unknown) => {
    if (error instanceof Gone) setMissing("gone");
    else if (error instanceof DOMException && error.name === "EncodingError") setMissing("unplayable");
    else setNotNow(true);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is laid out in its own way
    <div ref={box} class="clip" role="group" aria-label={`${words.message} ${minutes(seconds)}`}>
      <button
        type="button"
        class="listen"
        aria-label={playing ? words.pausePlaying : words.listen}
        onClick={press}
      >
        <Glyph name={playing ? "pause" : "play"} />
      </button>
      <Wave
        class="wave"
        peaks={props.peaks}
        at={at}
        length={length}
        label={words.position}
        says={fill(words.of, { at: minutes(at), length: minutes(length) })}
        onSeek={to => sound.current?.seek(to)}
        onSpace={press}
      />
      <bdi class="long">{minutes(playing || at > 0 ? at : seconds)}</bdi>
      <span class="not-now" role="status">
        {notNow ? words.notNow : ""}
      </span>
    </div>
  );
}
