import { Plus, Trash2 } from "lucide";
import type { JSX } from "preact";
import { Button } from "../../kit/button";
import { Select, TextArea, TextField } from "../../kit/field";
import type { Form } from "../../kit/form";
import { FormPart } from "../../kit/form-part";
import type { Proof, PublicKey } from "./rules";

const ALGORITHMS: readonly (readonly [PublicKey["alg"], string])[] = [
  ["RS256", "RS256 (RSA)"],
  ["ES256", "ES256 (P-256)"],
];

/** For an identity provider with its own key pair; only the public key is stored. */
export function PublicKeys({ form }: { readonly form: Form<Proof> }): JSX.Element {
  const { value, set, wrong } = form;
  const change = (at: number, now: Partial<Proof["keys"][number]>) =>
    set({ keys: value.keys.map((key, i) => (i === at ? { ...key, ...now } : key)) });
  return (
    <FormPart title="Public keys">
      <p class="soft">For JWTs that your identity provider signs. Secrets above need none.</p>
      {value.keys.map((key, i) => (
        <div class="stack tight" key={i}>
          <div class="halves">
            <Select
              label="Algorithm"
              value={key.alg}
              options={ALGORITHMS}
              onChange={alg => change(i, { alg })}
            />
            <TextField
              label="Name (kid)"
              hint="As the JWT's header has it. Empty: any."
              value={key.kid}
              onInput={kid => change(i, { kid })}
            />
          </div>
          <TextArea
            label="Public key"
            rows={4}
            placeholder="-----BEGIN PUBLIC KEY-----"
            value={key.public_key}
            wrong={wrong(`keys.${i}`)}
            onInput={public_key => change(i, { public_key })}
          />
          <div class="actions">
            <Button
              size="small"
              kind="quiet"
              icon={Trash2}
              onClick={() => set({ keys: value.keys.filter((_, j) => j !== i) })}
            >
              Remove this key
            </Button>
          </div>
        </div>
      ))}
      <div class="halves">
        <TextField
          label="Key set (JWKS)"
          type="url"
          placeholder="https://"
          hint="Where your provider publishes its keys; read every ten minutes. Empty: none."
          value={value.jwks.url}
          wrong={wrong("jwks")}
          onInput={url => set({ jwks: { ...value.jwks, url } })}
        />
        <Select
          label="Its algorithm"
          value={value.jwks.alg}
          options={ALGORITHMS}
          onChange={alg => set({ jwks: { ...value.jwks, alg } })}
        />
      </div>
      <div>
        <Button
          size="small"
          icon={Plus}
          onClick={() => set({ keys: [...value.keys, { kid: "", alg: "RS256", public_key: "" }] })}
        >
          Add a public key
        </Button>
      </div>
    </FormPart>
  );
}
