import type { JSX } from "preact";
import { ask } from "../../api/http";
import { useDeed } from "../../api/use";
import { Button } from "../../kit/button";
import { Confirm, Dialog } from "../../kit/dialog";
import { Check, TextField } from "../../kit/field";
import { useForm } from "../../kit/form";
import { ShownOnce } from "../../kit/once";
import { Notice } from "../../kit/states";
import { toast } from "../../kit/toast";
import { bodyOf, check, EVENTS, fieldOf, type KeyedWebhook, type Webhook, type Wish } from "./rules";

export function HookDialog(props: {
  /** null: a new one, which comes back with its secret. */
  readonly hook: Webhook | null;
  readonly onSaved: (hook: Webhook) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { hook } = props;
  const form = useForm<Wish>(
    { url: hook?.url ?? "", events: hook?.events ?? ["conversation.handoff_requested"] },
    { check, fieldOf },
  );
  const { value, set, wrong } = form;
  const save = async (wish: Wish): Promise<undefined> => {
    const body = bodyOf(wish);
    const saved = hook
      ? await ask<Webhook>("PUT", `webhooks/${hook.id}`, { body })
      : await ask<Webhook>("POST", "webhooks", { body });
    if (hook) toast("Saved.");
    props.onSaved(saved);
  };
  return (
    <Dialog
      title={hook ? "Edit the webhook" : "New webhook"}
      onClose={props.onClose}
      onSubmit={() => void form.submit(save)}
      formRef={form.box}
      actions={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            {hook ? "Save" : "Add the webhook"}
          </Button>
        </>
      }
    >
      {form.why && <Notice kind="bad">{form.why}</Notice>}
      <TextField
        label="Address"
        type="url"
        placeholder="https://"
        hint="It must be on the public internet and answer within seconds."
        value={value.url}
        wrong={wrong("url")}
        autofocus
        onInput={url => set({ url })}
      />
      <fieldset class="field">
        <legend>It hears when</legend>
        <div class="stack tight">
          {EVENTS.map(([event, text]) => (
            <Check
              key={event}
              label={text}
              hint={<code>{event}</code>}
              checked={value.events.includes(event)}
              onChange={on =>
                set({ events: on ? [...value.events, event] : value.events.filter(one => one !== event) })
              }
            />
          ))}
        </div>
        {wrong("events") && (
          <div class="wrong" role="alert">
            {wrong("events")}
          </div>
        )}
      </fieldset>
    </Dialog>
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
  const { busy, why, run } = useDeed();
  const rotate = () =>
    run(async () => {
      props.onRotated(await ask<KeyedWebhook>("POST", `webhooks/${props.hook.id}/rotate-secret`));
    });
  return (
    <Confirm
      title="Make a new secret?"
      verb="Make it"
      busy={busy}
      onConfirm={() => void rotate()}
      onClose={props.onClose}
    >
      {why && <Notice kind="bad">{why}</Notice>}
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
  const { busy, why, run } = useDeed();
  const remove = async () => {
    if (!(await run(() => ask("DELETE", `webhooks/${props.hook.id}`)))) return;
    toast("The webhook is deleted.");
    props.onGone();
  };
  return (
    <Confirm
      title="Delete this webhook?"
      verb="Delete"
      busy={busy}
      onConfirm={() => void remove()}
      onClose={props.onClose}
    >
      {why && <Notice kind="bad">{why}</Notice>}
      <p>
        <bdi dir="ltr">{props.hook.url}</bdi> hears nothing more. What still waits is not sent, and its log is
        deleted with it.
      </p>
    </Confirm>
  );
}
