import type { JSX } from "preact";
import { Markdown } from "../../kit/markdown/view";
import type { Entry, Facets } from "../api/faq";
import type { Form } from "../kit/form";
import type { Draft } from "./draft";
import { TestPanel } from "./test-panel";

/** Preview of an entry, and whether customers find it. */
export function Aside(props: {
  readonly form: Form<Draft>;
  readonly entry: Entry | null;
  readonly facets: Facets | null;
}): JSX.Element {
  const { value, dirty } = props.form;
  return (
    <aside class="stack">
      <AnswerPreview text={value.answer} title="Preview" />
      <TestPanel
        locales={props.facets?.locales.map(one => one.name) ?? []}
        dirty={dirty}
        suggestion={value.variants.find(one => one.trim()) ?? value.question}
        {...(props.entry && { own: props.entry.id })}
      />
    </aside>
  );
}

export function AnswerPreview(props: { readonly text: string; readonly title: string }): JSX.Element {
  return (
    <section class="card preview" aria-label={props.title}>
      <h2 class="small-head">{props.title}</h2>
      {props.text.trim() ? (
        <div class="bubble" dir="auto">
          <Markdown text={props.text} />
        </div>
      ) : (
        <p class="soft">The answer shows here as a customer sees it.</p>
      )}
    </section>
  );
}
