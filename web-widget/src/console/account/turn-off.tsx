import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useTask } from "../api/use";
import { TaskDialog } from "../kit/form-dialog";
import { toast } from "../kit/toast";
import { CodeField } from "./code-field";
import { PasswordField } from "./password-fields";
import { secondFactor } from "./second-factor";

export function TurnOff({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const { busy, why, run } = useTask();
  const turnOff = async () => {
    if (!(await run(() => secondFactor.remove(password, code)))) return;
    toast("The second factor is off.");
    onClose();
  };
  return (
    <TaskDialog
      title="Turn the second factor off"
      verb="Turn off"
      busy={busy}
      why={why}
      danger
      onSubmit={() => void turnOff()}
      onClose={onClose}
    >
      <p>Then your password alone opens this console.</p>
      <PasswordField label="Your password" value={password} onInput={setPassword} autofocus />
      <CodeField value={code} onInput={setCode} hint="Or one of your recovery codes." />
    </TaskDialog>
  );
}
