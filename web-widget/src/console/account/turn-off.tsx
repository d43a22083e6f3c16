import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useDeed } from "../api/use";
import { Button } from "../kit/button";
import { Dialog } from "../kit/dialog";
import { TextField } from "../kit/field";
import { Notice } from "../kit/states";
import { toast } from "../kit/toast";
import { CodeField } from "./code-field";
import { secondFactor } from "./second-factor";

export function TurnOff({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const { busy, why, run } = useDeed();
  const turnOff = async () => {
    if (!(await run(() => secondFactor.remove(password, code)))) return;
    toast("The second factor is off.");
    onClose();
  };
  return (
    <Dialog
      title="Turn the second factor off"
      onClose={onClose}
      onSubmit={() => void turnOff()}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="danger" busy={busy}>
            Turn off
          </Button>
        </>
      }
    >
      {why && <Notice kind="bad">{why}</Notice>}
      <p>Then your password alone opens this console.</p>
      <TextField
        label="Your password"
        type="password"
        autocomplete="current-password"
        value={password}
        onInput={setPassword}
        required
        autofocus
      />
      <CodeField value={code} onInput={setCode} hint="Or one of your recovery codes." />
    </Dialog>
  );
}
