import type { JSX } from "preact";
import { ask } from "../../api/http";
import { Button } from "../../kit/button";
import { Dialog } from "../../kit/dialog";
import { Select, TextField } from "../../kit/field";
import { byCode, useForm } from "../../kit/form";
import { Notice } from "../../kit/states";
import { toast } from "../../kit/toast";
import { bodyOf, check, type Limits, limitsOf } from "./amounts";
import type { Budget } from "./types";

const fieldOf = byCode({
  bad_day: "day",
  bad_month: "month",
  bad_conversation_tokens: "conversation_tokens",
  bad_zone: "zone",
});

export function BudgetDialog(props: {
  readonly budget: Budget;
  readonly onSaved: (now: Budget) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { budget } = props;
  const form = useForm<Limits>(limitsOf(budget.own), { check, fieldOf });
  const { value, set, wrong } = form;
  const save = async (limits: Limits): Promise<undefined> => {
    props.onSaved(await ask<Budget>("PUT", "budget", { body: bodyOf(limits) }));
    toast("Saved. It holds from the next call on.");
    props.onClose();
  };
  return (
    <Dialog
      title="Budget"
      onClose={props.onClose}
      onSubmit={() => void form.submit(save)}
      formRef={form.box}
      actions={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            Save
          </Button>
        </>
      }
    >
      {form.why && <Notice kind="bad">{form.why}</Notice>}
      <p class="soft">What is left empty is as the operator says.</p>
      <div class="halves">
        <TextField
          label={`A day, in ${budget.currency}`}
          inputMode="decimal"
          value={value.day}
          wrong={wrong("day")}
          autofocus
          onInput={day => set({ day })}
        />
        <TextField
          label={`A month, in ${budget.currency}`}
          inputMode="decimal"
          value={value.month}
          wrong={wrong("month")}
          onInput={month => set({ month })}
        />
      </div>
      <TextField
        label="Tokens a conversation"
        inputMode="numeric"
        hint="After them the conversation goes on with the FAQ's own words."
        value={value.conversation_tokens}
        wrong={wrong("conversation_tokens")}
        onInput={conversation_tokens => set({ conversation_tokens })}
      />
      <Select
        label="Time zone"
        hint="Where the shop's days and months begin."
        value={value.zone}
        options={[
          ["", "As the operator says"],
          ...[
            ...new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), ...(value.zone ? [value.zone] : [])]),
          ].map(zone => [zone, zone.replaceAll("_", " ")] as const),
        ]}
        wrong={wrong("zone")}
        onChange={zone => set({ zone })}
      />
    </Dialog>
  );
}
