/** A supervisor's tools: hints for the bot, holding and releasing its answers. */
import { Ear, Hand, MessageSquareQuote } from "lucide";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Markdown } from "../../kit/markdown/view";
import { ApiError, ask, messageOf } from "../api/http";
import type { Message, Supervision } from "../api/types";
import { useLoad, useTask } from "../api/use";
import { KeyHint } from "../keys/hint";
import { useKeys } from "../keys/registry";
import { Button } from "../kit/button";
import { Icon } from "../kit/icon";
import { Notice } from "../kit/states";
import { useSecond } from "../kit/time";
import { toast } from "../kit/toast";

/** As in the service; then a held answer is sent automatically. */
const HOLD_MS = 20_000;
/** Polling interval while answers are held. */
const LOOK_MS = 1_500;

interface SuperviseProps {
  readonly id: string;
  readonly seq: number;
  readonly answers: number;
  readonly onTakeOver: () => void;
}

export function Supervise({ id, seq, answers, onTakeOver }: SuperviseProps): JSX.Element | null {
  const { state, reload, set } = useLoad(
    signal => ask<Supervision>("GET", `conversations/${id}/supervision`, { signal }),
    [id],
  );
  const { busy, why, run } = useTask();
  const [open, setOpen] = useState(false);
  const now = state.is === "here" ? state.value : null;
  const held = now?.held ?? false;
  useEffect(reload, [seq, answers]);
  useEffect(() => {
    if (!held) return;
    const timer = setInterval(reload, LOOK_MS);
    return () => clearInterval(timer);
  }, [held, reload]);
  const put = (what: "whisper" | "hold", body: unknown) =>
    run(async () => {
      const next = await ask<Supervision>("PUT", `conversations/${id}/${what}`, { body });
      set(() => next);
    });
  useKeys({
    "conversation.whisper": () => setOpen(true),
    "conversation.hold": () => void put("hold", { on: !held }),
  });
  if (!now) return null;
  return (
    <section class="supervise" aria-label="Supervise the bot">
      {why && <Notice kind="bad">{why}</Notice>}
      {now.waiting.map(answer => (
        <HeldAnswer key={answer.answer} id={id} held={answer} onGone={reload} onTakeOver={onTakeOver} />
      ))}
      <div class="row">
        <Button
          size="small"
          icon={Ear}
          expanded={open}
          pressed={now.whisper !== undefined}
          onClick={() => setOpen(!open)}
        >
          {now.whisper === undefined ? "Whisper" : "Whispered"} <KeyHint of="conversation.whisper" />
        </Button>
        <Button
          size="small"
          icon={Hand}
          pressed={held}
          busy={busy}
          onClick={() => void put("hold", { on: !held })}
        >
          {held ? "Holding its answers" : "Hold its answers"} <KeyHint of="conversation.hold" />
        </Button>
        {now.whisper !== undefined && !open && (
          <span class="soft clip" dir="auto">
            “{now.whisper}”
          </span>
        )}
      </div>
      {open && (
        <WhisperBox
          text={now.whisper ?? ""}
          busy={busy}
          onSave={async text => {
            if (await put("whisper", { text: text || null })) setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}

function WhisperBox(props: {
  readonly text: string;
  readonly busy: boolean;
  readonly onSave: (text: string) => Promise<void>;
  readonly onClose: () => void;
}): JSX.Element {
  const [text, setText] = useState(props.text);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="whisper"
      onSubmit={event => {
        event.preventDefault();
        void props.onSave(text.trim());
      }}
    >
      <label class="sr" for="whisper">
        What the bot is to heed in its next answer
      </label>
      <input
        ref={field}
        id="whisper"
        class="input"
        dir="auto"
        maxLength={1000}
        placeholder="What the bot is to heed in its next answer. The visitor does not see it."
        value={text}
        onInput={event => setText(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === "Escape") props.onClose();
        }}
      />
      {props.text && (
        <Button size="small" onClick={() => void props.onSave("")}>
          Take back
        </Button>
      )}
      <Button type="submit" size="small" kind="primary" busy={props.busy} disabled={!text.trim()}>
        Whisper
      </Button>
    </form>
  );
}

function HeldAnswer(props: {
  readonly id: string;
  readonly held: Supervision["waiting"][number];
  readonly onGone: () => void;
  readonly onTakeOver: () => void;
}): JSX.Element {
  const { held } = props;
  const [text, setText] = useState<string | null>(null);
  const { busy, run } = useTask();
  const left = Math.max(0, Math.ceil((Date.parse(held.at) + HOLD_MS - useSecond()) / 1_000));
  const release = () =>
    run(async () => {
      const body = text === null ? {} : { text: text.trim() };
      await ask<Message>("POST", `conversations/${props.id}/held/${held.answer}/release`, { body }).catch(
        error => {
          // Released by somebody else, or timed out: the thread shows it.
          toast(
            error instanceof ApiError && error.code === "not_held"
              ? "It has gone out already."
              : messageOf(error),
          );
        },
      );
      props.onGone();
    });
  return (
    <article class="held-answer" aria-label="Answer that waits for approval">
      <header>
        <Icon of={MessageSquareQuote} />
        <strong>The bot wants to say</strong>
        <span class="gap" />
        <span class={left <= 5 ? "badge bad nums" : "badge warn nums"}>
          {left > 0 ? `goes out by itself in ${left} s` : "going out"}
        </span>
      </header>
      {text === null ? (
        <Markdown text={held.text} />
      ) : (
        <textarea
          class="input"
          dir="auto"
          aria-label="The answer in your words"
          value={text}
          onInput={event => setText(event.currentTarget.value)}
        />
      )}
      <div class="actions">
        <Button kind="quiet" size="small" onClick={props.onTakeOver}>
          Take over instead
        </Button>
        {text === null ? (
          <Button size="small" onClick={() => setText(held.text)}>
            Edit
          </Button>
        ) : (
          <Button size="small" onClick={() => setText(null)}>
            As it was
          </Button>
        )}
        <Button
          size="small"
          kind="primary"
          busy={busy}
          disabled={text !== null && !text.trim()}
          onClick={() => void release()}
        >
          {text === null ? "Approve" : "Send this"}
        </Button>
      </div>
    </article>
  );
}
