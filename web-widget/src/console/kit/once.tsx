import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "./button";
import { CopyBox } from "./copy";
import { Dialog } from "./dialog";
import { Notice } from "./states";

/** A secret that cannot be shown again. Escape does not close it before it was copied. */
export function ShownOnce(props: {
  readonly title: string;
  readonly label: string;
  readonly secret: string;
  readonly children?: ComponentChildren;
  readonly onClose: () => void;
}): JSX.Element {
  const [copied, setCopied] = useState(false);
  const [warned, setWarned] = useState(false);
  return (
    <Dialog
      title={props.title}
      onClose={() => (copied || warned ? props.onClose() : setWarned(true))}
      actions={
        <Button kind="primary" onClick={props.onClose}>
          I have stored it
        </Button>
      }
    >
      {warned && !copied ? (
        <Notice kind="bad">
          You have not copied it, and it is never shown again. Close once more to leave it.
        </Notice>
      ) : (
        <Notice kind="warn">Copy it now: it is never shown again.</Notice>
      )}
      <CopyBox label={props.label} text={props.secret} onCopied={() => setCopied(true)} />
      {props.children}
    </Dialog>
  );
}
