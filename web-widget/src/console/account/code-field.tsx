import type { JSX } from "preact";
import { TextField } from "../kit/field";

export function CodeField(props: {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string;
  readonly autofocus?: boolean;
}): JSX.Element {
  return (
    <TextField
      label="Code from the app"
      autocomplete="one-time-code"
      hint={props.hint}
      value={props.value}
      onInput={props.onInput}
      maxLength={40}
      required
      autofocus={props.autofocus ?? false}
    />
  );
}
