/** Answers and notes. Only the owner writes to the visitor; everybody may add notes. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "../../api/types";
import { useKeys } from "../../keys/registry";
import { useDesk } from "../../live/provider";
import type { Outgoing } from "../../live/state";
import { useSession } from "../../session";
import type { ConversationActions } from "../conversation-actions";
import type { Kind } from "./draft";
import { OwnerBar } from "./owner-bar";
import { Writer } from "./writer";

interface ComposerProps {
  readonly item: Conversation;
  readonly visitor: string;
  readonly actions: ConversationActions;
  /** A message taken back; a new object each time. */
  readonly takenBack: Outgoing | null;
}

export function Composer(props: ComposerProps): JSX.Element {
  const { item } = props;
  const desk = useDesk();
  const { agent } = useSession().session;
  const own = item.state === "with_agent" && item.agent === agent.id;
  const [kind, setKind] = useState<Kind>("reply");
  const [focusRequests, setFocusRequests] = useState(0);
  const box = useRef<HTMLElement>(null);
  const to = (next: Kind) => {
    setKind(next);
    setFocusRequests(n => n + 1);
  };
  useEffect(() => {
    if (focusRequests > 0) box.current?.querySelector("textarea")?.focus();
  }, [focusRequests, kind]);
  useEffect(() => {
    if (props.takenBack) to(props.takenBack.kind === "note" ? "note" : "reply");
  }, [props.takenBack]);
  useEffect(() => () => desk.typing(item.id, false), [desk, item.id]);
  useKeys({ "conversation.reply": () => to("reply"), "conversation.note": () => to("note") });
  return (
    <section ref={box} class={kind === "note" ? "composer note" : "composer"} aria-label="Write">
      <div class="kinds" role="tablist">
        <Tab of="reply" now={kind} onPick={to}>
          Reply
        </Tab>
        <Tab of="note" now={kind} onPick={to}>
          Private note
        </Tab>
      </div>
      {kind === "reply" && !own ? (
        <OwnerBar item={item} actions={props.actions} />
      ) : (
        <Writer key={kind} {...props} kind={kind} />
      )}
    </section>
  );
}

function Tab(props: {
  readonly of: Kind;
  readonly now: Kind;
  readonly onPick: (kind: Kind) => void;
  readonly children: string;
}): JSX.Element {
  const chosen = props.of === props.now;
  return (
    <button
      type="button"
      role="tab"
      aria-selected={chosen}
      tabIndex={chosen ? 0 : -1}
      onClick={() => props.onPick(props.of)}
      onKeyDown={event => {
        if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
        event.preventDefault();
        const other = event.currentTarget.nextElementSibling ?? event.currentTarget.previousElementSibling;
        props.onPick(props.of === "reply" ? "note" : "reply");
        if (other instanceof HTMLElement) other.focus();
      }}
    >
      {props.children}
    </button>
  );
}
