import { AlarmClock, AlarmClockOff, CalendarClock } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Conversation } from "../api/types";
import { Field } from "../kit/field";
import { TaskDialog } from "../kit/form-dialog";
import { Icon } from "../kit/icon";
import { Menu, type MenuControl, type MenuItem } from "../kit/menu";
import type { ConversationActions } from "./conversation-actions";
import { presets } from "./presets";

export function SnoozeMenu({
  control,
  item,
  actions,
}: {
  readonly control: MenuControl;
  readonly item: Conversation;
  readonly actions: ConversationActions;
}): JSX.Element {
  const [picking, setPicking] = useState(false);
  const asleep = item.snoozed_until !== undefined && Date.parse(item.snoozed_until) > Date.now();
  const items: (MenuItem | null)[] = [
    ...presets(new Date()).map(([text, until]) => ({
      text,
      hint: until.toLocaleString(undefined, { weekday: "short", hour: "numeric", minute: "2-digit" }),
      onPick: () => void actions.snooze(until.toISOString()),
    })),
    { text: "Another time…", icon: CalendarClock, onPick: () => setPicking(true) },
    ...(asleep
      ? [null, { text: "Wake it now", icon: AlarmClockOff, onPick: () => void actions.snooze(null) }]
      : []),
  ];
  return (
    <>
      <Menu
        label="Snooze"
        triggerClass={asleep ? "button icon chosen" : "button icon"}
        trigger={<Icon of={AlarmClock} />}
        items={items}
        control={control}
      />
      {picking && <PickTime actions={actions} onClose={() => setPicking(false)} />}
    </>
  );
}

function PickTime({
  actions,
  onClose,
}: {
  readonly actions: ConversationActions;
  readonly onClose: () => void;
}): JSX.Element {
  const [at, setAt] = useState("");
  const until = at ? new Date(at) : null;
  const past = until !== null && until.getTime() <= Date.now();
  const snooze = async () => {
    if (until && !past && (await actions.snooze(until.toISOString()))) onClose();
  };
  return (
    <TaskDialog
      title="Snooze until"
      verb="Snooze"
      busy={actions.busy}
      why={null}
      disabled={!until || past}
      onSubmit={() => void snooze()}
      onClose={onClose}
    >
      <Field label="Day and time" wrong={past ? "That is over already." : null}>
        {inner => (
          <input
            {...inner}
            class="input"
            type="datetime-local"
            value={at}
            onInput={event => setAt(event.currentTarget.value)}
            required
          />
        )}
      </Field>
    </TaskDialog>
  );
}
