import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useTask } from "../api/use";
import { Check, TextField } from "../kit/field";
import { TaskDialog } from "../kit/form-dialog";
import { exact } from "../kit/time";
import { toast } from "../kit/toast";
import type { Operator, Receipt, Shop } from "./ask";

/** The slug must be typed, against accidental deletion. */
export function DeleteShop(props: {
  readonly operator: Operator;
  readonly shop: Shop;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { shop } = props;
  const [typed, setTyped] = useState("");
  const [atOnce, setAtOnce] = useState(false);
  const { busy, why, run } = useTask();
  const remove = () =>
    run(async () => {
      const path = `shops/${shop.slug}${atOnce ? "?grace=none" : ""}`;
      const receipt = await props.operator.ask<Receipt>("DELETE", path);
      toast(
        atOnce
          ? `${shop.name} is being deleted completely.`
          : `${shop.name} is deleted. It can be restored until ${exact(receipt.purge_at)}.`,
      );
      props.onDone();
    });
  return (
    <TaskDialog
      title={`Delete ${shop.name}?`}
      verb="Delete"
      busy={busy}
      why={why}
      danger
      disabled={typed.trim() !== shop.slug}
      onSubmit={() => typed.trim() === shop.slug && void remove()}
      onClose={props.onClose}
    >
      <p>
        It is closed to its visitors, agents and API keys at once. For a while it can be restored as it was;
        then its conversations, visitors, FAQ, agents and settings go, and a receipt stays.
      </p>
      <Check label="For good, at once" hint="It cannot be restored." checked={atOnce} onChange={setAtOnce} />
      <TextField label={`Type ${shop.slug} to delete it`} value={typed} autofocus onInput={setTyped} />
    </TaskDialog>
  );
}
