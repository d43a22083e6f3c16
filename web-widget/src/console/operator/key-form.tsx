import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ApiError, messageOf } from "../api/http";
import { Button } from "../kit/button";
import { CopyBox } from "../kit/copy";
import { EntryCard } from "../kit/entry-card";
import { TextField } from "../kit/field";
import { Notice } from "../kit/states";
import { type Operator, operatorWith } from "./ask";

export function KeyForm({ onOpened }: { readonly onOpened: (operator: Operator) => void }): JSX.Element {
  const [key, setKey] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const open = async () => {
    setBusy(true);
    setError(null);
    const operator = operatorWith(key.trim());
    try {
      await operator.ask("GET", "shops?limit=1");
      onOpened(operator);
    } catch (error) {
      setError(error);
      setBusy(false);
    }
  };
  return (
    <EntryCard title="Operator">
      {isClosed(error) ? <Closed /> : error ? <Notice kind="bad">{messageFor(error)}</Notice> : null}
      <p class="soft">
        For whoever runs this Parley: make shops, suspend them, delete them, check the installation. Agents{" "}
        <a href="#/inbox">sign in to the console</a>.
      </p>
      <form
        onSubmit={event => {
          event.preventDefault();
          void open();
        }}
      >
        {/* A password manager stores the key under a name. */}
        <input
          class="sr"
          type="text"
          name="username"
          autocomplete="username"
          value="operator"
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <TextField
          label="Operator's key"
          type="password"
          autocomplete="current-password"
          hint="What PARLEY_OPERATOR_KEY is set to. This page forgets it when it is reloaded."
          value={key}
          onInput={setKey}
          required
          autofocus
        />
        <Button type="submit" kind="primary" busy={busy}>
          Open
        </Button>
      </form>
    </EntryCard>
  );
}

function isClosed(error: unknown): boolean {
  return error instanceof ApiError && error.code === "operator_closed";
}

function messageFor(error: unknown): string {
  return error instanceof ApiError && error.status === 401
    ? "This is not the operator's key: an API key of a shop opens nothing here."
    : messageOf(error);
}

function Closed(): JSX.Element {
  return (
    <Notice kind="warn">
      <p>
        This Parley has no operator's key yet. Make one, set it as PARLEY_OPERATOR_KEY, and start Parley
        again:
      </p>
      <CopyBox label="Command" text="openssl rand -hex 32" />
    </Notice>
  );
}
