import { Ellipsis, KeyRound, Link, Monitor, Pencil, UserCheck, UserX } from "lucide";
import type { JSX } from "preact";
import { ask, messageOf } from "../../api/http";
import type { Agent } from "../../api/types";
import { Icon } from "../../kit/icon";
import { Menu, type MenuItem } from "../../kit/menu";
import { Avatar } from "../../kit/person";
import { roleName } from "../../kit/roles";
import { toast } from "../../kit/toast";
import { useSession } from "../../session";
import type { Invited } from "./types";

export type Act = "edit" | "link" | "sessions" | "factor" | "disable" | "enable";

interface RowProps {
  readonly agent: Agent;
  readonly admin: boolean;
  readonly onAct: (act: Exclude<Act, "link" | "enable">) => void;
  readonly onChanged: (agent: Agent) => void;
  readonly onLink: (invited: Invited) => void;
}

export function AgentRow(props: RowProps): JSX.Element {
  const { agent } = props;
  const me = useSession().session.agent.id === agent.id;
  return (
    <tr class={agent.disabled ? "faded" : undefined}>
      <td>
        <div class="row">
          <Avatar name={agent.name} />
          <div class="who">
            <strong>
              <bdi>{agent.name}</bdi>
            </strong>{" "}
            {me && <span class="badge">you</span>} {agent.disabled && <span class="badge bad">disabled</span>}
            {agent.invited && !agent.disabled && <span class="badge info">invited</span>}
            {agent.away && <span class="badge warn">away</span>}
            <div class="soft small" dir="ltr">
              {agent.email}
            </div>
          </div>
        </div>
      </td>
      <td>{roleName(agent.role)}</td>
      <td class="nums">{agent.capacity ?? <span class="soft">shop's default</span>}</td>
      <td>
        <span class="row wrap tight">
          {agent.skills.map(skill => (
            <span class="badge" key={skill} dir="auto">
              {skill}
            </span>
          ))}
        </span>
      </td>
      {props.admin && (
        <td class="end">
          <Menu
            label={`Actions for ${agent.name}`}
            trigger={<Icon of={Ellipsis} />}
            triggerClass="button quiet icon"
            items={items(props, me)}
          />
        </td>
      )}
    </tr>
  );
}

function items({ agent, onAct, onChanged, onLink }: RowProps, me: boolean): readonly (MenuItem | null)[] {
  const report = (call: Promise<unknown>) => void call.catch(error => toast(messageOf(error)));
  const enable = async () => {
    onChanged(await ask<Agent>("PATCH", `agents/${agent.id}`, { body: { disabled: false } }));
    toast(`${agent.name} can sign in again.`);
  };
  const link = async () => onLink(await ask<Invited>("POST", `agents/${agent.id}/link`));
  if (agent.disabled) return [{ text: "Enable", icon: UserCheck, onPick: () => report(enable()) }];
  return [
    { text: "Edit", icon: Pencil, onPick: () => onAct("edit") },
    {
      text: agent.invited ? "New invitation link" : "New password link",
      icon: Link,
      onPick: () => report(link()),
    },
    { text: "Sessions", icon: Monitor, onPick: () => onAct("sessions") },
    { text: "Reset second factor", icon: KeyRound, onPick: () => onAct("factor") },
    ...(me ? [] : [null, { text: "Disable", icon: UserX, onPick: () => onAct("disable") }]),
  ];
}
