import type { ComponentChildren, JSX } from "preact";
import { Button } from "./button";
import type { Form } from "./form";
import { Notice } from "./states";

/** At the end of a form, always visible. */
export function SaveBar<T>(props: {
  readonly form: Form<T>;
  readonly verb?: string;
  /** Visible without changes, too, for a new object. */
  readonly always?: boolean;
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { form } = props;
  return (
    <div class="save-bar">
      {form.why && <Notice kind="bad">{form.why}</Notice>}
      <div class="row wrap">
        <span class="soft small grow" role="status">
          {form.dirty ? "Not saved yet" : ""}
        </span>
        {props.children}
        {form.dirty && (
          <Button onClick={() => form.reset(form.saved)} disabled={form.busy}>
            Discard
          </Button>
        )}
        <Button type="submit" kind="primary" busy={form.busy} disabled={!form.dirty && !props.always}>
          {props.verb ?? "Save"}
        </Button>
      </div>
    </div>
  );
}
