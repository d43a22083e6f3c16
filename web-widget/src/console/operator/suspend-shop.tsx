import type { JSX } from "preact";
import { useTask } from "../api/use";
import { TaskDialog } from "../kit/form-dialog";
import { toast } from "../kit/toast";
import type { Operator, Shop } from "./ask";

export function SuspendShop(props: {
  readonly operator: Operator;
  readonly shop: Shop;
  readonly onDone: (shop: Shop) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { shop } = props;
  const { busy, why, run } = useTask();
  const verb = shop.suspended ? "Open again" : "Suspend";
  const turn = () =>
    run(async () => {
      const body = { suspended: !shop.suspended };
      const now = await props.operator.ask<Shop>("PATCH", `shops/${shop.slug}`, body);
      toast(now.suspended ? `${shop.name} is suspended.` : `${shop.name} is open.`);
      props.onDone(now);
    });
  return (
    <TaskDialog
      title={`${verb}: ${shop.name}`}
      verb={verb}
      busy={busy}
      why={why}
      onSubmit={() => void turn()}
      onClose={props.onClose}
    >
      {shop.suspended ? (
        <p>Visitors can write again within five seconds, and agents and API keys can change things.</p>
      ) : (
        <p>
          Visitors are told in their language that the chat takes a break, within five seconds. The bot
          neither answers nor spends. Agents and API keys can read, and change nothing. Nothing is deleted.
        </p>
      )}
    </TaskDialog>
  );
}
