import type { JSX } from "preact";
import { Button } from "../../kit/button";
import { CopyBox } from "../../kit/copy";
import { Dialog } from "../../kit/dialog";
import { Notice } from "../../kit/states";
import { exact } from "../../kit/time";
import type { Invited } from "./types";

/** The link to choose a password: mailed, or shown to the administrator. */
export function LinkDialog(props: {
  readonly invited: Invited;
  readonly fresh: boolean;
  readonly onClose: () => void;
}): JSX.Element {
  const { agent, link, expires_at } = props.invited;
  return (
    <Dialog
      title={props.fresh ? `${agent.name} is invited` : `A new link for ${agent.name}`}
      onClose={props.onClose}
      actions={
        <Button kind="primary" onClick={props.onClose}>
          Done
        </Button>
      }
    >
      {link ? (
        <>
          <p>
            No mail is set up, so hand this link on yourself, in a message that only {agent.name} reads. It
            works once, until {exact(expires_at)}, and is shown only now.
          </p>
          <CopyBox label="The link" text={new URL(link, location.origin).href} />
        </>
      ) : (
        <Notice kind="good">
          A mail with a link is on its way to <bdi>{agent.email}</bdi>. It works once, until{" "}
          {exact(expires_at)}.
        </Notice>
      )}
    </Dialog>
  );
}
