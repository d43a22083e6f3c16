import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { fill } from "./i18n";
import { Icon } from "./icons";
import type { Props } from "./props";

const MAX_CHARS = 10_000;
const COUNT_FROM = 500;
const TYPING_QUIET_MS = 3_000;

export function Composer({ state, client, words, lazy }: Props): JSX.Element {
  const [text, setText] = useState("");
  const [mute, setMute] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const typing = useTyping(client);
  const { voice } = state.settings;
  useLayoutEffect(() => grow(area.current), [text]);
  useEffect(() => {
    const form = area.current?.form;
    if (form && voice && client.store.unsent()) lazy?.("voice", (it, more) => it.offer(form, client, more));
  }, [!voice]);
  const left = (state.settings.max_message_chars ?? MAX_CHARS) - text.trim().length;
  const sendable = left >= 0 && text.trim() !== "";
  const answering = state.answers.length > 0;
  const submit = () => {
    if (!sendable) return;
    client.send(text.trim());
    typing(false);
    setText("");
    area.current?.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        ref={area}
        rows={1}
        // An empty box follows the page's direction, for its placeholder.
        {...(text ? { dir: "auto" } : {})}
        value={text}
        aria-label={words.message}
        aria-invalid={left < 0}
        placeholder={state.owner === "with_bot" ? words.placeholder : words.placeholderPerson}
        enterkeyhint="send"
        onInput={event => {
          setText(event.currentTarget.value);
          if (state.owner !== "with_bot") typing(event.currentTarget.value !== "");
        }}
      />
      {left < COUNT_FROM && (
        <span class={left < 0 ? "count over" : "count"} role="status">
          {fill(left < 0 ? words.tooLong : words.left, { n: Math.abs(left) })}
        </span>
      )}
      {mute && (
        <span class="count over" role="alert">
          {words.unreachable}
        </span>
      )}
      {voice && (
        <button
          type="button"
          class="round mic"
          aria-label={words.voice}
          onClick={({ currentTarget: { form } }) => {
            setMute(false);
            const fail = () => setMute(true);
            lazy?.("voice", (it, more) => it.speak(form as HTMLFormElement, client, more), fail);
          }}
        >
          <Icon name="mic" />
        </button>
      )}
      {answering && (
        <button type="button" class="round stop" aria-label={words.stop} onClick={() => client.stopAnswer()}>
          <Icon name="stop" />
        </button>
      )}
      {(!answering || text.trim() !== "") && (
        <button type="submit" class="round" aria-label={words.send} disabled={!sendable}>
          <Icon name="send" />
        </button>
      )}
    </form>
  );
}

function grow(area: HTMLTextAreaElement | null): void {
  if (!area) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight}px`;
}

/** Reports typing and its end. */
function useTyping(client: Props["client"]): (on: boolean) => void {
  const quiet = useRef<ReturnType<typeof setTimeout> | null>(null);
  return on => {
    if (quiet.current === null && on) client.typing(true);
    else if (quiet.current !== null) clearTimeout(quiet.current);
    const stop = () => {
      quiet.current = null;
      client.typing(false);
    };
    if (on) quiet.current = setTimeout(stop, TYPING_QUIET_MS);
    else if (quiet.current !== null) stop();
  };
}
