import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Message, Pending, Recording } from "../client";
import { webUrl } from "../kit/markdown/url";
import { Markdown } from "../kit/markdown/view";
import { cited } from "../kit/sources";
import { AskPerson } from "./ask-person";
import { fill } from "./i18n";
import type { Words } from "./i18n/en";
import { Icon } from "./icons";
import type { Props } from "./props";

export function VisitorBubble(
  props: Props & { text: string; recording?: Recording | undefined; children?: ComponentChildren },
): JSX.Element {
  const { text, recording } = props;
  return (
    <div class="row own">
      <span class="sr">{props.words.you}: </span>
      <div class="bubble own" dir="auto">
        {recording && <Voice {...props} recording={recording} />}
        {text}
      </div>
      {props.children}
    </div>
  );
}

function Voice({ recording, words, client, lazy }: Props & { recording: Recording }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    lazy?.("voice", (voice, more) => box.current && voice.show(box.current, recording, client, more));
  }, [words, recording.available]);
  return (
    <div class="heard" ref={box}>
      <Icon name="mic" /> {words.voiceMessage}
    </div>
  );
}

export function PendingBubble(props: Props & { pending: Pending }): JSX.Element {
  const { client, words } = props;
  const { id, status } = props.pending;
  return (
    <VisitorBubble {...props} {...props.pending}>
      {status === "failed" ? (
        <p class="meta bad" role="alert">
          {words.failed}
          <button type="button" class="link" onClick={() => client.resend(id)}>
            {words.retry}
          </button>
          <button type="button" class="link" onClick={() => client.discard(id)}>
            {words.discard}
          </button>
        </p>
      ) : (
        <p class={`meta ${status}`}>
          {status === "queued" && <Icon name="clock" />}
          {words[status]}
        </p>
      )}
    </VisitorBubble>
  );
}

export function Dots({ label }: { label: string }): JSX.Element {
  return (
    <div class="row">
      <div class="bubble bot dots" role="img" aria-label={label}>
        <i />
        <i />
        <i />
      </div>
    </div>
  );
}

/** An answer in progress; sources come at the end. */
export function Growing({ text, words }: Props & { text: string }): JSX.Element {
  if (!text) return <Dots label={words.thinking} />;
  return (
    <div class="row" aria-busy="true">
      <div class="bubble bot growing">
        <Markdown text={text} growing />
      </div>
    </div>
  );
}

export function BotBubble(props: Props & { message: Message }): JSX.Element {
  const { message, state, words } = props;
  const list = useRef<HTMLOListElement>(null);
  const citing = {
    sources: message.sources,
    label: (n: number, question: string) => fill(words.source, { n, question }),
    go: (n: number) => list.current?.querySelector<HTMLElement>(`[data-n="${n}"]`)?.focus(),
  };
  const offerPerson =
    (message.finish === "no_answer" || message.finish === "offer") && state.owner === "with_bot";
  return (
    <div class="row">
      {message.author === "agent" && <p class="name">{message.name ?? words.team}</p>}
      <div class={`bubble ${message.author}`}>
        {message.finish === "faq" && (
          <p class="tag">
            <Icon name="book" />
            {words.faq}
          </p>
        )}
        {message.text && <Markdown text={message.text} {...citing} />}
        {(message.cards || message.files) && <Extras {...props} />}
        {offerPerson && <AskPerson {...props} class="pill" text={words.person} />}
        <Sources list={list} {...props} />
      </div>
      {message.author === "bot" && <Verdict {...props} />}
    </div>
  );
}

/** Filled by a separate script; until then, file names suffice. */
function Extras({ message, words, client, lazy }: Props & { message: Message }): JSX.Element {
  const { cards = [], files = [] } = message;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    lazy?.(
      "extras",
      show => box.current && show(box.current, { cards, files, words, get: path => client.call(path) }),
    );
  }, [words]);
  return (
    <div class="extras" ref={box}>
      {files.map(({ name }) => name).join(", ")}
    </div>
  );
}

function Sources(
  props: Props & { message: Message; list: { current: HTMLOListElement | null } },
): JSX.Element | null {
  const { message, words } = props;
  if (message.sources.length === 0 || message.finish === "no_answer") return null;
  return (
    <div class="sources">
      {message.finish !== "faq" && <h3>{words.sources}</h3>}
      <ol ref={props.list}>
        {cited(message.sources, message.text).map(([n, { id, question, url }]) => {
          const href = webUrl(url);
          return (
            <li key={id} data-n={href ? undefined : n} tabIndex={-1}>
              <span class="n" aria-hidden="true">
                {n}
              </span>
              {href ? (
                <a href={href} data-n={n} target="_blank" rel="noopener noreferrer nofollow" dir="auto">
                  {question}
                  <Icon name="out" />
                </a>
              ) : (
                <span dir="auto">{question}</span>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

const NOTES: Readonly<Record<string, keyof Words>> = {
  stopped: "stopped",
  length: "cutShort",
  content_filter: "cutShort",
  interrupted: "interrupted",
};

function Verdict({ message, client, words }: Props & { message: Message }): JSX.Element {
  const note = NOTES[message.finish ?? ""];
  return (
    <div class="meta verdict">
      {note && <span>{words[note]}</span>}
      {(["up", "down"] as const).map(value => (
        <button
          key={value}
          type="button"
          class={`thumb ${value}`}
          aria-label={value === "up" ? words.good : words.bad}
          aria-pressed={message.rating === value}
          onClick={() => client.rate(message.seq, value)}
        >
          <Icon name="up" />
        </button>
      ))}
      {message.rating && <span role="status">{words.thanks}</span>}
    </div>
  );
}
