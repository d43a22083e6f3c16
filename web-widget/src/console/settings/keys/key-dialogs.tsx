import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import { useTask } from "../../api/use";
import { chosen, typed } from "../../kit/bind";
import { Select, TextField } from "../../kit/field";
import { useForm } from "../../kit/form";
import { FormDialog, Removal, TaskDialog } from "../../kit/form-dialog";
import { Ticks } from "../../kit/form-part";
import { type ApiKey, bodyOf, check, type IssuedKey, type KeyDraft, named, SCOPES } from "./rules";

export function NewKey(props: {
  readonly onIssued: (issued: IssuedKey) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const today = new Date().toISOString().slice(0, 10);
  const form = useForm<KeyDraft>(
    { name: "", scopes: ["conversations"], until: "" },
    { check: draft => check(draft, today), named },
  );
  const issue = async (draft: KeyDraft): Promise<undefined> => {
    props.onIssued(await ask<IssuedKey>("POST", "/keys", { body: bodyOf(draft) }));
  };
  return (
    <FormDialog
      title="New API key"
      verb="Make the key"
      form={form}
      onSubmit={() => void form.submit(issue)}
      onClose={props.onClose}
    >
      <TextField label="Name" hint="Which system has it." autofocus {...typed(form, "name")} />
      <Ticks legend="It may use" options={SCOPES} {...chosen(form, "scopes")} />
      <TextField label="Expires on" type="date" min={today} hint="Empty: never." {...typed(form, "until")} />
    </FormDialog>
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
  const { busy, why, run } = useTask();
  const rotate = () =>
    run(async () => {
      const body = { overlap_seconds: Number(overlap) };
      props.onIssued(await ask<IssuedKey>("POST", `/keys/${props.of.id}/rotate`, { body }));
    });
  return (
    <TaskDialog
      title={`Replace the key for ${props.of.name}`}
      verb="Replace"
      busy={busy}
      why={why}
      onSubmit={() => void rotate()}
      onClose={props.onClose}
    >
      <p>A new key of the same kind is good at once.</p>
      <Select label="The old one" value={overlap} options={OVERLAPS} onChange={setOverlap} />
    </TaskDialog>
  );
}

export function Revoke(props: {
  readonly of: ApiKey;
  readonly onGone: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <Removal
      title={`Revoke the key for ${props.of.name}?`}
      verb="Revoke"
      path={`/keys/${props.of.id}`}
      done="The key is revoked."
      onGone={props.onGone}
      onClose={props.onClose}
    >
      <p>From the next request on it opens nothing. Whatever still uses it stops working.</p>
    </Removal>
  );
}
