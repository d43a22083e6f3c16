import { Plus, Trash2 } from "lucide";
import type { JSX } from "preact";
import { chosen, typed } from "../../kit/bind";
import { Button } from "../../kit/button";
import { Chips } from "../../kit/chips";
import { Field, Select, TextArea, TextField } from "../../kit/field";
import type { Form } from "../../kit/form";
import { FormPart } from "../../kit/form-part";
import { type Look, MOST_STARTERS } from "./rules";

interface FieldsProps {
  readonly form: Form<Look>;
  readonly disabled: boolean;
}

/** The languages that the widget itself speaks. */
const LANGUAGES: readonly (readonly [string, string])[] = [
  ["en", "English"],
  ["de", "Deutsch"],
  ["zh", "中文"],
  ["ar", "العربية"],
];

export function LookFields({ form, disabled }: FieldsProps): JSX.Element {
  const { value } = form;
  const languages = LANGUAGES.some(([tag]) => tag === value.locale)
    ? LANGUAGES
    : [...LANGUAGES, [value.locale, value.locale] as const];
  return (
    <FormPart title="Looks and words" disabled={disabled}>
      <div class="halves">
        <TextField label="Shop's name" {...typed(form, "shop")} />
        <TextField label="Bot's name" {...typed(form, "bot_name")} />
      </div>
      <TextArea label="Greeting" rows={3} {...typed(form, "greeting")} />
      <Starters {...chosen(form, "starters")} />
      <div class="halves">
        <AccentField {...typed(form, "accent")} />
        <Select
          label="Language"
          hint="Where the page does not say its own."
          options={languages}
          {...chosen(form, "locale")}
        />
      </div>
      <TextField
        label="Notice below the text field"
        hint="Says that a machine answers."
        {...typed(form, "assistant_notice")}
      />
    </FormPart>
  );
}

export function RuleFields(props: FieldsProps & { readonly defaultHours: number }): JSX.Element {
  const { value, set, wrong } = props.form;
  const days = Math.round(props.defaultHours / 24);
  return (
    <FormPart title="Behaviour" disabled={props.disabled}>
      <TextArea
        label="Tone"
        rows={2}
        hint="How the bot writes, such as: friendly, short, formal address."
        {...typed(props.form, "tone")}
      />
      <TextArea
        label="When a person is needed"
        rows={2}
        hint="What the bot tells visitors about reaching a person, such as hours or a telephone number."
        {...typed(props.form, "handoff_hint")}
      />
      <Chips
        label="Pages that may show the chat"
        hint="Origins such as https://shop.example. Enter adds one."
        placeholder="https://shop.example"
        ltr
        value={value.allowed_origins}
        wrong={wrong("allowed_origins")}
        disabled={props.disabled}
        onChange={all => set({ allowed_origins: all.map(one => one.replace(/\/+$/, "")) })}
      />
      <TextField
        label="Keep idle conversations, in days"
        type="number"
        min={0}
        hint={`Then they are deleted. 0 keeps nothing; empty: ${days} days, as the operator says.`}
        {...typed(props.form, "retention_days")}
      />
    </FormPart>
  );
}

function AccentField(props: {
  readonly value: string;
  readonly wrong: string | null;
  readonly onInput: (value: string) => void;
}): JSX.Element {
  return (
    <Field
      label="Colour"
      hint="What is written on it or in it is made readable by itself."
      wrong={props.wrong}
    >
      {inner => (
        <span class="row tight">
          <input
            class="input color"
            type="color"
            aria-label="Pick the colour"
            value={/^#[0-9a-f]{6}$/i.test(props.value) ? props.value : "#000000"}
            onInput={event => props.onInput(event.currentTarget.value)}
          />
          <input
            {...inner}
            class="input"
            dir="ltr"
            maxLength={7}
            value={props.value}
            onInput={event => props.onInput(event.currentTarget.value.trim())}
          />
        </span>
      )}
    </Field>
  );
}

function Starters(props: {
  readonly value: readonly string[];
  readonly wrong: string | null;
  readonly onChange: (value: readonly string[]) => void;
}): JSX.Element {
  const { value, onChange } = props;
  return (
    <fieldset class="field">
      <legend>Questions to begin with</legend>
      {value.length > 0 && (
        <ul class="stack tight">
          {value.map((one, i) => (
            <li key={i} class="row tight">
              <input
                class="input"
                dir="auto"
                aria-label={`Question ${i + 1}`}
                aria-invalid={props.wrong ? true : undefined}
                maxLength={200}
                value={one}
                onInput={event =>
                  onChange(value.map((old, j) => (j === i ? event.currentTarget.value : old)))
                }
              />
              <Button
                kind="quiet"
                icon={Trash2}
                label={`Remove question ${i + 1}`}
                onClick={() => onChange(value.filter((_, j) => j !== i))}
              />
            </li>
          ))}
        </ul>
      )}
      {props.wrong && <div class="wrong">{props.wrong}</div>}
      {value.length < MOST_STARTERS && (
        <div>
          <Button size="small" icon={Plus} onClick={() => onChange([...value, ""])}>
            Add a question
          </Button>
        </div>
      )}
    </fieldset>
  );
}
