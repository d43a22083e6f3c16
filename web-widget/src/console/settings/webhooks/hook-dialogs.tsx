import type { JSX } from "preact";
import { ask } from "../../api/http";
import { useTask } from "../../api/use";
import { chosen, typed } from "../../kit/bind";
import { TextField } from "../../kit/field";
import { useForm } from "../../kit/form";
import { Confirm, FormDialog, Removal } from "../../kit/form-dialog";
import { Ticks } from "../../kit/form-part";
import { ShownOnce } from "../../kit/once";
import { toast } from "../../kit/toast";
import { bodyOf, check, EVENTS, type HookDraft, type KeyedWebhook, type Webhook } from "./rules";

export function HookDialog(props: {
  /** null: a new one, which comes back with its secret. */
  readonly hook: Webhook | null;
  readonly onSaved: (hook: Webhook) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { hook } = props;
  const form = useForm<HookDraft>(
    { url: hook?.url ?? "", events: hook?.events ?? ["conversation.handoff_requested"] },
    { check },
  );
  const save = async (draft: HookDraft): Promise<undefined> => {
    const body = bodyOf(draft);
    const saved = hook
      ? await ask<Webhook>("PUT", `/webhooks/${hook.id}`, { body, over: hook })
      : await ask<Webhook>("POST", "/webhooks", { body });
    if (hook) toast("Saved.");
    props.onSaved(saved);
  };
  return (
    <FormDialog
      title={hook ? "Edit the webhook" : "New webhook"}
      verb={hook ? "Save" : "Add the webhook"}
      form={form}
      onSubmit={() => void form.submit(save)}
      onClose={props.onClose}
    >
      <TextField
        label="Address"
        type="url"
        placeholder="https://"
        hint="It must be on the public internet and answer within seconds."
        autofocus
        {...typed(form, "url")}
      />
      <Ticks
        legend="It hears when"
        options={EVENTS}
        hint={event => <code>{event}</code>}
        {...chosen(form, "events")}
      />
    </FormDialog>
  );
}

/** The one time that a secret is seen. */
export function NewSecret(props: { readonly hook: KeyedWebhook; readonly onClose: () => void }): JSX.Element {
  return (
    <ShownOnce
      title="The webhook's secret"
      label="The secret"
      secret={props.hook.secret}
      onClose={props.onClose}
    >
      <p class="soft">
        With it your server checks that a call comes from here, as Standard Webhooks says; there are libraries
        for it.
        {props.hook.former_secret_until && " For a day the old secret signs as well."}
      </p>
    </ShownOnce>
  );
}

export function Rotate(props: {
  readonly hook: Webhook;
  readonly onRotated: (hook: KeyedWebhook) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { busy, why, run } = useTask();
  const rotate = () =>
    run(async () => {
      props.onRotated(await ask<KeyedWebhook>("POST", `/webhooks/${props.hook.id}/rotate-secret`));
    });
  return (
    <Confirm
      title="Make a new secret?"
      verb="Make it"
      busy={busy}
      why={why}
      onConfirm={() => void rotate()}
      onClose={props.onClose}
    >
      <p>
        For a day both secrets sign every call: time to give the new one to your server. After that the old
        one is void.
      </p>
    </Confirm>
  );
}

export function Remove(props: {
  readonly hook: Webhook;
  readonly onGone: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <Removal
      title="Delete this webhook?"
      path={`/webhooks/${props.hook.id}`}
      done="The webhook is deleted."
      onGone={props.onGone}
      onClose={props.onClose}
    >
      <p>
        <bdi dir="ltr">{props.hook.url}</bdi> hears nothing more. What still waits is not sent, and its log is
        deleted with it.
      </p>
    </Removal>
  );
}
