import { Download } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { address, ask } from "../../api/http";
import { useLoad } from "../../api/use";
import { dayIn, shifted } from "../../kit/days";
import { Select } from "../../kit/field";
import { Icon } from "../../kit/icon";
import { Loading } from "../../kit/states";
import { figures, Table } from "../../kit/table";
import { everyDay, money } from "./amounts";
import { DayChart } from "./day-chart";
import type { Usage } from "./types";

const SPANS: readonly (readonly [string, string])[] = [
  ["7", "Last 7 days"],
  ["30", "Last 30 days"],
  ["90", "Last 90 days"],
];

export function UsagePart({ zone }: { readonly zone: string }): JSX.Element {
  const [span, setSpan] = useState("30");
  const to = dayIn(zone, new Date());
  const from = shifted(to, 1 - Number(span));
  const usage = useLoad<readonly [Usage, Usage]>(
    signal =>
      Promise.all(
        (["day", "model,kind"] as const).map(group_by =>
          ask<Usage>("GET", "/usage", { query: { from, to, group_by }, signal }),
        ),
      ) as unknown as Promise<readonly [Usage, Usage]>,
    [from, to],
  );
  return (
    <section class="card stack" aria-labelledby="usage">
      <div class="spread wrap">
        <h2 id="usage">Usage</h2>
        <div class="row">
          <Select label="Time" bare value={span} options={SPANS} onChange={setSpan} />
          <a
            class="button"
            download
            href={address("/usage", { from, to, group_by: "day,model,kind", format: "csv" })}
          >
            <Icon of={Download} />
            CSV
          </a>
        </div>
      </div>
      <Loading of={usage} lines={5}>
        {([byDay, byModel]) => (
          <>
            <dl class="usage-facts">
              <Fact name="Cost" value={money(byDay.total.cost, byDay.currency)} />
              <Fact
                name="Saved"
                value={money(byDay.total.saved, byDay.currency)}
                about="What models would have cost where the FAQ's own words were the answer."
              />
              <Fact name="Calls" value={byDay.total.calls.toLocaleString()} />
              <Fact
                name="Tokens"
                value={(byDay.total.input_tokens + byDay.total.output_tokens).toLocaleString()}
                about={`${byDay.total.input_tokens.toLocaleString()} read, ${byDay.total.cached_tokens.toLocaleString()} of them cached, ${byDay.total.output_tokens.toLocaleString()} written.`}
              />
            </dl>
            <DayChart days={everyDay(from, to, byDay.items)} currency={byDay.currency} />
            {byModel.items.length > 0 && <ModelTable usage={byModel} />}
          </>
        )}
      </Loading>
    </section>
  );
}

function Fact(props: {
  readonly name: string;
  readonly value: string;
  readonly about?: string;
}): JSX.Element {
  return (
    <div>
      <dt class="soft small">{props.name}</dt>
      <dd class="nums">{props.value}</dd>
      {props.about && <dd class="soft small">{props.about}</dd>}
    </div>
  );
}

function ModelTable({ usage }: { readonly usage: Usage }): JSX.Element {
  const estimated = usage.total.estimated_calls;
  return (
    <>
      <Table
        heads={[
          "Model",
          "For",
          figures("Calls"),
          figures("Tokens read"),
          figures("Tokens written"),
          figures("Cost"),
        ]}
        label="Usage by model"
      >
        {usage.items.map(line => (
          <tr key={`${line.model}-${line.kind}`}>
            <td>
              <code>{line.model}</code>
            </td>
            <td>{(line.kind ?? "").replaceAll("_", " ")}</td>
            <td class="end nums">{line.calls.toLocaleString()}</td>
            <td class="end nums">{line.input_tokens.toLocaleString()}</td>
            <td class="end nums">{line.output_tokens.toLocaleString()}</td>
            <td class="end nums">{money(line.cost, usage.currency)}</td>
          </tr>
        ))}
      </Table>
      {estimated > 0 && (
        <p class="soft small">
          For {estimated === 1 ? "one call" : `${estimated.toLocaleString()} calls`} the server told no
          tokens: Parley counted them.
        </p>
      )}
    </>
  );
}
