import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useTask } from "../api/use";
import { TaskDialog } from "../kit/form-dialog";
import { CodeField } from "./code-field";
import { PasswordField } from "./password-fields";
import { Qr } from "./qr";
import { RecoveryCodes } from "./recovery-codes";
import { type Enrolment, secondFactor, spaced } from "./second-factor";

/** Password, then QR code and first code, then recovery codes. */
export function Enrol({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onClose={onClose} />;
  return enrolment ? (
    <Scan key="scan" enrolment={enrolment} onConfirmed={setCodes} onClose={onClose} />
  ) : (
    <Prove key="prove" onBegun={setEnrolment} onClose={onClose} />
  );
}

function Prove(props: {
  readonly onBegun: (enrolment: Enrolment) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const [password, setPassword] = useState("");
  const { busy, why, run } = useTask();
  return (
    <TaskDialog
      title="Set up a second factor"
      verb="Go on"
      busy={busy}
      why={why}
      onSubmit={() => void run(async () => props.onBegun(await secondFactor.begin(password)))}
      onClose={props.onClose}
    >
      <p>You need an authenticator app on your phone. First, show that it is you.</p>
      <PasswordField label="Your password" value={password} onInput={setPassword} autofocus />
    </TaskDialog>
  );
}

function Scan(props: {
  readonly enrolment: Enrolment;
  readonly onConfirmed: (codes: readonly string[]) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { secret, uri } = props.enrolment;
  const [code, setCode] = useState("");
  const { busy, why, run } = useTask();
  return (
    <TaskDialog
      title="Scan the code"
      verb="Turn on"
      busy={busy}
      why={why}
      onSubmit={() =>
        void run(async () => props.onConfirmed((await secondFactor.confirm(code)).recovery_codes))
      }
      onClose={props.onClose}
    >
      <div class="enrol">
        <Qr text={uri} label="QR code for the authenticator app" />
        <div class="stack">
          <p>Scan this with your authenticator app. Where you cannot scan, type this key into it:</p>
          <code class="secret" dir="ltr">
            {spaced(secret)}
          </code>
        </div>
      </div>
      <CodeField value={code} onInput={setCode} hint="Six digits; the app shows them now." autofocus />
    </TaskDialog>
  );
}
