import { Plus, Tag, Trash2 } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import { having, sorted, without } from "../../api/items";
import type { Items, Label } from "../../api/types";
import { useLoad } from "../../api/use";
import { Button } from "../../kit/button";
import { Removal } from "../../kit/form-dialog";
import { Page } from "../../kit/page";
import { Empty } from "../../kit/states";
import { Listing } from "../../kit/table";
import { LabelDialog } from "./label-dialog";
import { LabelMark } from "./label-mark";

type Open =
  | { readonly is: "edit"; readonly label: Label | null }
  | { readonly is: "remove"; readonly label: Label };

const nameOf = ({ name }: Label): string => name;

export function LabelsPage(): JSX.Element {
  const [open, setOpen] = useState<Open | null>(null);
  const labels = useLoad<Items<Label>>(signal => ask("GET", "labels", { signal }), []);
  const close = () => setOpen(null);
  const saved = (label: Label) => {
    labels.set(now => sorted(having(now, label, nameOf), nameOf));
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
      <Listing
        of={labels}
        none={
          <Empty icon={Tag} title="No labels yet">
            <p>Few are better than many: refund, delivery, fault.</p>
          </Empty>
        }
      >
        {items => (
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
        )}
      </Listing>
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
            labels.set(now => without(now, open.label.name, nameOf));
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
  return (
    <Removal
      title={`Delete the label ${props.label.name}?`}
      path={`labels/${encodeURIComponent(props.label.name)}`}
      done="The label is deleted."
      onGone={props.onGone}
      onClose={props.onClose}
    >
      <p>It can no longer be given. Conversations that have it keep it.</p>
    </Removal>
  );
}
