import type { ComponentChildren, JSX } from "preact";
import { Button } from "./button";
import type { Form } from "./form";
import { Notice } from "./states";

/** At the foot of a form, always in sight: whether something is unsaved, and what to do about it. */
export function SaveBar<T>(props: {
  readonly form: Form<T>;
  readonly verb?: string;
  /** There even when nothing has changed, as for a new thing. */
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
