import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useTask } from "../api/use";
import { TaskDialog } from "../kit/form-dialog";
import { CodeField } from "./code-field";
import { RecoveryCodes } from "./recovery-codes";
import { secondFactor } from "./second-factor";

export function NewCodes({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const [code, setCode] = useState("");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { busy, why, run } = useTask();
  if (codes) return <RecoveryCodes codes={codes} onClose={onClose} />;
  return (
    <TaskDialog
      title="New recovery codes"
      verb="Make new ones"
      busy={busy}
      why={why}
      onSubmit={() => void run(async () => setCodes((await secondFactor.newCodes(code)).recovery_codes))}
      onClose={onClose}
    >
      <p>The old ones stop working.</p>
      <CodeField value={code} onInput={setCode} autofocus />
    </TaskDialog>
  );
}
