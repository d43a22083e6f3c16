import type { ComponentChildren, JSX } from "preact";
import type { Form } from "./form";
import { SaveBar } from "./save-bar";
import { Notice } from "./states";
import { type Guard, useUnsaved } from "./unsaved";

interface PageFormProps<T> {
  readonly form: Form<T>;
  readonly onSubmit: () => void;
  readonly class?: string;
  /** Read-only: says so, and has no save button. */
  readonly locked?: boolean;
  readonly verb?: string;
  /** For a new object: can be saved unchanged. */
  readonly always?: boolean;
  /** For a page that navigates after saving. */
  readonly guard?: Guard;
  readonly children: ComponentChildren;
}

/** A page with one form, a save bar, and a warning about unsaved changes. */
export function PageForm<T>(props: PageFormProps<T>): JSX.Element {
  return props.guard ? <Inner {...props} guard={props.guard} /> : <Guarded {...props} />;
}

function Guarded<T>(props: PageFormProps<T>): JSX.Element {
  return <Inner {...props} guard={useUnsaved(props.form.dirty)} />;
}

function Inner<T>(props: PageFormProps<T> & { readonly guard: Guard }): JSX.Element {
  const { form } = props;
  return (
    <form
      ref={form.box}
      class={props.class ? `stack wide ${props.class}` : "stack wide"}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      {props.locked && <Notice>You can see this page; an administrator can change it.</Notice>}
      {props.children}
      {!props.locked && (
        <SaveBar
          form={form}
          {...(props.verb && { verb: props.verb })}
          {...(props.always && { always: true })}
        />
      )}
      {props.guard.dialog}
    </form>
  );
}
