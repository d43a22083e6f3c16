/** The messages of one conversation, with notes in their places and what is being written at this moment. */
import { ArrowDown } from "lucide";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { plainText } from "../../kit/markdown/plain";
import { Button } from "../kit/button";
import { Icon } from "../kit/icon";
import { Bones } from "../kit/states";
import { useDesk, useLive } from "../live/provider";
import type { Outgoing, Thread } from "../live/state";
import { useSession } from "../session";
import { Bubble, Growing, NoteBubble, TypingLine } from "./bubbles";
import { type Line, threadLines } from "./lines";
import { agentName } from "./names";
import { OutBubble } from "./outgoing";

/** This near to the end counts as being there. */
const NEAR = 80;

interface ThreadViewProps {
  readonly id: string;
  readonly thread: Thread;
  readonly visitor: string;
  /** The message that the address names. */
  readonly seq: number | null;
  /** Messages of the visitor's that were not read when it was opened. */
  readonly unread: number;
  readonly evidence: number | null;
  readonly onEvidence: (seq: number) => void;
  readonly onTakeBack: (out: Outgoing) => void;
}

export function ThreadView(props: ThreadViewProps): JSX.Element {
  const { id, thread, visitor } = props;
  const desk = useDesk();
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
  const scroll = useScroll(props, lines);
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
        {lines.map(line => lineView(line))}
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

  function lineView(line: Line): JSX.Element {
    switch (line.is) {
      case "day":
        return (
          <div key={line.key} class="day">
            <span>{dayName(line.at)}</span>
          </div>
        );
      case "new":
        return (
          <div key={line.key} class="day fresh">
            <span>New</span>
          </div>
        );
      case "note":
        return <NoteBubble key={line.key} note={line.note} people={people} />;
      case "out":
        return (
          <OutBubble
            key={line.key}
            out={line.out}
            name={agent.name}
            people={people}
            onTakeBack={props.onTakeBack}
          />
        );
      case "message":
        return (
          <Bubble
            key={line.key}
            message={line.message}
            first={line.first}
            conversation={id}
            visitor={visitor}
            lit={line.message.seq === props.seq}
            chosen={line.message.seq === props.evidence}
            onEvidence={props.onEvidence}
          />
        );
    }
  }

  function useScroll({ seq }: ThreadViewProps, all: readonly Line[]) {
    const box = useRef<HTMLDivElement>(null);
    const top = useRef<HTMLDivElement>(null);
    const atEnd = useRef(true);
    const first = useRef(thread.messages[0]?.seq);
    const tall = useRef(0);
    const shownSeq = useRef<number | null>(null);
    const [away, setAway] = useState(false);
    const [missed, setMissed] = useState(0);
    const [loading, setLoading] = useState(false);
    const last = thread.messages.at(-1)?.seq ?? 0;
    const lastBefore = useRef(last);

    const toEnd = () => {
      if (box.current) box.current.scrollTop = box.current.scrollHeight;
    };
    const loadEarlier = () => {
      if (loading) return;
      setLoading(true);
      void desk
        .readEarlier(id)
        .catch(() => undefined)
        .finally(() => setLoading(false));
    };
    // Before the next picture: what came in front pushes down, what came behind is followed only from the end.
    useLayoutEffect(() => {
      const element = box.current;
      if (!element) return;
      const wanted = seq !== null && shownSeq.current !== seq ? document.getElementById(`seq-${seq}`) : null;
      if (wanted) {
        shownSeq.current = seq;
        atEnd.current = false;
        wanted.scrollIntoView({ block: "center" });
      } else if (first.current !== thread.messages[0]?.seq && !atEnd.current) {
        element.scrollTop += element.scrollHeight - tall.current;
      } else if (atEnd.current) toEnd();
      first.current = thread.messages[0]?.seq;
      tall.current = element.scrollHeight;
      if (!atEnd.current && last > lastBefore.current) setMissed(n => n + last - lastBefore.current);
      lastBefore.current = last;
    }, [all, thread.answers, thread.visitorTyping, thread.typing, seq]);
    // Pictures arrive late, and the composer grows.
    useLayoutEffect(() => {
      const element = box.current;
      if (!element) return;
      const watch = new ResizeObserver(() => atEnd.current && toEnd());
      watch.observe(element);
      return () => watch.disconnect();
    }, []);
    useEffect(() => {
      const element = top.current;
      if (!element || thread.before === null) return;
      const watch = new IntersectionObserver(
        found => found.some(one => one.isIntersecting) && tall.current > 0 && !atEnd.current && loadEarlier(),
        { root: box.current, rootMargin: "300px 0px 0px" },
      );
      watch.observe(element);
      return () => watch.disconnect();
    }, [thread.before, away]);
    const onScroll = () => {
      const element = box.current;
      if (!element) return;
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
      setAway(!atEnd.current);
      if (atEnd.current) setMissed(0);
    };
    return { box, top, away, missed, loading, toEnd, loadEarlier, onScroll };
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

/** Says what the visitor writes, once each, to those who listen. What was there at the beginning is not said. */
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
