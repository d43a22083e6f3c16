import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { typed } from "../kit/bind";
import { TextArea, TextField } from "../kit/field";
import { useForm } from "../kit/form";
import { FormDialog } from "../kit/form-dialog";
import type { MadeShop, Operator } from "./ask";
import { checkNewShop, named, newShopBody, type ShopDraft, slugOf } from "./rules";

export function NewShop(props: {
  readonly operator: Operator;
  readonly onMade: (made: MadeShop) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const form = useForm<ShopDraft>(
    { name: "", slug: "", origins: "", email: "" },
    { check: checkNewShop, named },
  );
  const [ownSlug, setOwnSlug] = useState(false);
  const { value, set, wrong } = form;
  const make = async (shop: ShopDraft): Promise<undefined> => {
    props.onMade(await props.operator.ask<MadeShop>("POST", "shops", newShopBody(shop)));
  };
  return (
    <FormDialog
      title="New shop"
      verb="Make the shop"
      form={form}
      onSubmit={() => void form.submit(make)}
      onClose={props.onClose}
    >
      <TextField
        label="Name"
        hint="What visitors and agents read."
        value={value.name}
        wrong={wrong("name")}
        maxLength={100}
        autofocus
        onInput={name => set(ownSlug ? { name } : { name, slug: slugOf(name) })}
      />
      <TextField
        label="Short name"
        hint="Stands in the shop's pages as data-tenant, and stays."
        value={value.slug}
        wrong={wrong("slug")}
        maxLength={63}
        onInput={slug => {
          setOwnSlug(slug !== "");
          set({ slug });
        }}
      />
      <TextArea
        label="Addresses of its pages"
        hint="One a line, such as https://shop.example. The widget opens there and nowhere else; they can be added later."
        rows={3}
        {...typed(form, "origins")}
      />
      <TextField
        label="Administrator's e-mail"
        type="email"
        hint="You get a link for them, with which they choose a password within three days."
        {...typed(form, "email")}
      />
    </FormDialog>
  );
}
