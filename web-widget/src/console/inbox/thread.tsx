/** Messages with notes in place and the answer in progress. */
import { ArrowDown } from "lucide";
import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { plainText } from "../../kit/markdown/plain";
import { Button } from "../kit/button";
import { Icon } from "../kit/icon";
import { Bones } from "../kit/states";
import { useLive } from "../live/provider";
import type { Outgoing, Thread } from "../live/state";
import { useSession } from "../session";
import { Bubble, Growing, NoteBubble, TypingLine } from "./bubbles";
import { type Line, threadLines } from "./lines";
import { agentName } from "./names";
import { OutBubble } from "./outgoing";
import { useThreadScroll } from "./thread-scroll";

interface ThreadViewProps {
  readonly id: string;
  readonly thread: Thread;
  readonly visitor: string;
  /** The message in the address. */
  readonly seq: number | null;
  /** Unread messages when it was opened. */
  readonly unread: number;
  readonly evidence: number | null;
  readonly onEvidence: (seq: number) => void;
  readonly onTakeBack: (out: Outgoing) => void;
}

export function ThreadView(props: ThreadViewProps): JSX.Element {
  const { id, thread, visitor } = props;
  const { agent } = useSession().session;
  const agents = useLive(state => state.agents);
  const people = useMemo(() => agents.map(one => one.name), [agents]);
  const all = useLive(state => state.outgoing);
  const outgoing = useMemo(() => all.filter(out => out.conversation === id), [all, id]);
  const [firstNew] = useState(() => firstUnread(thread, props.unread));
  const lines = useMemo(
    () => threadLines(thread.messages, thread.notes, outgoing, firstNew),
    [thread.messages, thread.notes, outgoing, firstNew],
  );
  const scroll = useThreadScroll(id, thread, props.seq, lines);
  const bot = thread.messages.findLast(message => message.author === "bot")?.name ?? "The bot";
  return (
    <div class="thread-box">
      <div
        class="thread"
        ref={scroll.box}
        onScroll={scroll.onScroll}
        role="log"
        aria-live="off"
        aria-label="Messages"
      >
        {thread.before !== null && (
          <div class="earlier" ref={scroll.top}>
            <Button kind="quiet" size="small" busy={scroll.loading} onClick={() => scroll.loadEarlier()}>
              Earlier messages
            </Button>
          </div>
        )}
        {lines.map(line => (
          <LineView key={line.key} line={line} people={people} {...props} />
        ))}
        {thread.answers.map(answer => (
          <Growing key={answer.answer} text={answer.text} bot={bot} />
        ))}
        {thread.visitorTyping && <TypingLine name={visitor} />}
        {thread.typing
          .filter(one => one !== agent.id)
          .map(one => (
            <TypingLine key={one} name={agentName(agents, one)} />
          ))}
      </div>
      {scroll.away && (
        <button type="button" class="button to-end" onClick={scroll.toEnd}>
          <Icon of={ArrowDown} />
          {scroll.missed > 0 ? `${scroll.missed} new` : "To the end"}
        </button>
      )}
      <Announcer thread={thread} visitor={visitor} />
    </div>
  );
}

interface LineProps
  extends Pick<ThreadViewProps, "id" | "visitor" | "seq" | "evidence" | "onEvidence" | "onTakeBack"> {
  readonly line: Line;
  readonly people: readonly string[];
}

function LineView(props: LineProps): JSX.Element {
  const { line, people } = props;
  const { agent } = useSession().session;
  switch (line.is) {
    case "day":
      return (
        <div class="day">
          <span>{dayName(line.at)}</span>
        </div>
      );
    case "new":
      return (
        <div class="day fresh">
          <span>New</span>
        </div>
      );
    case "note":
      return <NoteBubble note={line.note} people={people} />;
    case "out":
      return <OutBubble out={line.out} name={agent.name} people={people} onTakeBack={props.onTakeBack} />;
    case "message":
      return (
        <Bubble
          message={line.message}
          first={line.first}
          conversation={props.id}
          visitor={props.visitor}
          lit={line.message.seq === props.seq}
          chosen={line.message.seq === props.evidence}
          onEvidence={props.onEvidence}
        />
      );
  }
}

function firstUnread(thread: Thread, unread: number): number | null {
  if (unread === 0) return null;
  const theirs = thread.messages.filter(message => message.author === "visitor");
  return (theirs.at(-unread) ?? theirs[0])?.seq ?? null;
}

function dayName(at: string): string {
  const then = new Date(at);
  const today = new Date();
  if (then.toDateString() === today.toDateString()) return "Today";
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (then.toDateString() === yesterday.toDateString()) return "Yesterday";
  return then.toLocaleDateString(undefined, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}

/** Announces the visitor's new messages to screen readers, once each. */
function Announcer({ thread, visitor }: { readonly thread: Thread; readonly visitor: string }): JSX.Element {
  const last = thread.messages.findLast(message => message.author === "visitor");
  const said = useRef(last?.seq ?? 0);
  const [text, setText] = useState("");
  useEffect(() => {
    if (!last || last.seq <= said.current) return;
    said.current = last.seq;
    setText(`${visitor}: ${last.recording ? "voice message. " : ""}${plainText(last.text)}`);
  }, [last, visitor]);
  return (
    <div class="sr" role="status" aria-live="polite">
      {text}
    </div>
  );
}

export function ThreadBones(): JSX.Element {
  return (
    <div class="thread-box">
      <Bones lines={7} />
    </div>
  );
}
