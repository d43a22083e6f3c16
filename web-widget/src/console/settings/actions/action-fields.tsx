/** The parts of an action's form. */
import type { JSX } from "preact";
import { chosen, typed } from "../../kit/bind";
import { Select, TextArea, TextField } from "../../kit/field";
import type { Form } from "../../kit/form";
import { FormPart } from "../../kit/form-part";
import type { Draft } from "./rules";

interface Part {
  readonly form: Form<Draft>;
}

export function Purpose({ form }: Part): JSX.Element {
  return (
    <FormPart title="What it is for">
      <TextField
        label="Name"
        hint="For the bot, such as order_status."
        maxLength={50}
        {...typed(form, "name")}
      />
      <TextArea
        label="Description"
        hint="The bot reads it to know when to use the action."
        rows={3}
        maxLength={1_000}
        {...typed(form, "description")}
      />
      <TextArea
        label="What the bot must know (JSON Schema)"
        hint="The arguments that the bot fills in from what the visitor wrote."
        rows={8}
        {...typed(form, "parameters")}
      />
    </FormPart>
  );
}

const METHODS: readonly (readonly [Draft["method"], string])[] = [
  ["GET", "GET: it only looks something up"],
  ["POST", "POST: it does something"],
];

export function Server({ form, authSet }: Part & { readonly authSet: boolean }): JSX.Element {
  return (
    <FormPart title="Your server">
      <TextField
        label="Address"
        type="url"
        placeholder="https://"
        hint="It must be on the public internet and answer with JSON."
        {...typed(form, "url")}
      />
      <div class="halves">
        <Select label="Method" options={METHODS} {...chosen(form, "method")} />
        <TextField label="Most time to answer (ms)" inputMode="numeric" {...typed(form, "timeout_ms")} />
        <TextField
          label="Header with a secret"
          placeholder="Authorization"
          hint="Empty: none."
          {...typed(form, "auth_header")}
        />
        <TextField
          label="What it says"
          type="password"
          autocomplete="new-password"
          placeholder={authSet ? "stored" : "Bearer …"}
          hint={authSet ? "Empty: the stored one stays while the server is the same." : "Never shown again."}
          {...typed(form, "auth_value")}
        />
      </div>
    </FormPart>
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
  const { value } = form;
  return (
    <FormPart title="For whom">
      <div class="halves">
        <Select label="Who may use it" options={WHO} {...chosen(form, "requires")} />
        <TextField
          label="The customer's id is sent as"
          hint="Your server must answer for this customer alone."
          {...typed(form, "customer_field")}
        />
      </div>
      <Select label="Before it is done" options={ASKING} {...chosen(form, "confirm")} />
      {value.confirm === "visitor" && (
        <TextField
          label="The question for the yes"
          hint="Cancel order {number}? Arguments that it does not name follow in brackets. Empty: a usual one."
          maxLength={300}
          {...typed(form, "confirm_text")}
        />
      )}
    </FormPart>
  );
}

export function Results({ form }: Part): JSX.Element {
  const { value } = form;
  return (
    <FormPart title="What becomes of the answer">
      <TextArea
        label="The bot may read"
        hint="One a line, a name and a JSON Pointer: status /order/status. Sums of money never reach it."
        rows={5}
        {...typed(form, "tell")}
      />
      <TextField
        label="Card for the visitor"
        placeholder="order"
        hint="What kind of card, shown past the bot. Empty: none."
        {...typed(form, "card_type")}
      />
      {value.card_type.trim() !== "" && (
        <TextArea label="On the card" hint="One a line, as above." rows={6} {...typed(form, "card_fields")} />
      )}
    </FormPart>
  );
}
