import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useDeed } from "../api/use";
import { Button } from "../kit/button";
import { Dialog } from "../kit/dialog";
import { TextField } from "../kit/field";
import { Notice } from "../kit/states";
import { CodeField } from "./code-field";
import { Qr } from "./qr";
import { RecoveryCodes } from "./recovery-codes";
import { type Enrolment, secondFactor, spaced } from "./second-factor";

/** Password, then the QR code and a first code from the app, then the recovery codes. */
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
  const { busy, why, run } = useDeed();
  return (
    <Dialog
      title="Set up a second factor"
      onClose={props.onClose}
      onSubmit={() => void run(async () => props.onBegun(await secondFactor.begin(password)))}
      actions={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={busy}>
            Go on
          </Button>
        </>
      }
    >
      {why && <Notice kind="bad">{why}</Notice>}
      <p>You need an authenticator app on your phone. First, show that it is you.</p>
      <TextField
        label="Your password"
        type="password"
        autocomplete="current-password"
        value={password}
        onInput={setPassword}
        required
        autofocus
      />
    </Dialog>
  );
}

function Scan(props: {
  readonly enrolment: Enrolment;
  readonly onConfirmed: (codes: readonly string[]) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { secret, uri } = props.enrolment;
  const [code, setCode] = useState("");
  const { busy, why, run } = useDeed();
  return (
    <Dialog
      title="Scan the code"
      onClose={props.onClose}
      onSubmit={() =>
        void run(async () => props.onConfirmed((await secondFactor.confirm(code)).recovery_codes))
      }
      actions={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={busy}>
            Turn on
          </Button>
        </>
      }
    >
      {why && <Notice kind="bad">{why}</Notice>}
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
    </Dialog>
  );
}
