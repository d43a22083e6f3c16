import type { JSX } from "preact";
import { typed } from "../kit/bind";
import { TextArea, TextField } from "../kit/field";
import { useForm } from "../kit/form";
import { FormDialog } from "../kit/form-dialog";
import { toast } from "../kit/toast";
import type { Operator, Shop } from "./ask";
import { changeBody, changeOf, checkChange, LIMITS, named, type ShopChange } from "./rules";

export function EditShop(props: {
  readonly operator: Operator;
  readonly shop: Shop;
  readonly onSaved: (shop: Shop) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const form = useForm<ShopChange>(changeOf(props.shop), { check: checkChange, named });
  const { value, set, wrong } = form;
  const save = async (change: ShopChange): Promise<undefined> => {
    const saved = await props.operator.ask<Shop>("PATCH", `shops/${props.shop.slug}`, changeBody(change));
    toast("Saved.");
    props.onSaved(saved);
  };
  return (
    <FormDialog
      title={props.shop.name}
      verb="Save"
      form={form}
      disabled={!form.dirty}
      onSubmit={() => void form.submit(save)}
      onClose={props.onClose}
    >
      <TextField label="Name" maxLength={100} {...typed(form, "name")} />
      <TextArea
        label="Addresses of its pages"
        hint="One a line, such as https://shop.example."
        rows={3}
        {...typed(form, "origins")}
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
    </FormDialog>
  );
}
