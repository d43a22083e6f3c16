import type { JSX } from "preact";
import { ask } from "../../api/http";
import { useLoad, usePut } from "../../api/use";
import { chosen, ticked, typed } from "../../kit/bind";
import { Check, TextField } from "../../kit/field";
import { type Form, useForm } from "../../kit/form";
import { Choices, FormPart } from "../../kit/form-part";
import { Page } from "../../kit/page";
import { PageForm } from "../../kit/page-form";
import { Loading } from "../../kit/states";
import { toast } from "../../kit/toast";
import { PublicKeys } from "./public-keys";
import { bodyOf, check, type Identity, type Mode, PATH, type Proof, proofOf } from "./rules";
import { Secrets } from "./secrets";

export function IdentityPage(): JSX.Element {
  const identity = useLoad<Identity>(signal => ask("GET", PATH, { signal }), []);
  return (
    <Page
      title="Signed-in visitors"
      about="Customers who are signed in to the shop are known to the chat by a proof that your server signs."
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
  ["optional", "Optional", "Visitors with a proof are known; the others are anonymous."],
  ["required", "Required", "The chat is for signed-in customers only."],
];

function ProofForm({ identity }: { readonly identity: Identity }): JSX.Element {
  const form: Form<Proof> = useForm<Proof>(proofOf(identity), {
    check: proof => check(proof, identity.secrets.length),
  });
  const put = usePut(PATH, identity);
  const save = async (proof: Proof): Promise<Proof> => {
    const now = await put(bodyOf(proof));
    toast("Saved. It holds for the next session.");
    return proofOf(now);
  };
  return (
    <PageForm form={form} onSubmit={() => void form.submit(save)}>
      <FormPart title="Who may chat">
        <Choices options={MODES} {...chosen(form, "mode")} />
        <Check
          label="Accept user_hash besides JWTs"
          hint="The HMAC of the customer's id, as in other chats. It never expires: meant for a migration."
          {...ticked(form, "user_hash")}
        />
        <div class="halves">
          <TextField
            label="Audience"
            hint="The aud that a JWT must have. Empty: any."
            {...typed(form, "audience")}
          />
          <TextField
            label="Issuer"
            hint="The iss that a JWT must have. Empty: any."
            {...typed(form, "issuer")}
          />
        </div>
      </FormPart>
      <PublicKeys form={form} />
    </PageForm>
  );
}
