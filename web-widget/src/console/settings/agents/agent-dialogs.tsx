/** An administrator's actions on an agent, each with confirmation. */
import type { JSX } from "preact";
import { ask } from "../../api/http";
import type { Agent, Items } from "../../api/types";
import { useLoad, useTask } from "../../api/use";
import { browserOf } from "../../kit/browser-name";
import { Button } from "../../kit/button";
import { Dialog } from "../../kit/dialog";
import { Confirm } from "../../kit/form-dialog";
import { Loading, Notice } from "../../kit/states";
import { Ago, exact } from "../../kit/time";
import { toast } from "../../kit/toast";

import type { OpenSession } from "./types";

export function Disable(props: {
  readonly agent: Agent;
  readonly onChanged: (agent: Agent) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { agent } = props;
  const { busy, why, run } = useTask();
  const disable = async () => {
    if (!(await run(() => ask("DELETE", `agents/${agent.id}`)))) return;
    props.onChanged({ ...agent, disabled: true });
    toast(`${agent.name} is disabled and signed out.`);
    props.onClose();
  };
  return (
    <Confirm
      title={`Disable ${agent.name}?`}
      verb="Disable"
      busy={busy}
      why={why}
      onConfirm={() => void disable()}
      onClose={props.onClose}
    >
      <p>
        {agent.name} is signed out everywhere within seconds and cannot sign in. What they wrote stays; you
        can enable them again.
      </p>
    </Confirm>
  );
}

export function Sessions(props: { readonly agent: Agent; readonly onClose: () => void }): JSX.Element {
  const { agent } = props;
  const { busy, why, run } = useTask();
  const path = `agents/${agent.id}/sessions`;
  const sessions = useLoad<Items<OpenSession>>(signal => ask("GET", path, { signal }), [path]);
  const here = sessions.state.is === "here" ? sessions.state.value.items.length : 0;
  const end = async () => {
    if (!(await run(() => ask("DELETE", path)))) return;
    toast(`${agent.name} is signed out everywhere.`);
    props.onClose();
  };
  return (
    <Dialog
      title={`Where ${agent.name} is signed in`}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>Close</Button>
          <Button kind="danger" busy={busy} disabled={here === 0} onClick={() => void end()}>
            Sign out everywhere
          </Button>
        </>
      }
    >
      {why && <Notice kind="bad">{why}</Notice>}
      <Loading of={sessions} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="soft">Nowhere at the moment.</p>
          ) : (
            <ul class="stack tight">
              {items.map(one => (
                <li key={one.id} class="spread">
                  <span>
                    {browserOf(one.user_agent)} <span class="soft small">since {exact(one.created_at)}</span>
                  </span>
                  <span class="soft small">
                    seen <Ago at={one.last_seen_at} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loading>
    </Dialog>
  );
}

interface Factor {
  readonly enabled: boolean;
  readonly enabled_at?: string;
}

export function ResetFactor(props: { readonly agent: Agent; readonly onClose: () => void }): JSX.Element {
  const { agent } = props;
  const { busy, why, run } = useTask();
  const path = `agents/${agent.id}/second-factor`;
  const factor = useLoad<Factor>(signal => ask("GET", path, { signal }), [path]);
  const on = factor.state.is === "here" && factor.state.value.enabled;
  const reset = async () => {
    if (!(await run(() => ask("DELETE", path)))) return;
    toast(`${agent.name} signs in with the password alone until a new second factor is set up.`);
    props.onClose();
  };
  return (
    <Dialog
      title={`${agent.name}'s second factor`}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>Close</Button>
          <Button kind="danger" busy={busy} disabled={!on} onClick={() => void reset()}>
            Reset
          </Button>
        </>
      }
    >
      {why && <Notice kind="bad">{why}</Notice>}
      <Loading of={factor} lines={2}>
        {({ enabled, enabled_at }) =>
          enabled ? (
            <p>
              It is on{enabled_at && ` since ${exact(enabled_at)}`}. Reset it when the phone is lost, and only
              after you have made sure that it is {agent.name} who asks.
            </p>
          ) : (
            <p class="soft">{agent.name} has not set one up.</p>
          )
        }
      </Loading>
    </Dialog>
  );
}
