import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../api/http";
import type { Session } from "../api/types";
import { useDeed } from "../api/use";
import { Button } from "../kit/button";
import { TextField } from "../kit/field";
import { Notice } from "../kit/states";
import { EntryCard, type EntryProps } from "./entry";

export function SignIn(props: EntryProps & { readonly onForgot: () => void }): JSX.Element {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { busy, why, run } = useDeed();
  const signIn = () =>
    run(async () =>
      props.onEntered(await ask<Session>("POST", "session", { body: { email: email.trim(), password } })),
    );
  return (
    <EntryCard title="Sign in">
      {props.ended && !why && <Notice>Your session has ended. Sign in again; drafts are kept.</Notice>}
      {why && <Notice kind="bad">{why}</Notice>}
      <form
        onSubmit={event => {
          event.preventDefault();
          void signIn();
        }}
      >
        <TextField
          label="E-mail"
          type="email"
          autocomplete="username"
          value={email}
          onInput={setEmail}
          required
          autofocus
        />
        <TextField
          label="Password"
          type="password"
          autocomplete="current-password"
          value={password}
          onInput={setPassword}
          required
        />
        <Button type="submit" kind="primary" busy={busy}>
          Sign in
        </Button>
      </form>
      <Button kind="quiet" onClick={props.onForgot}>
        I forgot my password
      </Button>
    </EntryCard>
  );
}
