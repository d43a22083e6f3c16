import { UserPlus } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import { having } from "../../api/items";
import type { Agent, Items } from "../../api/types";
import { useLoad } from "../../api/use";
import { Button } from "../../kit/button";
import { Check } from "../../kit/field";
import { Page } from "../../kit/page";
import { Loading } from "../../kit/states";
import { ACTIONS, Table } from "../../kit/table";
import { may, useSession } from "../../session";
import { AgentDialog } from "./agent-dialog";
import { Disable, ResetFactor, Sessions } from "./agent-dialogs";
import { type Act, AgentRow } from "./agent-row";
import { LinkDialog } from "./link-dialog";
import type { Invited } from "./types";

type Open =
  | { readonly is: "invite" }
  | { readonly is: "link"; readonly invited: Invited; readonly fresh: boolean }
  | { readonly is: Exclude<Act, "link" | "enable">; readonly agent: Agent };

export function AgentsPage(): JSX.Element {
  const admin = may(useSession().session.agent.role, "administrator");
  const [open, setOpen] = useState<Open | null>(null);
  const [all, setAll] = useState(false);
  const agents = useLoad<Items<Agent>>(signal => ask("GET", "agents", { signal }), []);
  const close = () => setOpen(null);
  const changed = (agent: Agent) => agents.set(now => having(now, agent));
  return (
    <Page
      title="Agents"
      about="Who answers customers, and what they may do."
      actions={
        admin && (
          <Button kind="primary" icon={UserPlus} onClick={() => setOpen({ is: "invite" })}>
            Invite
          </Button>
        )
      }
    >
      <Loading of={agents} lines={6}>
        {({ items }) => {
          const gone = items.filter(one => one.disabled).length;
          return (
            <>
              <Table
                heads={["Name", "Role", "At a time", "Skills", ...(admin ? [ACTIONS] : [])]}
                class="agents narrow-cards"
                box="agents-box"
              >
                {items
                  .filter(one => all || !one.disabled)
                  .map(agent => (
                    <AgentRow
                      key={agent.id}
                      agent={agent}
                      admin={admin}
                      onChanged={changed}
                      onLink={invited => setOpen({ is: "link", invited, fresh: false })}
                      onAct={is => setOpen({ is, agent })}
                    />
                  ))}
              </Table>
              {gone > 0 && (
                <Check
                  label={`Show ${gone === 1 ? "one disabled agent" : `${gone} disabled agents`}`}
                  checked={all}
                  onChange={setAll}
                />
              )}
            </>
          );
        }}
      </Loading>
      {open?.is === "invite" && (
        <AgentDialog
          agent={null}
          onClose={close}
          onInvited={invited => {
            changed(invited.agent);
            setOpen({ is: "link", invited, fresh: true });
          }}
          onSaved={changed}
        />
      )}
      {open?.is === "edit" && (
        <AgentDialog agent={open.agent} onClose={close} onInvited={close} onSaved={changed} />
      )}
      {open?.is === "link" && <LinkDialog invited={open.invited} fresh={open.fresh} onClose={close} />}
      {open?.is === "disable" && <Disable agent={open.agent} onChanged={changed} onClose={close} />}
      {open?.is === "sessions" && <Sessions agent={open.agent} onClose={close} />}
      {open?.is === "factor" && <ResetFactor agent={open.agent} onClose={close} />}
    </Page>
  );
}
