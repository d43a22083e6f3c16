/** A conversation: head, thread, composer and details. */
import { MessagesSquare, TriangleAlert } from "lucide";
import type { JSX } from "preact";
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { ask } from "../api/http";
import type { ConversationFile, Label } from "../api/types";
import { useLoad } from "../api/use";
import { keysOf } from "../keys/registry";
import { Button } from "../kit/button";
import { Caps } from "../kit/caps";
import { useTitle } from "../kit/page";
import { Empty } from "../kit/states";
import { why } from "../live/desk";
import { useDesk, useLive } from "../live/provider";
import type { Outgoing } from "../live/state";
import { may, useSession } from "../session";
import { Composer } from "./compose/composer";
import { ContextPane } from "./context/context";
import { useConversationActions } from "./conversation-actions";
import { HandoffLine } from "./handoff";
import { ThreadHead } from "./head";
import { agentName, listNames, visitorName } from "./names";
import { Supervise } from "./supervise";
import { ThreadBones, ThreadView } from "./thread";

interface ConversationProps {
  readonly id: string;
  readonly seq: number | null;
  readonly labels: ReadonlyMap<string, Label>;
  readonly onNewLabel: () => void;
  readonly details: boolean;
  readonly onDetails: (shown: boolean) => void;
  readonly onBack: () => void;
}

export function ConversationView(props: ConversationProps): JSX.Element {
  const { id, seq } = props;
  const desk = useDesk();
  const { agent } = useSession().session;
  const known = useLive(state => state.items.get(id));
  const thread = useLive(state => state.threads.get(id));
  const epoch = known?.epoch;
  const file = useLoad(signal => ask<ConversationFile>("GET", `conversations/${id}`, { signal }), [id]);
  const [error, setError] = useState<string | null>(null);
  const [evidence, setEvidence] = useState<number | null>(null);
  const [takenBack, setTakenBack] = useState<Outgoing | null>(null);
  const [round, setRound] = useState(0);
  const actions = useConversationActions(id);
  const unread = useUnreadBefore(id);
  const fresh = file.state.is === "here" ? file.state.value : null;
  useEffect(() => {
    if (fresh) desk.know(fresh.conversation);
  }, [desk, fresh]);
  useEffect(() => {
    setError(null);
    desk.open(id, seq ?? undefined).catch(error => setError(why(error)));
  }, [desk, id, seq, round]);
  useEffect(() => () => desk.leave(id), [desk, id]);
  const online = useLive(state => state.link === "online");
  useEffect(() => {
    if (!online || error === null) return;
    file.reload();
    setRound(n => n + 1);
  }, [online]);
  useReading(id, thread !== undefined && thread.messages.length > 0);

  const { details, onDetails } = props;
  // Stable, since every message gets it.
  const showEvidence = useCallback(
    (of: number) => {
      setEvidence(now => (now === of && details ? null : of));
      onDetails(true);
    },
    [details, onDetails],
  );

  const item = known ?? fresh?.conversation;
  const visitor = item ? visitorName(item, fresh?.attributes) : "";
  useTitle(visitor || "Inbox");
  if (!item || error !== null) {
    const text = error ?? (file.state.is === "failed" ? file.state.why : null);
    if (text === null) return <section class="pane thread-pane" aria-busy="true" />;
    return (
      <section class="pane thread-pane">
        <Empty icon={TriangleAlert} title="This conversation cannot be shown">
          <p>{text}</p>
          <div class="row">
            <Button
              onClick={() => {
                file.reload();
                setRound(n => n + 1);
              }}
            >
              Try again
            </Button>
            <Button onClick={props.onBack}>Back to the list</Button>
          </div>
        </Empty>
      </section>
    );
  }
  return (
    <>
      <section class="pane thread-pane" aria-label={`Conversation with ${visitor}`}>
        <ThreadHead
          item={item}
          visitor={visitor}
          actions={actions}
          details={props.details}
          onDetails={() => props.onDetails(!props.details)}
          onBack={props.onBack}
        />
        <HandoffLine item={item} />
        <OthersHere id={id} />
        {thread && thread.messages.length > 0 ? (
          <ThreadView
            key={id}
            id={id}
            thread={thread}
            visitor={visitor}
            seq={seq}
            unread={unread}
            evidence={props.details ? evidence : null}
            onEvidence={showEvidence}
            onTakeBack={setTakenBack}
          />
        ) : (
          <ThreadBones />
        )}
        {may(agent.role, "supervisor") && item.state === "with_bot" && (
          <Supervise
            key={id}
            id={id}
            seq={item.last_seq}
            answers={thread?.answers.length ?? 0}
            onTakeOver={() => void actions.claim()}
          />
        )}
        <Composer
          key={`${id} compose`}
          item={item}
          visitor={visitor}
          actions={actions}
          takenBack={takenBack}
        />
      </section>
      {props.details && (
        <ContextPane
          key={`${id} context ${epoch ?? 0}`}
          item={item}
          visitor={visitor}
          file={file}
          actions={actions}
          labels={props.labels}
          onNewLabel={props.onNewLabel}
          evidence={evidence}
          onEvidence={setEvidence}
          onClose={() => props.onDetails(false)}
        />
      )}
    </>
  );
}

/** Unread messages when it was opened, to mark where new ones start. */
function useUnreadBefore(id: string): number {
  const desk = useDesk();
  return useMemo(() => desk.current.items.get(id)?.unread ?? 0, [desk, id]);
}

/** Marks as read while a present agent has it on screen. */
function useReading(id: string, here: boolean): void {
  const desk = useDesk();
  useEffect(() => {
    const look = () =>
      desk.reading(here && document.visibilityState === "visible" && document.hasFocus() ? id : null);
    look();
    addEventListener("focus", look);
    addEventListener("blur", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      removeEventListener("focus", look);
      removeEventListener("blur", look);
      document.removeEventListener("visibilitychange", look);
      desk.reading(null);
    };
  }, [desk, id, here]);
}

/** Colleagues on the same conversation, to avoid duplicate answers. */
function OthersHere({ id }: { readonly id: string }): JSX.Element | null {
  const { agent } = useSession().session;
  const viewing = useLive(state => state.threads.get(id)?.viewing);
  const agents = useLive(state => state.agents);
  const others = (viewing ?? []).filter(one => one !== agent.id);
  if (others.length === 0) return null;
  return (
    <p class="others" role="status">
      <bdi>{listNames(others.map(one => agentName(agents, one)))}</bdi>{" "}
      {others.length === 1 ? "is looking at this, too." : "are looking at this, too."}
    </p>
  );
}

export function NothingChosen(): JSX.Element {
  return (
    <section class="pane thread-pane">
      <Empty icon={MessagesSquare} title="Choose a conversation">
        <p>
          <Caps keys={keysOf("list.next")} /> and <Caps keys={keysOf("list.previous")} /> go through the list,{" "}
          <Caps keys={keysOf("conversation.claim")} /> claims what is open.
        </p>
      </Empty>
    </section>
  );
}
