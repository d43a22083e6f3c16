/** The parts of an action's form. */
import type { JSX } from "preact";
import { Select, TextArea, TextField } from "../../kit/field";
import type { Form } from "../../kit/form";
import type { Draft } from "./rules";

interface Part {
  readonly form: Form<Draft>;
}

export function Purpose({ form }: Part): JSX.Element {
  const { value, set, wrong } = form;
  return (
    <fieldset class="card stack">
      <legend class="sr">What it is for</legend>
      <h2>What it is for</h2>
      <TextField
        label="Name"
        hint="For the bot, such as order_status."
        value={value.name}
        wrong={wrong("name")}
        maxLength={50}
        onInput={name => set({ name })}
      />
      <TextArea
        label="Description"
        hint="The bot reads it to know when to use the action."
        rows={3}
        value={value.description}
        wrong={wrong("description")}
        maxLength={1_000}
        onInput={description => set({ description })}
      />
      <TextArea
        label="What the bot must know (JSON Schema)"
        hint="The arguments that the bot fills in from what the visitor wrote."
        rows={8}
        value={value.parameters}
        wrong={wrong("parameters")}
        onInput={parameters => set({ parameters })}
      />
    </fieldset>
  );
}

const METHODS: readonly (readonly [Draft["method"], string])[] = [
  ["GET", "GET: it only looks something up"],
  ["POST", "POST: it does something"],
];

export function Server({ form, authSet }: Part & { readonly authSet: boolean }): JSX.Element {
  const { value, set, wrong } = form;
  return (
    <fieldset class="card stack">
      <legend class="sr">Your server</legend>
      <h2>Your server</h2>
      <TextField
        label="Address"
        type="url"
        placeholder="https://"
        hint="It must be on the public internet and answer with JSON."
        value={value.url}
        wrong={wrong("url")}
        onInput={url => set({ url })}
      />
      <div class="halves">
        <Select label="Method" value={value.method} options={METHODS} onChange={method => set({ method })} />
        <TextField
          label="Most time to answer (ms)"
          inputMode="numeric"
          value={value.timeout_ms}
          wrong={wrong("timeout_ms")}
          onInput={timeout_ms => set({ timeout_ms })}
        />
        <TextField
          label="Header with a secret"
          placeholder="Authorization"
          hint="Empty: none."
          value={value.auth_header}
          wrong={wrong("auth_header")}
          onInput={auth_header => set({ auth_header })}
        />
        <TextField
          label="What it says"
          type="password"
          autocomplete="new-password"
          placeholder={authSet ? "stored" : "Bearer …"}
          hint={authSet ? "Empty: the stored one stays while the server is the same." : "Never shown again."}
          value={value.auth_value}
          wrong={wrong("auth_value")}
          onInput={auth_value => set({ auth_value })}
        />
      </div>
    </fieldset>
  );
}

const WHO: readonly (readonly [Draft["requires"], string])[] = [
  ["verified", "Signed-in visitors only"],
  ["anonymous", "Everybody"],
];
const ASKING: readonly (readonly [Draft["confirm"], string])[] = [
  ["never", "The bot does it at once"],
  ["visitor", "Only after the visitor's yes"],
];

export function Customers({ form }: Part): JSX.Element {
  const { value, set, wrong } = form;
  return (
    <fieldset class="card stack">
      <legend class="sr">For whom</legend>
      <h2>For whom</h2>
      <div class="halves">
        <Select
          label="Who may use it"
          value={value.requires}
          options={WHO}
          onChange={requires => set({ requires })}
        />
        <TextField
          label="The customer's id is sent as"
          hint="Your server must answer for this customer alone."
          value={value.customer_field}
          wrong={wrong("customer_field")}
          onInput={customer_field => set({ customer_field })}
        />
      </div>
      <Select
        label="Before it is done"
        value={value.confirm}
        options={ASKING}
        onChange={confirm => set({ confirm })}
      />
      {value.confirm === "visitor" && (
        <TextField
          label="The question for the yes"
          hint="Cancel order {number}? Arguments that it does not name follow in brackets. Empty: a usual one."
          value={value.confirm_text}
          wrong={wrong("confirm_text")}
          maxLength={300}
          onInput={confirm_text => set({ confirm_text })}
        />
      )}
    </fieldset>
  );
}

export function Results({ form }: Part): JSX.Element {
  const { value, set, wrong } = form;
  return (
    <fieldset class="card stack">
      <legend class="sr">What becomes of the answer</legend>
      <h2>What becomes of the answer</h2>
      <TextArea
        label="The bot may read"
        hint="One a line, a name and a JSON Pointer: status /order/status. Sums of money never reach it."
        rows={5}
        value={value.tell}
        wrong={wrong("tell")}
        onInput={tell => set({ tell })}
      />
      <TextField
        label="Card for the visitor"
        placeholder="order"
        hint="What kind of card, shown past the bot. Empty: none."
        value={value.card_type}
        wrong={wrong("card_type")}
        onInput={card_type => set({ card_type })}
      />
      {value.card_type.trim() !== "" && (
        <TextArea
          label="On the card"
          hint="One a line, as above."
          rows={6}
          value={value.card_fields}
          wrong={wrong("card_fields")}
          onInput={card_fields => set({ card_fields })}
        />
      )}
    </fieldset>
  );
}
