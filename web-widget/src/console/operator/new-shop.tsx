import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { Dialog } from "../kit/dialog";
import { TextArea, TextField } from "../kit/field";
import { useForm } from "../kit/form";
import { Notice } from "../kit/states";
import type { MadeShop, Operator } from "./ask";
import { checkWish, fieldOf, type ShopWish, slugOf, wishBody } from "./rules";

export function NewShop(props: {
  readonly operator: Operator;
  readonly onMade: (made: MadeShop) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const form = useForm<ShopWish>(
    { name: "", slug: "", origins: "", email: "" },
    { check: checkWish, fieldOf },
  );
  const [ownSlug, setOwnSlug] = useState(false);
  const { value, set, wrong } = form;
  const make = async (wish: ShopWish): Promise<undefined> => {
    props.onMade(await props.operator.ask<MadeShop>("POST", "shops", wishBody(wish)));
  };
  return (
    <Dialog
      title="New shop"
      onClose={props.onClose}
      onSubmit={() => void form.submit(make)}
      formRef={form.box}
      actions={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            Make the shop
          </Button>
        </>
      }
    >
      {form.why && <Notice kind="bad">{form.why}</Notice>}
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
        value={value.origins}
        wrong={wrong("origins")}
        onInput={origins => set({ origins })}
      />
      <TextField
        label="Administrator's e-mail"
        type="email"
        hint="You get a link for them, with which they choose a password within three days."
        value={value.email}
        wrong={wrong("email")}
        onInput={email => set({ email })}
      />
    </Dialog>
  );
}
