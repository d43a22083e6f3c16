import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../api/http";
import { useTask } from "../api/use";
import { Button } from "../kit/button";
import { Notice } from "../kit/states";
import { toast } from "../kit/toast";
import { useSession } from "../session";
import { differ, NewPassword, PasswordField } from "./password-fields";

export function PasswordCard(): JSX.Element {
  const { session } = useSession();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const { busy, why, run } = useTask();
  const differs = differ(password, again);
  const change = async () => {
    if (password !== again) return;
    if (!(await run(() => ask("PUT", "password", { body: { current, password } })))) return;
    for (const clear of [setCurrent, setPassword, setAgain]) clear("");
    toast("Your password is changed. Your other sessions have ended.");
  };
  return (
    <section class="card">
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          void change();
        }}
      >
        <h2>Password</h2>
        {why && <Notice kind="bad">{why}</Notice>}
        {/* For password managers: whose password it is. */}
        <input
          class="sr"
          type="email"
          autocomplete="username"
          value={session.agent.email}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <PasswordField label="Current password" value={current} onInput={setCurrent} />
        <NewPassword
          first={{ value: password, onInput: setPassword }}
          again={{ value: again, onInput: setAgain }}
        />
        <div class="row wrap">
          <Button type="submit" kind="primary" busy={busy} disabled={differs}>
            Change password
          </Button>
          <span class="soft small">Ends your sessions everywhere else.</span>
        </div>
      </form>
    </section>
  );
}
