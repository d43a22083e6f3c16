/** Player of a voice message with speed and position. */
import { MicOff, Pause, Play } from "lucide";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { minutes } from "../../kit/recording/time";
import { Wave } from "../../kit/recording/wave";
import { ApiError, request } from "../api/http";
import type { Recording } from "../api/types";
import { Icon } from "../kit/icon";

const SPEEDS = [1, 1.25, 1.5, 2] as const;

/** The one that plays; only one at a time. */
let sounding: HTMLAudioElement | null = null;

export function Player(props: { readonly href: string; readonly recording: Recording }): JSX.Element {
  const { href, recording } = props;
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [speed, setSpeed] = useState<number>(1);
  const [error, setError] = useState<"gone" | string | null>(null);
  useEffect(() => {
    const mine = audio.current;
    if (mine) mine.playbackRate = speed;
  }, [speed]);
  useEffect(() => () => audio.current?.pause(), []);
  // The element reports four times a second, which looks jerky.
  useEffect(() => {
    if (!playing) return;
    const tick = setInterval(() => setAt(audio.current?.currentTime ?? 0), 100);
    return () => clearInterval(tick);
  }, [playing]);
  if (error === "gone") return <Gone seconds={recording.seconds} />;
  const length = Math.max(0.1, recording.seconds);
  const toggle = () => {
    const mine = audio.current;
    if (!mine) return;
    if (playing) {
      mine.pause();
      return;
    }
    setError(null);
    if (sounding !== mine) sounding?.pause();
    sounding = mine;
    if (mine.error) mine.load();
    mine.playbackRate = speed;
    void mine.play().catch(() => undefined);
  };
  const seek = (to: number) => {
    setAt(to);
    if (audio.current) audio.current.currentTime = to;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is laid out in its own way
    <div class="voice" role="group" aria-label={`Voice message, ${minutes(recording.seconds)}`}>
      {/* biome-ignore lint/a11y/useMediaCaption: what is said in it stands under it */}
      <audio
        ref={audio}
        src={href}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => {
          setPlaying(false);
          setAt(0);
          if (audio.current) audio.current.currentTime = 0;
        }}
        onError={() => {
          setPlaying(false);
          void whatIsWrong(href).then(setError);
        }}
      />
      <button type="button" class="voice-play" aria-label={playing ? "Pause" : "Play"} onClick={toggle}>
        <Icon of={playing ? Pause : Play} />
      </button>
      <Wave
        class="voice-wave"
        peaks={recording.peaks}
        at={at}
        length={length}
        label="Position"
        says={`${minutes(at)} of ${minutes(length)}`}
        onSeek={seek}
        onSpace={toggle}
      />
      <span class="nums soft">{minutes(playing || at > 0 ? at : length)}</span>
      <select
        class="voice-speed"
        aria-label="Speed"
        value={String(speed)}
        onChange={event => setSpeed(Number(event.currentTarget.value))}
      >
        {SPEEDS.map(one => (
          <option key={one} value={String(one)}>
            {one}×
          </option>
        ))}
      </select>
      <span class="voice-error" role="status">
        {error ?? ""}
      </span>
    </div>
  );
}

/** The element reports only that it failed. */
async function whatIsWrong(href: string): Promise<"gone" | string> {
  try {
    await request("GET", href, { headers: { Range: "bytes=0-0" } });
    return "This browser cannot play this recording.";
  } catch (error) {
    const gone = error instanceof ApiError && (error.status === 404 || error.status === 410);
    return gone ? "gone" : "It could not be loaded. Try again.";
  }
}

export function Gone({ seconds }: { readonly seconds: number }): JSX.Element {
  return (
    <p class="voice-gone">
      <Icon of={MicOff} />
      <span>
        Voice message, <span class="nums">{minutes(seconds)}</span>: not available any more
      </span>
    </p>
  );
}
