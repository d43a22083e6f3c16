import type { JSX } from "preact";
import { chosen, ticked, typed } from "../../kit/bind";
import { Check, TextField } from "../../kit/field";
import type { Form } from "../../kit/form";
import { Choices, FormPart } from "../../kit/form-part";
import type { BotHandsOver, Plan } from "./plan";

const WHETHER: readonly (readonly [BotHandsOver, string, string])[] = [
  ["at_once", "At once", "It says so, and the visitor gets into line."],
  ["after_asking", "After asking", "It offers a person; the visitor's yes brings one."],
  ["never", "Never", "Visitors have their button all the same."],
];

/** When the bot hands over on its own. */
export function BotHandover({
  form,
  admin,
}: {
  readonly form: Form<Plan>;
  readonly admin: boolean;
}): JSX.Element {
  const { value } = form;
  return (
    <FormPart title="When the bot hands over" disabled={!admin}>
      <fieldset class="field">
        <legend>When a visitor clearly wants a person</legend>
        <Choices options={WHETHER} {...chosen(form, "bot_hands_over")} />
      </fieldset>
      {value.bot_hands_over !== "never" && (
        <>
          <TextField
            label="Also after questions without an answer, in a row"
            type="number"
            min={0}
            max={100}
            hint="0: however many there are, the bot goes on."
            {...typed(form, "after_unanswered")}
          />
          <TextField
            label="Also after this many answers"
            type="number"
            min={0}
            max={100}
            hint="Leave it empty, and the bot may answer as often as it is asked."
            {...typed(form, "max_bot_turns")}
          />
          <Check label="Also when a visitor is angry, and stays so" {...ticked(form, "on_anger")} />
        </>
      )}
    </FormPart>
  );
}
