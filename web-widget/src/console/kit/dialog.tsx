import { X } from "lucide";
import type { ComponentChildren, JSX, RefObject } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Button } from "./button";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** The main one last. */
  readonly actions?: ComponentChildren;
  readonly wide?: boolean;
  /** Makes it a form, submitted by Enter. */
  readonly onSubmit?: () => void;
  /** The form's element, to focus errors; disables the browser's validation. */
  readonly formRef?: RefObject<HTMLFormElement | null>;
}

/** Shows a `dialog` modally while mounted, and returns the focus. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return dialog;
}

/** A modal dialog; the browser traps focus, closes on Escape and returns the focus. */
export function Dialog(props: DialogProps): JSX.Element {
  const dialog = useModal();
  const id = useId();
  const inside = (
    <>
      <div class="body">{props.children}</div>
      {props.actions && <div class="actions">{props.actions}</div>}
    </>
  );
  return (
    <dialog
      ref={dialog}
      class={props.wide ? "dialog wide" : "dialog"}
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <header>
        <h2 id={id}>{props.title}</h2>
        <Button kind="quiet" size="small" icon={X} label="Close" onClick={props.onClose} />
      </header>
      {props.onSubmit ? (
        <form
          ref={props.formRef ?? null}
          noValidate={props.formRef !== undefined}
          onSubmit={event => {
            event.preventDefault();
            props.onSubmit?.();
          }}
        >
          {inside}
        </form>
      ) : (
        inside
      )}
    </dialog>
  );
}
