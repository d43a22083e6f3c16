import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../api/http";
import { useTask } from "../api/use";
import { Button } from "../kit/button";
import { EntryCard } from "../kit/entry-card";
import { Notice } from "../kit/states";
import { EmailField } from "./password-fields";

export function ForgotPassword({ onBack }: { readonly onBack: () => void }): JSX.Element {
  const [email, setEmail] = useState("");
  const [sent, setSent] = useState(false);
  const { busy, why, run } = useTask();
  const send = async () => {
    if (await run(() => ask("POST", "password-reset", { body: { email: email.trim() } }))) setSent(true);
  };
  return (
    <EntryCard title="A new password">
      {why && <Notice kind="bad">{why}</Notice>}
      {sent ? (
        <Notice kind="good">
          If an account has this address, a link is on its way to it. It works once, for 30 minutes. No mail?
          Ask an administrator of your shop for a link.
        </Notice>
      ) : (
        <form
          onSubmit={event => {
            event.preventDefault();
            void send();
          }}
        >
          <EmailField value={email} onInput={setEmail} />
          <Button type="submit" kind="primary" busy={busy}>
            Send me a link
          </Button>
        </form>
      )}
      <Button kind="quiet" onClick={onBack}>
        Back to sign in
      </Button>
    </EntryCard>
  );
}
