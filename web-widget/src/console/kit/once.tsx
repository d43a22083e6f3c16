import type { ComponentChildren, JSX } from "preact";
import { Button } from "./button";
import { CopyBox } from "./copy";
import { Dialog } from "./dialog";
import { Notice } from "./states";

/** A secret that is shown this once. Escape does not close it by chance: it could not be seen again. */
export function ShownOnce(props: {
  readonly title: string;
  readonly label: string;
  readonly secret: string;
  readonly children?: ComponentChildren;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <Dialog
      title={props.title}
      onClose={() => undefined}
      actions={
        <Button kind="primary" onClick={props.onClose}>
          I have stored it
        </Button>
      }
    >
      <Notice kind="warn">Copy it now: it is never shown again.</Notice>
      <CopyBox label={props.label} text={props.secret} />
      {props.children}
    </Dialog>
  );
}
