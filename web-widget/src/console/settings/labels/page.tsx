import { Plus, Tag, Trash2 } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import type { Items, Label } from "../../api/types";
import { useDeed, useLoad } from "../../api/use";
import { Button } from "../../kit/button";
import { Confirm } from "../../kit/dialog";
import { Page } from "../../kit/page";
import { Empty, Loading, Notice } from "../../kit/states";
import { toast } from "../../kit/toast";
import { LabelDialog } from "./label-dialog";
import { LabelMark } from "./label-mark";

type Open =
  | { readonly is: "edit"; readonly label: Label | null }
  | { readonly is: "remove"; readonly label: Label };

export function LabelsPage(): JSX.Element {
  const [open, setOpen] = useState<Open | null>(null);
  const labels = useLoad<Items<Label>>(signal => ask("GET", "labels", { signal }), []);
  const close = () => setOpen(null);
  const saved = (label: Label) => {
    labels.set(now => ({
      ...now,
      items: [...now.items.filter(one => one.name !== label.name), label].sort((a, b) =>
        a.name.localeCompare(b.name),
      ),
    }));
    close();
  };
  return (
    <Page
      title="Labels"
      about="What a conversation is about: for filters, reports, and for giving it to an agent with that skill."
      actions={
        <Button kind="primary" icon={Plus} onClick={() => setOpen({ is: "edit", label: null })}>
          New label
        </Button>
      }
      narrow
    >
      <Loading of={labels}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={Tag} title="No labels yet">
              <p>Few are better than many: refund, delivery, fault.</p>
            </Empty>
          ) : (
            <ul class="set-lines">
              {items.map(label => (
                <li key={label.name}>
                  <button type="button" class="set-line" onClick={() => setOpen({ is: "edit", label })}>
                    <LabelMark label={label} />
                    <span class="sr">Change the colour</span>
                  </button>
                  <Button
                    kind="quiet"
                    icon={Trash2}
                    label={`Delete ${label.name}`}
                    onClick={() => setOpen({ is: "remove", label })}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Loading>
      {open?.is === "edit" && (
        <LabelDialog
          label={open.label}
          names={labels.state.is === "here" ? labels.state.value.items.map(one => one.name) : []}
          onSaved={saved}
          onClose={close}
        />
      )}
      {open?.is === "remove" && (
        <Remove
          label={open.label}
          onClose={close}
          onGone={() => {
            labels.set(now => ({ ...now, items: now.items.filter(one => one.name !== open.label.name) }));
            close();
          }}
        />
      )}
    </Page>
  );
}

function Remove(props: {
  readonly label: Label;
  readonly onGone: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { busy, why, run } = useDeed();
  const remove = async () => {
    if (!(await run(() => ask("DELETE", `labels/${encodeURIComponent(props.label.name)}`)))) return;
    toast("The label is deleted.");
    props.onGone();
  };
  return (
    <Confirm
      title={`Delete the label ${props.label.name}?`}
      verb="Delete"
      busy={busy}
      onConfirm={() => void remove()}
      onClose={props.onClose}
    >
      {why && <Notice kind="bad">{why}</Notice>}
      <p>It can no longer be given. Conversations that have it keep it.</p>
    </Confirm>
  );
}
