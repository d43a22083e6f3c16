import { Bot, Clock, RotateCcw, UserRound } from "lucide";
import type { JSX } from "preact";
import type { Conversation } from "../../api/types";
import { Button } from "../../kit/button";
import { Icon } from "../../kit/icon";
import { useLive } from "../../live/provider";
import { useSession } from "../../session";
import type { ConversationActions } from "../conversation-actions";
import { mayHand } from "../head";
import { agentName } from "../names";
import { Waited } from "../waited";

/** Replaces the text field for everybody but the owner, with a way to take over. */
export function OwnerBar({
  item,
  actions,
}: {
  readonly item: Conversation;
  readonly actions: ConversationActions;
}): JSX.Element {
  const { agent } = useSession().session;
  const agents = useLive(state => state.agents);
  switch (item.state) {
    case "with_bot":
      return (
        <div class="owner-bar">
          <Icon of={Bot} />
          <p>
            <strong>With the bot.</strong> It is silent from the moment you take over.
          </p>
          <Button busy={actions.busy} onClick={() => void actions.claim()}>
            Take over
          </Button>
        </div>
      );
    case "waiting":
      return (
        <div class="owner-bar waiting">
          <Icon of={Clock} />
          <p>
            <strong>
              Waiting for <Waited since={item.waiting_since ?? item.last_activity_at} />.
            </strong>{" "}
            When you claim it, the visitor is told that you are there.
          </p>
          <Button busy={actions.busy} onClick={() => void actions.claim()}>
            Claim
          </Button>
        </div>
      );
    case "with_agent": {
      const owner = agentName(agents, item.agent);
      return (
        <div class="owner-bar">
          <Icon of={UserRound} />
          <p>
            <strong dir="auto">{owner} is on it.</strong>{" "}
            {mayHand(item, agent)
              ? "Assign it to yourself to answer."
              : "Leave a note, or ask for it: the owner or a supervisor can hand it on."}
          </p>
          {mayHand(item, agent) && (
            <Button busy={actions.busy} onClick={() => void actions.assign(agent.id, "You")}>
              Assign to me
            </Button>
          )}
        </div>
      );
    }
    case "closed":
      return (
        <div class="owner-bar">
          <Icon of={RotateCcw} />
          <p>
            <strong>This conversation has ended.</strong> Open it again to write.
          </p>
          <Button busy={actions.busy} onClick={() => void actions.reopen()}>
            Open again
          </Button>
        </div>
      );
  }
}
