import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import { useLoad } from "../../api/use";
import { Button } from "../../kit/button";
import { Meter } from "../../kit/meter";
import { Page } from "../../kit/page";
import { Loading } from "../../kit/states";
import { may, useSession } from "../../session";
import { money } from "./amounts";
import { BudgetDialog } from "./budget-dialog";
import type { Budget, Spent } from "./types";
import { UsagePart } from "./usage-part";

export function MoneyPage(): JSX.Element {
  const budget = useLoad<Budget>(signal => ask("GET", "budget", { signal }), []);
  return (
    <Page title="Money" about="What language models may cost, and what they have cost.">
      <Loading of={budget} lines={5}>
        {value => (
          <>
            <BudgetPart budget={value} onSaved={now => budget.set(() => now)} />
            <UsagePart zone={value.zone} />
          </>
        )}
      </Loading>
    </Page>
  );
}

function BudgetPart(props: {
  readonly budget: Budget;
  readonly onSaved: (now: Budget) => void;
}): JSX.Element {
  const { budget } = props;
  const admin = may(useSession().session.agent.role, "administrator");
  const [editing, setEditing] = useState(false);
  return (
    <section class="card stack" aria-labelledby="budget">
      <div class="spread">
        <h2 id="budget">Budget</h2>
        {admin && <Button onClick={() => setEditing(true)}>Change</Button>}
      </div>
      <div class="halves">
        <Limit text="Today" of={budget.day} own={budget.own.day !== undefined} budget={budget} />
        <Limit text="This month" of={budget.month} own={budget.own.month !== undefined} budget={budget} />
      </div>
      <p class="soft small">
        Days and months begin in {budget.zone.replaceAll("_", " ")}. When the money is spent, the bot answers
        with the FAQ's own words.{" "}
        {budget.conversation_tokens !== undefined &&
          `A conversation may use ${budget.conversation_tokens.toLocaleString()} tokens.`}
      </p>
      {editing && <BudgetDialog budget={budget} onSaved={props.onSaved} onClose={() => setEditing(false)} />}
    </section>
  );
}

/** From here on, warn. */
const NEARLY = 0.8;

function Limit(props: {
  readonly text: string;
  readonly of: Spent;
  readonly own: boolean;
  readonly budget: Budget;
}): JSX.Element {
  const { spent, limit } = props.of;
  const share = limit === undefined ? 0 : Number(limit) === 0 ? 1 : Number(spent) / Number(limit);
  const { currency } = props.budget;
  return (
    <div class="stack tight">
      <div class="spread">
        <strong>{props.text}</strong>
        {share >= 1 && <span class="badge bad">spent</span>}
        {share >= NEARLY && share < 1 && <span class="badge warn">nearly spent</span>}
      </div>
      <div class="spent-sum nums">
        {money(spent, currency)}{" "}
        <span class="soft">{limit === undefined ? "no limit" : `of ${money(limit, currency)}`}</span>
      </div>
      {limit !== undefined && (
        <Meter
          label={`${props.text}: share of the budget that is spent`}
          share={share}
          kind={share >= 1 ? "bad" : share >= NEARLY ? "warn" : "accent"}
        />
      )}
      {limit !== undefined && !props.own && <span class="soft small">The operator's limit</span>}
    </div>
  );
}
