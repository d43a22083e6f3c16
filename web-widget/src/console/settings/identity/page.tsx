import type { JSX } from "preact";
import { ask } from "../../api/http";
import { useLoad } from "../../api/use";
import { Check, TextField } from "../../kit/field";
import { type Form, useForm } from "../../kit/form";
import { Page } from "../../kit/page";
import { SaveBar } from "../../kit/save-bar";
import { Loading } from "../../kit/states";
import { toast } from "../../kit/toast";
import { useUnsaved } from "../../kit/unsaved";
import { PublicKeys } from "./public-keys";
import { bodyOf, check, fieldOf, type Identity, type Mode, PATH, type Proof, proofOf } from "./rules";
import { Secrets } from "./secrets";

export function IdentityPage(): JSX.Element {
  const identity = useLoad<Identity>(signal => ask("GET", PATH, { signal }), []);
  return (
    <Page
      title="Signed-in visitors"
      about="Customers who are signed in to the shop are known to the chat by a proof that your server makes."
      narrow
    >
      <Loading of={identity} lines={6}>
        {value => (
          <>
            <Secrets
              secrets={value.secrets}
              onChange={secrets => identity.set(now => ({ ...now, secrets }))}
            />
            <ProofForm identity={value} />
          </>
        )}
      </Loading>
    </Page>
  );
}

const MODES: readonly (readonly [Mode, string, string])[] = [
  ["off", "Off", "Everybody is anonymous."],
  ["optional", "Optional", "Who brings a proof is known; the others are anonymous."],
  ["required", "Required", "The chat is for signed-in customers only."],
];

function ProofForm({ identity }: { readonly identity: Identity }): JSX.Element {
  const form: Form<Proof> = useForm<Proof>(proofOf(identity), {
    check: proof => check(proof, identity.secrets.length),
    fieldOf,
  });
  const guard = useUnsaved(form.dirty);
  const { value, set, wrong } = form;
  const save = async (proof: Proof): Promise<Proof> => {
    const now = await ask<Identity>("PUT", PATH, { body: bodyOf(proof) });
    toast("Saved. It holds for the next session.");
    return proofOf(now);
  };
  return (
    <form
      ref={form.box}
      class="stack wide"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void form.submit(save);
      }}
    >
      <fieldset class="card stack">
        <legend class="sr">Who may chat</legend>
        <h2>Who may chat</h2>
        <div class="stack tight">
          {MODES.map(([mode, text, about]) => (
            <label class="choice" key={mode}>
              <input
                type="radio"
                name="mode"
                aria-invalid={wrong("mode") && value.mode === mode ? true : undefined}
                checked={value.mode === mode}
                onChange={() => set({ mode })}
              />
              <span>
                {text}
                <span class="soft small">{about}</span>
              </span>
            </label>
          ))}
        </div>
        {wrong("mode") && (
          <div class="wrong" role="alert">
            {wrong("mode")}
          </div>
        )}
        <Check
          label="Take user_hash besides JWTs"
          hint="The HMAC of the customer's id, as other chats have it. It never ends: meant for moving here."
          checked={value.user_hash}
          onChange={user_hash => set({ user_hash })}
        />
        <div class="halves">
          <TextField
            label="Audience"
            hint="What a JWT's aud must say. Empty: anything."
            value={value.audience}
            wrong={wrong("audience")}
            onInput={audience => set({ audience })}
          />
          <TextField
            label="Issuer"
            hint="What a JWT's iss must say. Empty: anything."
            value={value.issuer}
            wrong={wrong("issuer")}
            onInput={issuer => set({ issuer })}
          />
        </div>
      </fieldset>
      <PublicKeys form={form} />
      <SaveBar form={form} />
      {guard.dialog}
    </form>
  );
}
