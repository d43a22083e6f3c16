import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../api/http";
import { useTask } from "../api/use";
import { Button } from "../kit/button";
import { EntryCard } from "../kit/entry-card";
import { Notice } from "../kit/states";
import { toast } from "../kit/toast";
import { differ, NewPassword } from "./password-fields";

/** For links of invitations and forgotten passwords. */
export function ChoosePassword(props: {
  readonly token: string;
  readonly onDone: () => void;
  readonly onForgot: () => void;
}): JSX.Element {
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const { busy, why, run } = useTask();
  const differs = differ(password, again);
  const choose = async () => {
    if (password !== again) return;
    const body = { token: props.token, password };
    if (!(await run(() => ask("POST", "password-reset/confirm", { body })))) return;
    toast("Your password is set. Sign in with it.");
    props.onDone();
  };
  return (
    <EntryCard title="Choose a password">
      {why && <Notice kind="bad">{why}</Notice>}
      <form
        onSubmit={event => {
          event.preventDefault();
          void choose();
        }}
      >
        <NewPassword
          first={{ value: password, onInput: setPassword }}
          again={{ value: again, onInput: setAgain }}
          autofocus
        />
        <Button type="submit" kind="primary" busy={busy} disabled={differs}>
          Set password
        </Button>
      </form>
      <Button kind="quiet" onClick={props.onForgot}>
        Send me a new link
      </Button>
    </EntryCard>
  );
}
