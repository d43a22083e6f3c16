import type { JSX } from "preact";
import type { Facets } from "../api/faq";
import { Chips } from "../kit/chips";
import { Field, Select, TextArea, TextField } from "../kit/field";
import type { Form } from "../kit/form";
import { type Draft, LONGEST_ANSWER } from "./draft";
import { languageName } from "./filters";
import { type Proposing, Wordings } from "./wordings";

const COMMON = ["en", "de", "fr", "es", "it", "nl", "pl", "pt", "tr", "ar", "zh", "ja"];

export function EditorFields(props: {
  readonly form: Form<Draft>;
  readonly facets: Facets | null;
  readonly proposing: Proposing;
}): JSX.Element {
  const { form, facets } = props;
  const { value, set, wrong } = form;
  const locales = [...new Set([...(facets?.locales.map(one => one.name) ?? []), ...COMMON, value.locale])];
  return (
    <>
      <TextField
        label="Question"
        hint="As a customer would ask it."
        value={value.question}
        wrong={wrong("question")}
        onInput={question => set({ question })}
      />
      <TextArea
        label="Answer"
        hint={answerHint(value.answer)}
        rows={10}
        value={value.answer}
        wrong={wrong("answer")}
        onInput={answer => set({ answer })}
      />
      <Wordings
        value={value.variants}
        wrong={wrong("variants")}
        proposing={props.proposing}
        onChange={variants => set({ variants })}
      />
      <div class="halves">
        <Select
          label="Language"
          value={value.locale}
          options={locales.map(tag => [tag, `${languageName(tag)} (${tag})`] as const)}
          wrong={wrong("locale")}
          onChange={locale => set({ locale })}
        />
        <TextField
          label="Link"
          type="url"
          hint="Where a customer reads more; shown below the answer."
          placeholder="https://"
          value={value.url}
          wrong={wrong("url")}
          onInput={url => set({ url })}
        />
      </div>
      <div class="halves">
        <Chips
          label="Tags"
          hint="For you, to find it again. Enter adds one."
          value={value.tags}
          suggestions={facets?.tags.map(one => one.name) ?? []}
          wrong={wrong("tags")}
          onChange={tags => set({ tags })}
        />
        <Chips
          label="Products"
          hint="Numbers of the products it is about; none means all."
          value={value.products}
          wrong={wrong("products")}
          onChange={products => set({ products })}
        />
      </div>
      <fieldset class="field">
        <legend>Valid</legend>
        <div class="halves">
          <TimeField
            label="From"
            value={value.valid_from}
            wrong={wrong("valid_from")}
            onInput={valid_from => set({ valid_from })}
          />
          <TimeField
            label="Until"
            value={value.valid_until}
            wrong={wrong("valid_until")}
            onInput={valid_until => set({ valid_until })}
          />
        </div>
        <div class="hint">
          In your time, {Intl.DateTimeFormat().resolvedOptions().timeZone}. Empty: always.
        </div>
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
