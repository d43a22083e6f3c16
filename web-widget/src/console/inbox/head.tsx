/** ConversationState and actions of a conversation. */
import { ArrowLeft, Bot, Check, Ellipsis, Link2, PanelRight, RotateCcw, Undo2, UserPlus } from "lucide";
import type { JSX } from "preact";
import type { Agent, Conversation, Priority } from "../api/types";
import { KeyHint } from "../keys/hint";
import { keysOf, useKeys } from "../keys/registry";
import { Button } from "../kit/button";
import { Icon } from "../kit/icon";
import { Menu, type MenuControl, type MenuItem, useMenu } from "../kit/menu";
import { Avatar } from "../kit/person";
import { toast } from "../kit/toast";
import { useLive } from "../live/provider";
import type { LiveState } from "../live/state";
import { href } from "../router";
import { may, useSession } from "../session";
import type { ConversationActions } from "./conversation-actions";
import { agentName } from "./names";
import { PriorityMark } from "./row";
import { SnoozeMenu } from "./snooze";
import { Waited } from "./waited";

interface HeadProps {
  readonly item: Conversation;
  readonly visitor: string;
  readonly actions: ConversationActions;
  readonly details: boolean;
  readonly onDetails: () => void;
  readonly onBack: () => void;
}

export function ThreadHead(props: HeadProps): JSX.Element {
  const { item, actions, visitor } = props;
  const { agent } = useSession().session;
  const assign = useMenu();
  const snooze = useMenu();
  const more = useMenu();
  const open = item.state !== "closed";
  const own = item.state === "with_agent" && item.agent === agent.id;
  const hand = mayHand(item, agent);
  useKeys({
    "conversation.claim": open && !own ? () => void actions.claim() : null,
    "conversation.assign": open ? () => assign.set(!assign.open) : null,
    "conversation.return": hand && open && item.state !== "with_bot" ? () => void actions.giveBack() : null,
    "conversation.requeue": hand && open && item.state !== "waiting" ? () => void actions.requeue() : null,
    "conversation.close": hand && open ? () => void actions.close() : null,
    "conversation.reopen": open ? null : () => void actions.reopen(),
    "conversation.snooze": open ? () => snooze.set(!snooze.open) : null,
    "conversation.priority": () => more.set(!more.open),
    "conversation.context": props.onDetails,
    "conversation.link": () => copyLink(item.id),
  });
  return (
    <header class="thread-head">
      <span class="back">
        <Button kind="quiet" icon={ArrowLeft} label="Back to the list" onClick={props.onBack} />
      </span>
      <div class="who">
        <h2 class="clip">
          <bdi>{visitor}</bdi> <PriorityMark of={item.priority} />
        </h2>
        <Standing item={item} own={own} />
        <StandingSaid item={item} own={own} />
      </div>
      <div class="buttons">
        {(item.state === "with_bot" || item.state === "waiting") && (
          <Button kind="primary" busy={actions.busy} onClick={() => void actions.claim()}>
            {item.state === "waiting" ? "Claim" : "Take over"} <KeyHint of="conversation.claim" />
          </Button>
        )}
        {!open && (
          <Button kind="primary" icon={RotateCcw} busy={actions.busy} onClick={() => void actions.reopen()}>
            Open again
          </Button>
        )}
        {open && (
          <span>
            <AssignMenu control={assign} item={item} actions={actions} allowed={hand} />
          </span>
        )}
        {open && (
          <span>
            <SnoozeMenu control={snooze} item={item} actions={actions} />
          </span>
        )}
        {open && (
          <Button icon={Check} disabled={!hand} onClick={() => void actions.close()}>
            Close
          </Button>
        )}
        <span>
          <MoreMenu control={more} item={item} actions={actions} allowed={hand} />
        </span>
        <Button
          kind="quiet"
          icon={PanelRight}
          label={props.details ? "Hide the details" : "Show the details"}
          pressed={props.details}
          onClick={props.onDetails}
        />
      </div>
    </header>
  );
}

/** Only the owner or a supervisor may transfer it. */
export function mayHand(item: Conversation, agent: Agent): boolean {
  return item.state !== "with_agent" || item.agent === agent.id || may(agent.role, "supervisor");
}

function Standing({ item, own }: { readonly item: Conversation; readonly own: boolean }): JSX.Element {
  const agents = useLive(state => state.agents);
  switch (item.state) {
    case "with_bot":
      return (
        <p class="standing">
          <Icon of={Bot} /> With the bot
        </p>
      );
    case "waiting":
      return (
        <p class="standing waiting">
          <span>
            Waiting for <Waited since={item.waiting_since ?? item.last_activity_at} />
          </span>
        </p>
      );
    case "with_agent":
      return (
        <p class={own ? "standing mine" : "standing"}>
          <i class="dot" /> {own ? "Yours" : `${agentName(agents, item.agent)} has it`}
        </p>
      );
    case "closed":
      return (
        <p class="standing">
          <Icon of={Check} /> Closed
        </p>
      );
  }
}

/** For screen readers: announces changes of owner, not seconds. */
function StandingSaid({ item, own }: { readonly item: Conversation; readonly own: boolean }): JSX.Element {
  const agents = useLive(state => state.agents);
  const text = {
    with_bot: "The bot has this conversation.",
    waiting: "The visitor is waiting for a person.",
    with_agent: own
      ? "This conversation is yours."
      : `${agentName(agents, item.agent)} has this conversation.`,
    closed: "This conversation is closed.",
  }[item.state];
  return (
    <span class="sr" role="status">
      {text}
    </span>
  );
}

function AssignMenu(props: {
  readonly control: MenuControl;
  readonly item: Conversation;
  readonly actions: ConversationActions;
  readonly allowed: boolean;
}): JSX.Element {
  const me = useSession().session.agent;
  const agents = useLive(state => state.agents);
  const presence = useLive(state => state.presence);
  const items = useLive(state => state.items);
  const load = loads({ items });
  const rank = (agent: Agent) =>
    agent.id === me.id ? 0 : presence.has(agent.id) ? (presence.get(agent.id)?.away ? 2 : 1) : 3;
  const working = agents
    .filter(agent => !agent.disabled && !agent.invited)
    .sort((a, b) => rank(a) - rank(b) || (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0));
  const choices: MenuItem[] = working.map(agent => {
    const there = presence.get(agent.id);
    const state = there ? (there.away ? "away" : "online") : "offline";
    const has = load.get(agent.id) ?? 0;
    return {
      text: agent.id === me.id ? `${agent.name} (you)` : agent.name,
      lead: <Avatar name={agent.name} size="small" presence={state} />,
      hint: `${state} · ${agent.capacity ? `${has} of ${agent.capacity}` : has}`,
      checked: props.item.agent === agent.id,
      disabled: !props.allowed || props.item.agent === agent.id,
      onPick: () => void props.actions.assign(agent.id, agent.id === me.id ? "You" : agent.name),
    };
  });
  return (
    <Menu
      label={props.item.state === "with_agent" ? "Transfer" : "Assign"}
      triggerClass="button icon"
      trigger={<Icon of={UserPlus} />}
      items={choices}
      control={props.control}
    />
  );
}

/** Conversations per agent. */
function loads({ items }: Pick<LiveState, "items">): ReadonlyMap<string, number> {
  const load = new Map<string, number>();
  for (const item of items.values())
    if (item.state === "with_agent" && item.agent) load.set(item.agent, (load.get(item.agent) ?? 0) + 1);
  return load;
}

const PRIORITIES: readonly (readonly [Priority, string])[] = [
  ["urgent", "Urgent"],
  ["high", "High priority"],
  ["normal", "Normal priority"],
  ["low", "Low priority"],
];

function MoreMenu(props: {
  readonly control: MenuControl;
  readonly item: Conversation;
  readonly actions: ConversationActions;
  readonly allowed: boolean;
}): JSX.Element {
  const { item, actions, allowed } = props;
  const items: (MenuItem | null)[] = [
    ...PRIORITIES.map(([priority, text]) => ({
      text,
      checked: item.priority === priority,
      onPick: () => void actions.priority(priority),
    })),
    null,
    ...(item.state === "with_agent" || item.state === "waiting"
      ? [
          {
            text: "Give it back to the bot",
            icon: Bot,
            key: keysOf("conversation.return"),
            disabled: !allowed,
            onPick: () => void actions.giveBack(),
          },
        ]
      : []),
    ...(item.state === "with_agent" || item.state === "with_bot"
      ? [
          {
            text: "Put it back into the line",
            icon: Undo2,
            key: keysOf("conversation.requeue"),
            disabled: !allowed,
            onPick: () => void actions.requeue(),
          },
        ]
      : []),
    {
      text: "Copy a link to it",
      icon: Link2,
      key: keysOf("conversation.link"),
      onPick: () => copyLink(item.id),
    },
  ];
  return (
    <Menu
      label="More"
      triggerClass="button icon"
      trigger={<Icon of={Ellipsis} />}
      items={items}
      control={props.control}
    />
  );
}

function copyLink(id: string): void {
  const link = `${location.origin}${location.pathname}${href("conversations", id)}`;
  navigator.clipboard?.writeText(link).then(
    () => toast("The link is in the clipboard."),
    () => toast("The browser does not allow it. Copy the address instead."),
  );
}
