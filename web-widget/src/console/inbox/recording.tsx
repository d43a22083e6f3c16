/** A voice message of the visitor's: hearing it, what was understood of it, and what that is in the agent's language. */
import { MicOff, Pause, Play } from "lucide";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { bars, heights } from "../../widget/voice/peaks";
import { minutes } from "../../widget/voice/time";
import { request, Trouble } from "../api/http";
import type { Message, Recording } from "../api/types";
import { Icon } from "../kit/icon";
import { useDesk } from "../live/provider";
import { usePreferences } from "../preferences";
import { languageName, wantsTranslation } from "./languages";

type Spoken = Message & { readonly recording: Recording };

export const isSpoken = (message: Message): message is Spoken => message.recording !== undefined;

const SPEEDS = [1, 1.25, 1.5, 2] as const;

export function VoiceMessage(props: {
  readonly message: Spoken;
  readonly conversation: string;
}): JSX.Element {
  const { recording } = props.message;
  const href = `/v1/console/conversations/${props.conversation}/recordings/${recording.id}`;
  return recording.available ? (
    <Player href={href} recording={recording} />
  ) : (
    <Gone seconds={recording.seconds} />
  );
}

/** What stands under the visitor's own words. */
export function VoiceTexts(props: { readonly message: Spoken; readonly conversation: string }): JSX.Element {
  const { recording } = props.message;
  return (
    <>
      {!props.message.text && <p class="soft">Sent as it is: nothing was written down.</p>}
      {recording.heard && (
        <Aside label="What was heard">
          <span dir="auto" lang={recording.language}>
            {recording.heard}
          </span>
        </Aside>
      )}
      <Translated {...props} />
    </>
  );
}

function Aside(props: { readonly label: string; readonly children: JSX.Element | string }): JSX.Element {
  return (
    <div class="voice-aside">
      <span class="voice-label">{props.label}</span>
      <p class="typed">{props.children}</p>
    </div>
  );
}

function Gone({ seconds }: { readonly seconds: number }): JSX.Element {
  return (
    <p class="voice-gone">
      <Icon of={MicOff} />
      <span>
        Voice message, <span class="nums">{minutes(seconds)}</span>: not available any more
      </span>
    </p>
  );
}

/** The one that sounds: two voices at once are none. */
let sounding: HTMLAudioElement | null = null;

function Player(props: { readonly href: string; readonly recording: Recording }): JSX.Element {
  const { href, recording } = props;
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [speed, setSpeed] = useState<number>(1);
  const [trouble, setTrouble] = useState<"gone" | string | null>(null);
  useEffect(() => {
    const mine = audio.current;
    if (mine) mine.playbackRate = speed;
  }, [speed]);
  useEffect(() => () => audio.current?.pause(), []);
  // The element tells four times a second, which looks like stumbling.
  useEffect(() => {
    if (!playing) return;
    const tick = setInterval(() => setAt(audio.current?.currentTime ?? 0), 100);
    return () => clearInterval(tick);
  }, [playing]);
  if (trouble === "gone") return <Gone seconds={recording.seconds} />;
  const length = Math.max(0.1, recording.seconds);
  const toggle = () => {
    const mine = audio.current;
    if (!mine) return;
    if (playing) {
      mine.pause();
      return;
    }
    setTrouble(null);
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
  const shown = heights(recording.peaks);
  const passed = Math.round((Math.min(at, length) / length) * shown.length);
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
          void whatIsWrong(href).then(setTrouble);
        }}
      />
      <button type="button" class="voice-play" aria-label={playing ? "Pause" : "Play"} onClick={toggle}>
        <Icon of={playing ? Pause : Play} />
      </button>
      <span class="voice-wave">
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
          aria-label="Position"
          aria-valuetext={`${minutes(at)} of ${minutes(length)}`}
          onInput={event => seek(Number(event.currentTarget.value))}
          onKeyDown={event => {
            if (event.key !== " ") return;
            event.preventDefault();
            toggle();
          }}
        />
      </span>
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
      <span class="voice-trouble" role="status">
        {trouble ?? ""}
      </span>
    </div>
  );
}

/** The element says only that it failed. */
async function whatIsWrong(href: string): Promise<"gone" | string> {
  try {
    await request("GET", href, { headers: { Range: "bytes=0-0" } });
    return "This browser cannot play this recording.";
  } catch (error) {
    const gone = error instanceof Trouble && (error.status === 404 || error.status === 410);
    return gone ? "gone" : "It could not be loaded. Try again.";
  }
}

/** The translation into the agent's language; asked for by itself where there is none yet, once. */
function Translated(props: { readonly message: Spoken; readonly conversation: string }): JSX.Element | null {
  const { message, conversation } = props;
  const { reads_in } = usePreferences();
  const desk = useDesk();
  const [why, setWhy] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const wanted = reads_in && wantsTranslation(message, reads_in) ? reads_in : null;
  useEffect(() => {
    if (!wanted) return;
    setWhy(null);
    desk.translate(conversation, message.seq, wanted).catch(error => {
      setWhy(error instanceof Trouble ? error.detail : "It could not be translated.");
    });
  }, [wanted, conversation, message.seq, round]);
  const { translation } = message.recording;
  if (translation && (!wanted || translation.language === wanted)) {
    return (
      <Aside label={`Translated into ${languageName(translation.language)} by a model`}>
        <span dir="auto" lang={translation.language}>
          {translation.text}
        </span>
      </Aside>
    );
  }
  if (!wanted) return null;
  return (
    <p class="voice-label" role="status">
      {why ?? `Translating into ${languageName(wanted)}…`}{" "}
      {why && (
        <button type="button" class="link" onClick={() => setRound(n => n + 1)}>
          Try again
        </button>
      )}
    </p>
  );
}
