import { AlarmClock, Bot, ChevronsUp, CircleCheck, Clock, Flame, Mic } from "lucide";
import type { JSX } from "preact";
import { direction } from "../../client/direction";
import type { Conversation, Label, Priority } from "../api/types";
import { Icon } from "../kit/icon";
import { memo } from "../kit/memo";
import { Avatar } from "../kit/person";
import { exact, shortAge } from "../kit/time";
import { visitorName } from "./names";
import { Waited } from "./waited";

export const ROW_HEIGHT = 84;

interface RowProps {
  readonly item: Conversation;
  readonly chosen: boolean;
  readonly to: string;
  readonly owner: string | null;
  readonly mine: boolean;
  readonly labels: ReadonlyMap<string, Label>;
  readonly now: number;
}

/** Memoised: with thousands of conversations, only changed rows may render. */
export const Row = memo(function Row(props: RowProps): JSX.Element {
  const { item } = props;
  const name = visitorName(item);
  const unread = item.unread ?? 0;
  // No alert for conversations of the bot or a colleague.
  const calls = unread > 0 && (item.state === "waiting" || props.mine);
  return (
    <a
      class={["line", props.chosen && "chosen", calls && "unread"].filter(Boolean).join(" ")}
      href={props.to}
      aria-current={props.chosen ? "true" : undefined}
      data-id={item.id}
    >
      <Avatar name={item.name ?? null} />
      <span class="top">
        <span class="name clip" dir="auto">
          {name}
        </span>
        <PriorityMark of={item.priority} />
        <time class="age nums" dateTime={item.last_activity_at} title={exact(item.last_activity_at)}>
          {shortAge(item.last_activity_at, props.now)}
        </time>
      </span>
      <span class="middle">
        {speaker(item) && <span class="who">{speaker(item)}</span>}
        {item.last?.spoken && <Icon of={Mic} />}
        <span class="clip" dir={direction(item.last?.text ?? "")}>
          {plain(preview(item))}
        </span>
        {unread > 0 && (
          <span class={calls ? "count nums" : "count nums quiet"}>
            {unread > 99 ? "99+" : unread}
            <span class="sr"> unread</span>
          </span>
        )}
      </span>
      <span class="bottom">
        <Standing {...props} />
        {item.labels.slice(0, 3).map(label => (
          <LabelMark key={label} name={label} color={props.labels.get(label)?.color} />
        ))}
        {item.labels.length > 3 && <span class="soft">+{item.labels.length - 3}</span>}
      </span>
    </a>
  );
});

function speaker(item: Conversation): string | null {
  switch (item.last?.author) {
    case "bot":
      return "Bot:";
    case "agent":
      return `${item.last.name ?? "Agent"}:`;
    default:
      return null;
  }
}

function preview({ last }: Conversation): string {
  if (!last) return "No message yet";
  return last.spoken && !last.text ? "Voice message" : last.text;
}

/** One line of text, without Markdown. */
function plain(text: string): string {
  return text.replace(/[*_`#>]+/g, "").replace(/\s+/g, " ");
}

function Standing({ item, owner, mine }: RowProps): JSX.Element {
  if (item.snoozed_until && item.state !== "closed" && Date.parse(item.snoozed_until) > Date.now()) {
    return (
      <span class="standing">
        <Icon of={AlarmClock} />
        {exact(item.snoozed_until)}
      </span>
    );
  }
  switch (item.state) {
    case "waiting":
      return (
        <span class="standing waiting">
          <Icon of={Clock} />
          <span class="sr">Waiting for </span>
          <Waited since={item.waiting_since ?? item.last_activity_at} />
        </span>
      );
    case "with_bot":
      return (
        <span class="standing">
          <Icon of={Bot} />
          Bot
        </span>
      );
    case "with_agent":
      return (
        <span class={mine ? "standing mine" : "standing"}>
          <i class="dot" />
          <span class="clip" dir="auto">
            {mine ? "You" : (owner ?? "A colleague")}
          </span>
        </span>
      );
    case "closed":
      return (
        <span class="standing">
          <Icon of={CircleCheck} />
          Closed
        </span>
      );
  }
}

export function PriorityMark({ of }: { readonly of: Priority }): JSX.Element | null {
  if (of === "normal" || of === "low") return null;
  return (
    <span class={`priority ${of}`} title={of === "urgent" ? "Urgent" : "High priority"}>
      <Icon of={of === "urgent" ? Flame : ChevronsUp} />
      <span class="sr">{of === "urgent" ? "Urgent" : "High priority"}</span>
    </span>
  );
}

export function LabelMark(props: { readonly name: string; readonly color: string | undefined }): JSX.Element {
  return (
    <span class="label-mark">
      <i class="dot" style={props.color ? { background: props.color } : undefined} />
      <bdi class="clip">{props.name}</bdi>
    </span>
  );
}
