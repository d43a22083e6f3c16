import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useDeed } from "../api/use";
import { Button } from "../kit/button";
import { Dialog } from "../kit/dialog";
import { Notice } from "../kit/states";
import { CodeField } from "./code-field";
import { RecoveryCodes } from "./recovery-codes";
import { secondFactor } from "./second-factor";

export function NewCodes({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const [code, setCode] = useState("");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { busy, why, run } = useDeed();
  if (codes) return <RecoveryCodes codes={codes} onClose={onClose} />;
  return (
    <Dialog
      title="New recovery codes"
      onClose={onClose}
      onSubmit={() => void run(async () => setCodes((await secondFactor.newCodes(code)).recovery_codes))}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={busy}>
            Make new ones
          </Button>
        </>
      }
    >
      {why && <Notice kind="bad">{why}</Notice>}
      <p>The old ones stop working.</p>
      <CodeField value={code} onInput={setCode} autofocus />
    </Dialog>
  );
}
