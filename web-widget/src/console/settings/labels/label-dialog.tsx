import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { ask } from "../../api/http";
import type { Label } from "../../api/types";
import { chosen, typed } from "../../kit/bind";
import { TextField } from "../../kit/field";
import { useForm } from "../../kit/form";
import { FormDialog } from "../../kit/form-dialog";
import { Notice } from "../../kit/states";
import { toast } from "../../kit/toast";
import { faintOn, PALETTE } from "./label-color";
import { LabelMark } from "./label-mark";

type Look = Pick<Label, "name" | "color">;

export function LabelDialog(props: {
  readonly label: Label | null;
  readonly names: readonly string[];
  readonly onSaved: (label: Label) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { label, names } = props;
  const free = PALETTE[names.length % PALETTE.length]?.[0] ?? "#3c7fc0";
  const check = ({ name }: Look): Readonly<Record<string, string>> => {
    if (!name.trim()) return { name: "Write what the conversation is about, in a word or two." };
    if (!label && names.includes(name.trim())) return { name: "There is such a label already." };
    return {};
  };
  const form = useForm<Look>(label ? { name: label.name, color: label.color } : { name: "", color: free }, {
    check,
  });
  const { value, wrong } = form;
  const faint = faintOn(value.color);
  const save = async ({ name, color }: Look): Promise<undefined> => {
    const path = `labels/${encodeURIComponent(name.trim())}`;
    const headers = label ? { "If-Match": label.etag } : {};
    props.onSaved(await ask<Label>("PUT", path, { body: { color }, headers }));
    toast("Saved.");
  };
  return (
    <FormDialog
      title={label ? `Colour of ${label.name}` : "New label"}
      verb="Save"
      form={form}
      onSubmit={() => void form.submit(save)}
      onClose={props.onClose}
    >
      {!label && <TextField label="Name" maxLength={50} autofocus {...typed(form, "name")} />}
      <Swatches {...chosen(form, "color")} />
      {wrong("color") && <Notice kind="bad">{wrong("color")}</Notice>}
      {faint.length > 0 && (
        <Notice kind="warn">
          This colour is hard to see on {faint.join(" and ")} ground. Take a{" "}
          {faint.includes("light") ? "darker" : "lighter"} one.
        </Notice>
      )}
      <div class="row">
        <span class="soft">It looks like this:</span>
        <LabelMark label={{ name: value.name.trim() || "label", color: value.color }} />
      </div>
    </FormDialog>
  );
}

function Swatches(props: {
  readonly value: string;
  readonly onChange: (color: string) => void;
}): JSX.Element {
  const id = useId();
  return (
    <fieldset class="field">
      <legend>Colour</legend>
      <div class="swatches">
        {PALETTE.map(([color, name]) => (
          <label key={color} title={name}>
            <input
              type="radio"
              name={id}
              checked={props.value.toLowerCase() === color}
              onChange={() => props.onChange(color)}
            />
            <i style={{ background: color }} />
            <span class="sr">{name}</span>
          </label>
        ))}
        <label class="own">
          <input
            type="color"
            value={props.value}
            onInput={event => props.onChange(event.currentTarget.value)}
          />
          <span>Own colour</span>
        </label>
      </div>
    </fieldset>
  );
}
