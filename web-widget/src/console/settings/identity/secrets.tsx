import { KeyRound, Plus, Trash2 } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import { typed } from "../../kit/bind";
import { Button } from "../../kit/button";
import { TextField } from "../../kit/field";
import { useForm } from "../../kit/form";
import { FormDialog, Removal } from "../../kit/form-dialog";
import { Icon } from "../../kit/icon";
import { ShownOnce } from "../../kit/once";
import { exact } from "../../kit/time";
import { MOST_SECRETS, type NewSecret, PATH, type Secret } from "./rules";

type Open =
  | { readonly is: "make" }
  | { readonly is: "made"; readonly made: NewSecret }
  | { readonly is: "remove"; readonly secret: Secret };

export function Secrets(props: {
  readonly secrets: readonly Secret[];
  readonly onChange: (secrets: readonly Secret[]) => void;
}): JSX.Element {
  const { secrets, onChange } = props;
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <section class="card stack" aria-labelledby="secrets">
      <div class="spread">
        <h2 id="secrets">Secrets</h2>
        <Button icon={Plus} disabled={secrets.length >= MOST_SECRETS} onClick={() => setOpen({ is: "make" })}>
          Make a secret
        </Button>
      </div>
      <p class="soft">
        Your server signs with it. Two can be valid at once: make the second, change your servers, remove the
        first.
      </p>
      {secrets.length === 0 && <p class="soft">There is none yet.</p>}
      {secrets.length > 0 && (
        <ul class="set-lines">
          {secrets.map(secret => (
            <li key={secret.id}>
              <Icon of={KeyRound} />
              <span class="text">
                <code dir="ltr">{secret.id}</code>
                <span class="soft small">
                  {" "}
                  since {exact(secret.created_at)}
                  {!secret.for_jwt && "; too short for JWTs: for user_hash alone"}
                </span>
              </span>
              <Button
                kind="quiet"
                icon={Trash2}
                label="Remove this secret"
                onClick={() => setOpen({ is: "remove", secret })}
              />
            </li>
          ))}
        </ul>
      )}
      {open?.is === "make" && (
        <Make
          onClose={close}
          onMade={made => {
            const { secret: _, ...rest } = made;
            onChange([...secrets, rest]);
            setOpen({ is: "made", made });
          }}
        />
      )}
      {open?.is === "made" && (
        <ShownOnce title="The secret" label="The secret" secret={open.made.secret} onClose={close}>
          <p class="soft">
            Keep it on your server. A JWT of HS256 needs the claims user_id and exp; the page then calls{" "}
            <code>parley("setUser", {"{user_jwt}"})</code>.
          </p>
        </ShownOnce>
      )}
      {open?.is === "remove" && (
        <Remove
          secret={open.secret}
          onClose={close}
          onGone={() => {
            onChange(secrets.filter(one => one.id !== open.secret.id));
            close();
          }}
        />
      )}
    </section>
  );
}

function Make(props: {
  readonly onMade: (made: NewSecret) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const form = useForm({ secret: "" });
  const make = async ({ secret }: { readonly secret: string }): Promise<undefined> => {
    const body = secret.trim() ? { secret: secret.trim() } : {};
    props.onMade(await ask<NewSecret>("POST", `${PATH}/secrets`, { body }));
  };
  return (
    <FormDialog
      title="Make a secret"
      verb="Make it"
      form={form}
      onSubmit={() => void form.submit(make)}
      onClose={props.onClose}
    >
      <TextField
        label="One that you have already"
        hint="16 to 200 characters, from another chat. Empty: a new random one."
        {...typed(form, "secret")}
      />
    </FormDialog>
  );
}

function Remove(props: {
  readonly secret: Secret;
  readonly onGone: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <Removal
      title="Remove this secret?"
      verb="Remove"
      path={`${PATH}/secrets/${props.secret.id}`}
      done="The secret is removed."
      onGone={props.onGone}
      onClose={props.onClose}
    >
      <p>Proofs that are signed with it hold no longer, from the next session on.</p>
    </Removal>
  );
}
