import { Bot, FileText, Lock, Microscope, Paperclip } from "lucide";
import type { ComponentChildren, JSX } from "preact";
import { direction } from "../../client/direction";
import { Markdown } from "../../kit/markdown/view";
import type { Attachment, Message, Note } from "../api/types";
import { Button } from "../kit/button";
import { Cards } from "../kit/cards";
import { Icon } from "../kit/icon";
import { memo } from "../kit/memo";
import { clock, exact } from "../kit/time";
import { isSpoken, VoiceMessage, VoiceTexts } from "./recording";
import { Sources } from "./sources";

interface BubbleProps {
  readonly message: Message;
  readonly first: boolean;
  readonly conversation: string;
  readonly visitor: string;
  readonly lit: boolean;
  readonly chosen: boolean;
  readonly onEvidence: (seq: number) => void;
}

/** A message. The author is shown by side, colour, icon and name, never by one of them alone. */
export const Bubble = memo(function Bubble(props: BubbleProps): JSX.Element {
  const { message, first } = props;
  if (message.author === "system") {
    return (
      <div class={props.lit ? "said system lit" : "said system"} id={`seq-${message.seq}`}>
        Told the visitor: <bdi dir={direction(message.text)}>{message.text}</bdi> <At at={message.at} />
      </div>
    );
  }
  const name = message.author === "visitor" ? props.visitor : (message.name ?? "Support");
  const sources = message.sources ?? [];
  const id = (n: number) => `source-${message.seq}-${n}`;
  return (
    <article
      class={["said", message.author, first && "first", props.lit && "lit"].filter(Boolean).join(" ")}
      id={`seq-${message.seq}`}
      aria-label={`${name}, ${clock(message.at)}`}
    >
      {first && (
        <header>
          {message.author === "bot" && <Icon of={Bot} />}
          <span class="name" dir="auto">
            {name}
          </span>
          {message.author === "bot" && <span class="soft">Bot</span>}
          <At at={message.at} />
        </header>
      )}
      <div class="bubble" title={first ? undefined : exact(message.at)}>
        {isSpoken(message) && <VoiceMessage message={message} conversation={props.conversation} />}
        {message.text &&
          (message.author === "visitor" ? (
            <p class="typed" dir="auto">
              {message.text}
            </p>
          ) : (
            <Markdown
              text={message.text}
              sources={sources}
              label={(n, question) => `Source ${n}: ${question}`}
              go={n => document.getElementById(id(n))?.focus()}
            />
          ))}
        {isSpoken(message) && <VoiceTexts message={message} conversation={props.conversation} />}
        <Cards cards={message.cards} />
        <Attachments of={message.attachments ?? []} conversation={props.conversation} />
        {sources.length > 0 && <Sources sources={sources} text={message.text} id={id} />}
      </div>
      {message.author === "bot" && (
        <footer>
          <Finish of={message.finish} />
          <Button
            kind="quiet"
            size="small"
            icon={Microscope}
            pressed={props.chosen}
            onClick={() => props.onEvidence(message.seq)}
          >
            Evidence
          </Button>
        </footer>
      )}
    </article>
  );
});

export function At({ at }: { readonly at: string }): JSX.Element {
  return (
    <time class="nums soft" dateTime={at} title={exact(at)}>
      {clock(at)}
    </time>
  );
}

const FINISHES: Readonly<Record<string, string>> = {
  faq: "The FAQ's own words",
  courtesy: "A courtesy",
  no_answer: "Found no answer",
  offer: "Offered a person",
  handoff: "Called for a person",
  stopped: "Stopped by the visitor",
  length: "Cut off: too long",
  content_filter: "Cut off by the model's filter",
  interrupted: "Interrupted",
  withdrawn: "Withdrawn",
};

const CALM: ReadonlySet<string> = new Set(["faq", "courtesy", "handoff", "offer"]);

function Finish({ of }: { readonly of: Message["finish"] }): JSX.Element | null {
  const text = FINISHES[of ?? ""];
  if (!text) return null;
  return <span class={of && CALM.has(of) ? "badge" : "badge warn"}>{text}</span>;
}

const INLINE = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

function Attachments(props: {
  readonly of: readonly Attachment[];
  readonly conversation: string;
}): JSX.Element | null {
  if (props.of.length === 0) return null;
  return (
    <ul class="files">
      {props.of.map(file => {
        const href = `/v1/console/conversations/${props.conversation}/attachments/${file.id}`;
        return (
          <li key={file.id}>
            {INLINE.has(file.type) ? (
              <a href={href} target="_blank" rel="noopener noreferrer">
                <img src={href} alt={file.name} loading="lazy" />
              </a>
            ) : (
              <a class="file" href={`${href}?download=1`} download={file.name}>
                <Icon of={file.type === "application/pdf" ? FileText : Paperclip} />
                <bdi class="clip">{file.name}</bdi>
                <span class="soft nums">{fileSize(file.size)}</span>
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export function fileSize(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  if (bytes < 1_048_576) return `${Math.round(bytes / 1_024)} KB`;
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}

export const NoteBubble = memo(function NoteBubble(props: {
  readonly note: Pick<Note, "id" | "name" | "text" | "at">;
  readonly people: readonly string[];
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { note } = props;
  return (
    <article class="said note first" aria-label={`Note by ${note.name}`}>
      <header>
        <Icon of={Lock} />
        <span class="name" dir="auto">
          {note.name}
        </span>
        <span class="soft">Private note</span>
        <At at={note.at} />
      </header>
      <div class="bubble">
        <p class="typed" dir="auto">
          {withMentions(note.text, props.people)}
        </p>
      </div>
      {props.children}
    </article>
  );
});

/** Highlights mentions; the text is split, never parsed as markup. */
function withMentions(text: string, people: readonly string[]): ComponentChildren {
  const names = people.map(name => `@${name}`).sort((a, b) => b.length - a.length);
  const parts: ComponentChildren[] = [];
  let plain = "";
  for (let i = 0; i < text.length; ) {
    const name = text[i] === "@" ? names.find(one => text.startsWith(one, i)) : undefined;
    if (name) {
      parts.push(plain, <mark>{name}</mark>);
      plain = "";
      i += name.length;
    } else {
      plain += text[i];
      i++;
    }
  }
  return [...parts, plain];
}

/** The bot's answer in progress. */
export function Growing(props: { readonly text: string; readonly bot: string }): JSX.Element {
  return (
    <article class="said bot first growing" aria-busy="true" aria-label={`${props.bot} is answering`}>
      <header>
        <Icon of={Bot} />
        <span class="name">{props.bot}</span>
        <span class="soft">is answering</span>
      </header>
      <div class="bubble">{props.text ? <Markdown text={props.text} growing /> : <Dots />}</div>
    </article>
  );
}

export function Dots(): JSX.Element {
  return (
    <span class="dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}

export function TypingLine(props: { readonly name: string }): JSX.Element {
  return (
    <div class="typing">
      <span dir="auto">{props.name}</span> is typing
      <Dots />
    </div>
  );
}
