import { ScrollText } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import { usePages } from "../../api/pages";
import type { Agent, Items } from "../../api/types";
import { useLoad } from "../../api/use";
import { Select } from "../../kit/field";
import { More } from "../../kit/more";
import { Page } from "../../kit/page";
import { Empty } from "../../kit/states";
import { Listing, Table } from "../../kit/table";
import { exact } from "../../kit/time";
import { href } from "../../router";
import { ACTIONS, said } from "./actions";

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly agent?: string;
  /** An API key's change. */
  readonly key?: string;
  readonly name: string;
  readonly action: string;
  readonly target?: string;
}

export function AuditPage(): JSX.Element {
  const [action, setAction] = useState("");
  const [agent, setAgent] = useState("");
  const agents = useLoad<Items<Agent>>(signal => ask("GET", "agents", { signal }), []);
  const pages = usePages<Entry>("audit", { action, agent, limit: 50 });
  const people = agents.state.is === "here" ? agents.state.value.items : [];
  return (
    <Page
      title="Audit log"
      about="Who changed which settings, kept for a year. It holds no texts and no secrets."
    >
      <search class="row wrap audit-filters">
        <Select
          label="What"
          bare
          value={action}
          options={[["", "Everything"], ...ACTIONS]}
          onChange={setAction}
        />
        <Select
          label="Who"
          bare
          value={agent}
          options={[["", "Everybody"], ...people.map(one => [one.id, one.name] as const)]}
          onChange={setAgent}
        />
      </search>
      <Listing
        of={pages.first}
        none={
          <Empty icon={ScrollText} title="No changes yet">
            <p>Changes of agents, keys and other settings appear here.</p>
          </Empty>
        }
      >
        {items => (
          <Table heads={["When", "Who", "What", "Target"]} class="narrow-cards" label="Audit log">
            {items.map(entry => (
              <tr key={entry.id}>
                <td class="nums nowrap">
                  <time dateTime={entry.at}>{exact(entry.at)}</time>
                </td>
                <td>
                  <bdi>{entry.name}</bdi>
                  {entry.key ? <span class="soft small"> (API key)</span> : null}
                </td>
                <td>{said(entry.action)}</td>
                <td>
                  <Target entry={entry} people={people} />
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Listing>
      <More pages={pages} />
    </Page>
  );
}

function Target(props: { readonly entry: Entry; readonly people: readonly Agent[] }): JSX.Element | null {
  const { action, target } = props.entry;
  if (!target) return null;
  const person = props.people.find(one => one.id === target);
  if (person) return <bdi>{person.name}</bdi>;
  if (/^faq\.(create|change|status)$/.test(action)) return <a href={href("faq", target)}>The entry</a>;
  return (
    <bdi class="soft small clip audit-target" title={target}>
      {target}
    </bdi>
  );
}
