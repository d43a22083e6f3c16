import type { JSX } from "preact";
import type { Facets } from "../api/faq";
import { chosen, typed } from "../kit/bind";
import { Chips } from "../kit/chips";
import { Field, Select, TextArea, TextField } from "../kit/field";
import type { Form } from "../kit/form";
import { languageName } from "../kit/languages";
import { hereZone } from "../kit/zones";
import { type Draft, LONGEST_ANSWER } from "./draft";
import { type Proposing, Wordings } from "./wordings";

const COMMON = ["en", "de", "fr", "es", "it", "nl", "pl", "pt", "tr", "ar", "zh", "ja"];

export function EditorFields(props: {
  readonly form: Form<Draft>;
  readonly facets: Facets | null;
  readonly proposing: Proposing;
}): JSX.Element {
  const { form, facets } = props;
  const { value } = form;
  const locales = [...new Set([...(facets?.locales.map(one => one.name) ?? []), ...COMMON, value.locale])];
  return (
    <>
      <TextField label="Question" hint="As a customer would ask it." {...typed(form, "question")} />
      <TextArea label="Answer" hint={answerHint(value.answer)} rows={10} {...typed(form, "answer")} />
      <Wordings proposing={props.proposing} {...chosen(form, "variants")} />
      <div class="halves">
        <Select
          label="Language"
          options={locales.map(tag => [tag, `${languageName(tag)} (${tag})`] as const)}
          {...chosen(form, "locale")}
        />
        <TextField
          label="Link"
          type="url"
          hint="Where a customer reads more; shown below the answer."
          placeholder="https://"
          {...typed(form, "url")}
        />
      </div>
      <div class="halves">
        <Chips
          label="Tags"
          hint="For you, to find it again. Enter adds one."
          suggestions={facets?.tags.map(one => one.name) ?? []}
          {...chosen(form, "tags")}
        />
        <Chips
          label="Products"
          hint="Numbers of the products it is about; none means all."
          {...chosen(form, "products")}
        />
      </div>
      <fieldset class="field">
        <legend>Valid</legend>
        <div class="halves">
          <TimeField label="From" {...typed(form, "valid_from")} />
          <TimeField label="Until" {...typed(form, "valid_until")} />
        </div>
        <div class="hint">In your time, {hereZone()}. Empty: always.</div>
      </fieldset>
    </>
  );
}

function answerHint(answer: string): string {
  const left = LONGEST_ANSWER - [...answer].length;
  if (left < 2_000) return `${left.toLocaleString()} characters left.`;
  return "Markdown: **bold**, lists with -, [words](https://…), tables. The bot says it in its own words, or in these.";
}

function TimeField(props: {
  readonly label: string;
  readonly value: string;
  readonly wrong: string | null;
  readonly onInput: (value: string) => void;
}): JSX.Element {
  return (
    <Field label={props.label} wrong={props.wrong}>
      {inner => (
        <input
          {...inner}
          class="input"
          type="datetime-local"
          value={props.value}
          onInput={event => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
