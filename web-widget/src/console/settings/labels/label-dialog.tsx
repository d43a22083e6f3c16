import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { ask } from "../../api/http";
import type { Label } from "../../api/types";
import { Button } from "../../kit/button";
import { Dialog } from "../../kit/dialog";
import { TextField } from "../../kit/field";
import { byCode, useForm } from "../../kit/form";
import { Notice } from "../../kit/states";
import { toast } from "../../kit/toast";
import { faintOn, PALETTE } from "./label-color";
import { LabelMark } from "./label-mark";

const fieldOf = byCode({ bad_label: "name", bad_color: "color" });

export function LabelDialog(props: {
  readonly label: Label | null;
  readonly names: readonly string[];
  readonly onSaved: (label: Label) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { label, names } = props;
  const free = PALETTE[names.length % PALETTE.length]?.[0] ?? "#3c7fc0";
  const check = ({ name }: Label): Readonly<Record<string, string>> => {
    if (!name.trim()) return { name: "Write what the conversation is about, in a word or two." };
    if (!label && names.includes(name.trim())) return { name: "There is such a label already." };
    return {};
  };
  const form = useForm<Label>(label ?? { name: "", color: free }, { check, fieldOf });
  const { value, set, wrong } = form;
  const faint = faintOn(value.color);
  const save = async ({ name, color }: Label): Promise<undefined> => {
    const path = `labels/${encodeURIComponent(name.trim())}`;
    props.onSaved(await ask<Label>("PUT", path, { body: { color } }));
    toast("Saved.");
  };
  return (
    <Dialog
      title={label ? `Colour of ${label.name}` : "New label"}
      onClose={props.onClose}
      onSubmit={() => void form.submit(save)}
      formRef={form.box}
      actions={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            Save
          </Button>
        </>
      }
    >
      {form.why && <Notice kind="bad">{form.why}</Notice>}
      {!label && (
        <TextField
          label="Name"
          value={value.name}
          wrong={wrong("name")}
          maxLength={50}
          autofocus
          onInput={name => set({ name })}
        />
      )}
      <Swatches value={value.color} onChange={color => set({ color })} />
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
    </Dialog>
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
