import type { JSX } from "preact";
import { ask } from "../../api/http";
import { chosen, typed } from "../../kit/bind";
import { Select, TextField } from "../../kit/field";
import { useForm } from "../../kit/form";
import { FormDialog } from "../../kit/form-dialog";
import { toast } from "../../kit/toast";
import { zones } from "../../kit/zones";
import { bodyOf, check, type Limits, limitsOf } from "./amounts";
import type { Budget } from "./types";

export function BudgetDialog(props: {
  readonly budget: Budget;
  readonly onSaved: (now: Budget) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { budget } = props;
  const form = useForm<Limits>(limitsOf(budget.own), { check });
  const { value } = form;
  const save = async (limits: Limits): Promise<undefined> => {
    props.onSaved(await ask<Budget>("PUT", "budget", { body: bodyOf(limits), over: budget }));
    toast("Saved. It holds from the next call on.");
    props.onClose();
  };
  return (
    <FormDialog
      title="Budget"
      verb="Save"
      form={form}
      onSubmit={() => void form.submit(save)}
      onClose={props.onClose}
    >
      <p class="soft">What is left empty is as the operator says.</p>
      <div class="halves">
        <TextField
          label={`A day, in ${budget.currency}`}
          inputMode="decimal"
          autofocus
          {...typed(form, "day")}
        />
        <TextField label={`A month, in ${budget.currency}`} inputMode="decimal" {...typed(form, "month")} />
      </div>
      <TextField
        label="Tokens a conversation"
        inputMode="numeric"
        hint="After them the conversation goes on with the FAQ's own words."
        {...typed(form, "conversation_tokens")}
      />
      <Select
        label="Time zone"
        hint="Where the shop's days and months begin."
        options={[["", "As the operator says"], ...zones("UTC", value.zone)]}
        {...chosen(form, "zone")}
      />
    </FormDialog>
  );
}
