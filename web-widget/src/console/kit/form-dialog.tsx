/** Dialogs with an action; each can be cancelled and shows its error. */
import type { ComponentChildren, JSX, RefObject } from "preact";
import { ask } from "../api/http";
import { useTask } from "../api/use";
import { Button } from "./button";
import { Dialog } from "./dialog";
import type { Form } from "./form";
import { Notice } from "./states";
import { toast } from "./toast";

interface AskProps {
  readonly title: string;
  /** Button text. */
  readonly verb: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

interface DoingProps extends AskProps {
  readonly busy: boolean;
  readonly why: string | null;
  readonly onSubmit: () => void;
  readonly formRef?: RefObject<HTMLFormElement | null>;
}

/** Asks for input and acts, by button or Enter. */
export function TaskDialog(props: DoingProps & { readonly byButtonAlone?: boolean }): JSX.Element {
  const { byButtonAlone = false, onSubmit } = props;
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      {...(!byButtonAlone && { onSubmit })}
      {...(props.formRef && { formRef: props.formRef })}
      actions={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            kind={props.danger ? "danger" : "primary"}
            busy={props.busy}
            disabled={props.disabled ?? false}
            {...(byButtonAlone ? { onClick: onSubmit } : { type: "submit" })}
          >
            {props.verb}
          </Button>
        </>
      }
    >
      {props.why && <Notice kind="bad">{props.why}</Notice>}
      {props.children}
    </Dialog>
  );
}

export function FormDialog<T>(
  props: AskProps & { readonly form: Form<T>; readonly onSubmit: () => void },
): JSX.Element {
  const { form } = props;
  return <TaskDialog {...props} busy={form.busy} why={form.why} formRef={form.box} />;
}

/** Confirms an irreversible action; Enter does not trigger it. */
export function Confirm(
  props: Omit<DoingProps, "danger" | "formRef" | "onSubmit"> & { readonly onConfirm: () => void },
): JSX.Element {
  return <TaskDialog {...props} danger byButtonAlone onSubmit={props.onConfirm} />;
}

/** Confirms, deletes what is at `path`, and reports it. */
export function Removal(props: {
  readonly title: string;
  readonly verb?: string;
  readonly path: string;
  readonly done: string;
  readonly onGone: () => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { busy, why, run } = useTask();
  const remove = async () => {
    if (!(await run(() => ask("DELETE", props.path)))) return;
    toast(props.done);
    props.onGone();
  };
  return (
    <Confirm
      title={props.title}
      verb={props.verb ?? "Delete"}
      busy={busy}
      why={why}
      onConfirm={() => void remove()}
      onClose={props.onClose}
    >
      {props.children}
    </Confirm>
  );
}
