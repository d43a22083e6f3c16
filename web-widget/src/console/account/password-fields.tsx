import type { JSX } from "preact";
import { TextField } from "../kit/field";

interface Typed {
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** The current password. */
export function PasswordField(
  props: Typed & { readonly label?: string; readonly autofocus?: boolean },
): JSX.Element {
  return <TextField label="Password" type="password" autocomplete="current-password" required {...props} />;
}

export function NewPassword(props: {
  readonly first: Typed;
  readonly again: Typed;
  readonly autofocus?: boolean;
}): JSX.Element {
  const { first, again, autofocus = false } = props;
  return (
    <>
      <TextField
        label="New password"
        type="password"
        autocomplete="new-password"
        hint="Several words are safer than a few odd characters."
        required
        autofocus={autofocus}
        {...first}
      />
      <TextField
        label="The same again"
        type="password"
        autocomplete="new-password"
        wrong={differ(first.value, again.value) ? "The two are not the same." : null}
        required
        {...again}
      />
    </>
  );
}

/** Silent until the second is started. */
export function differ(first: string, again: string): boolean {
  return again !== "" && again !== first;
}

export function EmailField(props: Typed): JSX.Element {
  return <TextField label="E-mail" type="email" autocomplete="username" required autofocus {...props} />;
}
