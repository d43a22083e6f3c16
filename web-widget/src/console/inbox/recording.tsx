/** A visitor's voice message: player, transcript and translation. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ApiError } from "../api/http";
import type { Message, Recording } from "../api/types";
import { languageName } from "../kit/languages";
import { useDesk } from "../live/provider";
import { usePreferences } from "../preferences";
import { wantsTranslation } from "./languages";
import { Gone, Player } from "./recording-player";

type Spoken = Message & { readonly recording: Recording };

export const isSpoken = (message: Message): message is Spoken => message.recording !== undefined;

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

/** Shown below the visitor's own words. */
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

/** Requests the translation once if there is none. */
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
      setWhy(error instanceof ApiError ? error.detail : "It could not be translated.");
    });
  }, [wanted, conversation, message.seq, round]);
  const { translation } = message.recording;
  if (translation && (!wanted || translation.language === wanted)) {
    return (
      <Aside label={`Translated into ${languageName(translation.language, "en")} by a model`}>
        <span dir="auto" lang={translation.language}>
          {translation.text}
        </span>
      </Aside>
    );
  }
  if (!wanted) return null;
  return (
    <p class="voice-label" role="status">
      {why ?? `Translating into ${languageName(wanted, "en")}…`}{" "}
      {why && (
        <button type="button" class="link" onClick={() => setRound(n => n + 1)}>
          Try again
        </button>
      )}
    </p>
  );
}
