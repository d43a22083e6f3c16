import { X } from "lucide";
import type { ComponentChildren, JSX, RefObject } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Button } from "./button";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons, the one that does it last. */
  readonly actions?: ComponentChildren;
  readonly wide?: boolean;
  /** Makes the whole a form: Enter does it. */
  readonly onSubmit?: () => void;
  /** The form's element, for those who look for what is wrong in it; then nothing is left to the browser's own checks. */
  readonly formRef?: RefObject<HTMLFormElement | null>;
}

/** Shows a `dialog` as a modal one while it is on the page, and gives the focus back afterwards. */
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

/** A modal dialog. The browser keeps the focus inside, closes it with Escape and gives the focus back. */
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
