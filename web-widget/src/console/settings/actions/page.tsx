import { Pencil, Plus, Trash2, Wrench } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import { having, without } from "../../api/items";
import type { Items } from "../../api/types";
import { useLoad, useTask } from "../../api/use";
import { Button } from "../../kit/button";
import { Removal } from "../../kit/form-dialog";
import { Icon } from "../../kit/icon";
import { Menu } from "../../kit/menu";
import { Page } from "../../kit/page";
import { Empty, Notice } from "../../kit/states";
import { Listing } from "../../kit/table";
import { toast } from "../../kit/toast";
import { go, href, type PageProps } from "../../router";
import { ActionPage } from "./action-page";
import { type Action, type Declared, switched, templateName } from "./rules";

/** The list, or one action: `#/settings/tools/{id}`, `new`, or `new?from=order_status`. */
export function ActionsPage({ place }: PageProps): JSX.Element {
  const id = place.path[2];
  const from = place.query.get("from");
  return id ? <ActionPage key={`${id} ${from}`} id={id} from={from} /> : <ActionList />;
}

function ActionList(): JSX.Element {
  const [leaving, setLeaving] = useState<Action | null>(null);
  const actions = useLoad<Items<Action>>(signal => ask("GET", "/tools", { signal }), []);
  const templates = useLoad<Items<Declared>>(signal => ask("GET", "/tools/templates", { signal }), []);
  const ready = templates.state.is === "here" ? templates.state.value.items : [];
  const fresh = href("settings", "tools", "new");
  return (
    <Page
      title="Actions"
      about="What the bot may look up or do at your own server: where an order is, a returns label, what is in stock."
      actions={
        <Menu
          label="New action"
          triggerClass="button primary"
          trigger={
            <>
              <Icon of={Plus} />
              New action
            </>
          }
          items={[
            ...ready.map(one => ({
              text: templateName(one.name),
              onPick: () => go(`${fresh}?from=${encodeURIComponent(one.name)}`),
            })),
            ...(ready.length > 0 ? [null] : []),
            { text: "From scratch", onPick: () => go(fresh) },
          ]}
        />
      }
    >
      <Listing
        of={actions}
        none={
          <Empty icon={Wrench} title="No actions yet">
            <p>Begin with a ready-made one: fill in your server's address, and the bot can use it.</p>
          </Empty>
        }
      >
        {items => (
          <ul class="set-lines">
            {items.map(action => (
              <ActionLine
                key={action.id}
                action={action}
                onRemove={() => setLeaving(action)}
                onChanged={now => actions.set(all => having(all, now))}
              />
            ))}
          </ul>
        )}
      </Listing>
      {leaving && (
        <Remove
          action={leaving}
          onClose={() => setLeaving(null)}
          onGone={() => {
            actions.set(now => without(now, leaving.id));
            setLeaving(null);
          }}
        />
      )}
    </Page>
  );
}

function ActionLine(props: {
  readonly action: Action;
  readonly onChanged: (now: Action) => void;
  readonly onRemove: () => void;
}): JSX.Element {
  const { action } = props;
  const { busy, why, run } = useTask();
  const on = action.enabled ?? true;
  const turn = () =>
    run(async () => {
      const path = `/tools/${action.id}`;
      // As it is now: what stands in the list may have been changed by somebody else.
      const now = await ask<Action>("GET", path);
      props.onChanged(await ask<Action>("PUT", path, { body: switched(now, !on), over: now }));
      toast(on ? "Switched off. The bot no longer uses it." : "Switched on.");
    });
  return (
    <li>
      <div class="line-text">
        <a href={href("settings", "tools", action.id)}>{action.name}</a>
        <div class="soft small">{action.description}</div>
      </div>
      {why && <Notice kind="bad">{why}</Notice>}
      {action.requires === "verified" && <span class="badge">signed-in visitors</span>}
      <span class={on ? "badge accent" : "badge warn"}>{on ? "on" : "off"}</span>
      <Button
        size="small"
        busy={busy}
        label={`Switch ${action.name} ${on ? "off" : "on"}`}
        onClick={() => void turn()}
      >
        {on ? "Switch off" : "Switch on"}
      </Button>
      <Button
        kind="quiet"
        icon={Pencil}
        label={`Edit ${action.name}`}
        onClick={() => go(href("settings", "tools", action.id))}
      />
      <Button kind="quiet" icon={Trash2} label={`Delete ${action.name}`} onClick={props.onRemove} />
    </li>
  );
}

function Remove(props: {
  readonly action: Action;
  readonly onGone: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <Removal
      title={`Delete ${props.action.name}?`}
      path={`/tools/${props.action.id}`}
      done="The action is deleted."
      onGone={props.onGone}
      onClose={props.onClose}
    >
      <p>The bot can no longer use it, and its stored secret is gone. Switching it off keeps both.</p>
    </Removal>
  );
}
