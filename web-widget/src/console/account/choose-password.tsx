import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../api/http";
import { useDeed } from "../api/use";
import { Button } from "../kit/button";
import { EntryCard } from "../kit/entry-card";
import { TextField } from "../kit/field";
import { Notice } from "../kit/states";
import { toast } from "../kit/toast";

/** Behind the link of an invitation or of a forgotten password. */
export function ChoosePassword(props: {
  readonly token: string;
  readonly onDone: () => void;
  readonly onForgot: () => void;
}): JSX.Element {
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const { busy, why, run } = useDeed();
  const differs = again !== "" && again !== password;
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
        <TextField
          label="New password"
          type="password"
          autocomplete="new-password"
          hint="Several words are safer than a few odd characters."
          value={password}
          onInput={setPassword}
          required
          autofocus
        />
        <TextField
          label="The same again"
          type="password"
          autocomplete="new-password"
          wrong={differs ? "The two are not the same." : null}
          value={again}
          onInput={setAgain}
          required
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
