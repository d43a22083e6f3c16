import type { JSX } from "preact";
import { ask } from "../api/http";
import type { Agent, Items, Label } from "../api/types";
import { useLoad } from "../api/use";
import { Button } from "../kit/button";
import { Select, TextField } from "../kit/field";
import { filters, type SearchQuery } from "./query";

type Options = readonly (readonly [string, string])[];

const AUTHORS: Options = [
  ["", "Anybody"],
  ["visitor", "The visitor"],
  ["bot", "The bot"],
  ["agent", "An agent"],
  ["system", "Parley itself"],
];

const STATES: Options = [
  ["", "Any state"],
  ["with_bot", "With the bot"],
  ["waiting", "Waiting"],
  ["with_agent", "With an agent"],
  ["closed", "Closed"],
];

interface Known {
  readonly agents: Options;
  readonly labels: Options;
}

async function known(signal: AbortSignal): Promise<Known> {
  const [agents, labels] = await Promise.all([
    ask<Items<Agent>>("GET", "agents", { signal }),
    ask<Items<Label>>("GET", "labels", { signal }),
  ]);
  return {
    agents: agents.items.map(agent => [agent.id, agent.name]),
    labels: labels.items.map(label => [label.name, label.name]),
  };
}

export function Filters(props: {
  readonly query: SearchQuery;
  readonly onChange: (change: Partial<SearchQuery>) => void;
}): JSX.Element {
  const { query, onChange } = props;
  const { state } = useLoad(known, []);
  const { agents, labels } = state.is === "here" ? state.value : { agents: [], labels: [] };
  return (
    <fieldset class="search-filters">
      <legend class="sr">Only</legend>
      <Select
        label="Written by"
        value={query.author}
        options={AUTHORS}
        onChange={author => onChange({ author })}
      />
      <Select label="State" value={query.state} options={STATES} onChange={state => onChange({ state })} />
      <Select
        label="Agent"
        value={query.agent}
        options={withChosen("Anybody's", agents, query.agent)}
        onChange={agent => onChange({ agent })}
      />
      <Select
        label="Label"
        value={query.label}
        options={withChosen("Any label", labels, query.label)}
        onChange={label => onChange({ label })}
      />
      <TextField
        label="From"
        type="date"
        value={query.from}
        max={query.until}
        onInput={from => onChange({ from })}
      />
      <TextField
        label="Until"
        type="date"
        value={query.until}
        min={query.from}
        onInput={until => onChange({ until })}
      />
      {filters(query) > 0 && (
        <Button
          kind="quiet"
          onClick={() => onChange({ author: "", state: "", agent: "", label: "", from: "", until: "" })}
        >
          Clear
        </Button>
      )}
    </fieldset>
  );
}

/** A link may name a deleted agent or label: the field still shows the filter. */
function withChosen(all: string, options: Options, chosen: string): Options {
  const known = chosen === "" || options.some(([value]) => value === chosen);
  return [["", all], ...options, ...(known ? [] : [[chosen, chosen] as const])];
}
