import type { JSX } from "preact";
import { Check, TextField } from "../../kit/field";
import type { Form } from "../../kit/form";
import type { BotHandsOver, Plan } from "./plan";

const WHETHER: readonly (readonly [BotHandsOver, string, string])[] = [
  ["at_once", "At once", "It says so, and the visitor gets into line."],
  ["after_asking", "After asking", "It offers a person; the visitor's yes brings one."],
  ["never", "Never", "Visitors have their button all the same."],
];

/** When the bot calls for a person by itself. */
export function BotHandover({
  form,
  admin,
}: {
  readonly form: Form<Plan>;
  readonly admin: boolean;
}): JSX.Element {
  const { value, set, wrong } = form;
  return (
    <fieldset class="card stack" disabled={!admin}>
      <legend class="sr">When the bot hands over</legend>
      <h2>When the bot hands over</h2>
      <fieldset class="field">
        <legend>When a visitor clearly wants a person</legend>
        <div class="stack tight">
          {WHETHER.map(([is, text, about]) => (
            <label class="choice" key={is}>
              <input
                type="radio"
                name="bot_hands_over"
                checked={value.bot_hands_over === is}
                onChange={() => set({ bot_hands_over: is })}
              />
              <span>
                {text}
                <span class="soft small">{about}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {value.bot_hands_over !== "never" && (
        <>
          <TextField
            label="Also after questions without an answer, in a row"
            type="number"
            min={0}
            max={100}
            hint="0: however many there are, the bot goes on."
            value={value.after_unanswered}
            wrong={wrong("after_unanswered")}
            onInput={after_unanswered => set({ after_unanswered })}
          />
          <TextField
            label="Also after this many answers"
            type="number"
            min={0}
            max={100}
            hint="Leave it empty, and the bot may answer as often as it is asked."
            value={value.max_bot_turns}
            wrong={wrong("max_bot_turns")}
            onInput={max_bot_turns => set({ max_bot_turns })}
          />
          <Check
            label="Also when a visitor is angry, and stays so"
            checked={value.on_anger}
            onChange={on_anger => set({ on_anger })}
          />
        </>
      )}
    </fieldset>
  );
}
