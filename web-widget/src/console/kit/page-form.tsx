import type { ComponentChildren, JSX } from "preact";
import type { Form } from "./form";
import { SaveBar } from "./save-bar";
import { Notice } from "./states";
import { type Guard, useUnsaved } from "./unsaved";

interface PageFormProps<T> {
  readonly form: Form<T>;
  readonly onSubmit: () => void;
  readonly class?: string;
  /** For those who may look and not touch: says so, and has nothing to save with. */
  readonly locked?: boolean;
  readonly verb?: string;
  /** For a new thing: it can be saved as it stands. */
  readonly always?: boolean;
  /** Where the page must let itself go after saving. */
  readonly guard?: Guard;
  readonly children: ComponentChildren;
}

/** A page that is one form: saved at its foot, and not left with anything unsaved. */
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
