import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import { useDeed } from "../../api/use";
import { Button } from "../../kit/button";
import { Confirm, Dialog } from "../../kit/dialog";
import { Check, Select, TextField } from "../../kit/field";
import { useForm } from "../../kit/form";
import { Notice } from "../../kit/states";
import { toast } from "../../kit/toast";
import { type ApiKey, bodyOf, check, fieldOf, type IssuedKey, type KeyWish, SCOPES } from "./rules";

export function NewKey(props: {
  readonly onIssued: (issued: IssuedKey) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const today = new Date().toISOString().slice(0, 10);
  const form = useForm<KeyWish>(
    { name: "", scopes: ["conversations"], until: "" },
    { check: wish => check(wish, today), fieldOf },
  );
  const { value, set, wrong } = form;
  const issue = async (wish: KeyWish): Promise<undefined> => {
    props.onIssued(await ask<IssuedKey>("POST", "keys", { body: bodyOf(wish) }));
  };
  return (
    <Dialog
      title="New API key"
      onClose={props.onClose}
      onSubmit={() => void form.submit(issue)}
      formRef={form.box}
      actions={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            Make the key
          </Button>
        </>
      }
    >
      {form.why && <Notice kind="bad">{form.why}</Notice>}
      <TextField
        label="Name"
        hint="Which system has it."
        value={value.name}
        wrong={wrong("name")}
        autofocus
        onInput={name => set({ name })}
      />
      <fieldset class="field">
        <legend>It may use</legend>
        <div class="stack tight">
          {SCOPES.map(([scope, text]) => (
            <Check
              key={scope}
              label={text}
              checked={value.scopes.includes(scope)}
              onChange={on =>
                set({ scopes: on ? [...value.scopes, scope] : value.scopes.filter(one => one !== scope) })
              }
            />
          ))}
        </div>
        {wrong("scopes") && (
          <div class="wrong" role="alert">
            {wrong("scopes")}
          </div>
        )}
      </fieldset>
      <TextField
        label="Expires on"
        type="date"
        min={today}
        hint="Empty: never."
        value={value.until}
        wrong={wrong("until")}
        onInput={until => set({ until })}
      />
    </Dialog>
  );
}

const OVERLAPS: readonly (readonly [string, string])[] = [
  ["0", "ends at once"],
  ["3600", "works for an hour more"],
  ["86400", "works for a day more"],
  ["604800", "works for a week more"],
];

export function Rotate(props: {
  readonly of: ApiKey;
  readonly onIssued: (issued: IssuedKey) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const [overlap, setOverlap] = useState("86400");
  const { busy, why, run } = useDeed();
  const rotate = () =>
    run(async () => {
      const body = { overlap_seconds: Number(overlap) };
      props.onIssued(await ask<IssuedKey>("POST", `keys/${props.of.id}/rotate`, { body }));
    });
  return (
    <Dialog
      title={`Replace the key for ${props.of.name}`}
      onClose={props.onClose}
      onSubmit={() => void rotate()}
      actions={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={busy}>
            Replace
          </Button>
        </>
      }
    >
      {why && <Notice kind="bad">{why}</Notice>}
      <p>A new key of the same kind is good at once.</p>
      <Select label="The old one" value={overlap} options={OVERLAPS} onChange={setOverlap} />
    </Dialog>
  );
}

export function Revoke(props: {
  readonly of: ApiKey;
  readonly onGone: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { busy, why, run } = useDeed();
  const revoke = async () => {
    if (!(await run(() => ask("DELETE", `keys/${props.of.id}`)))) return;
    toast("The key is revoked.");
    props.onGone();
  };
  return (
    <Confirm
      title={`Revoke the key for ${props.of.name}?`}
      verb="Revoke"
      busy={busy}
      onConfirm={() => void revoke()}
      onClose={props.onClose}
    >
      {why && <Notice kind="bad">{why}</Notice>}
      <p>From the next request on it opens nothing. Whatever still uses it stops working.</p>
    </Confirm>
  );
}
