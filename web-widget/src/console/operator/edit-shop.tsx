import type { JSX } from "preact";
import { Button } from "../kit/button";
import { Dialog } from "../kit/dialog";
import { TextArea, TextField } from "../kit/field";
import { useForm } from "../kit/form";
import { Notice } from "../kit/states";
import { toast } from "../kit/toast";
import type { Operator, Shop } from "./ask";
import { changeBody, changeOf, checkChange, fieldOf, LIMITS, type ShopChange } from "./rules";

export function EditShop(props: {
  readonly operator: Operator;
  readonly shop: Shop;
  readonly onSaved: (shop: Shop) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const form = useForm<ShopChange>(changeOf(props.shop), { check: checkChange, fieldOf });
  const { value, set, wrong } = form;
  const save = async (change: ShopChange): Promise<undefined> => {
    const saved = await props.operator.ask<Shop>("PATCH", `shops/${props.shop.slug}`, changeBody(change));
    toast("Saved.");
    props.onSaved(saved);
  };
  return (
    <Dialog
      title={props.shop.name}
      onClose={props.onClose}
      onSubmit={() => void form.submit(save)}
      formRef={form.box}
      actions={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={form.busy} disabled={!form.dirty}>
            Save
          </Button>
        </>
      }
    >
      {form.why && <Notice kind="bad">{form.why}</Notice>}
      <TextField
        label="Name"
        value={value.name}
        wrong={wrong("name")}
        maxLength={100}
        onInput={name => set({ name })}
      />
      <TextArea
        label="Addresses of its pages"
        hint="One a line, such as https://shop.example."
        rows={3}
        value={value.origins}
        wrong={wrong("origins")}
        onInput={origins => set({ origins })}
      />
      <fieldset class="field">
        <legend>Limits</legend>
        <p class="hint">Empty: as for every shop.</p>
        <div class="stack tight">
          {LIMITS.map(([name, label, hint]) => (
            <TextField
              key={name}
              label={label}
              hint={hint}
              inputMode="numeric"
              value={value.limits[name]}
              wrong={wrong(name)}
              onInput={text => set({ limits: { ...value.limits, [name]: text } })}
            />
          ))}
        </div>
      </fieldset>
    </Dialog>
  );
}
