/** Somebody else saved the entry: compares both versions field by field. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Entry } from "../api/faq";
import { Button } from "../kit/button";
import { Dialog } from "../kit/dialog";
import { Notice } from "../kit/states";
import { Ago } from "../kit/time";
import { type Draft, draftOf } from "./draft";
import { type Difference, differences, FIELDS, type FieldName, merged, type Side, suggested } from "./merge";

const NAMES: Readonly<Record<string, string>> = Object.fromEntries(FIELDS);

export function Conflict(props: {
  readonly base: Draft;
  readonly mine: Draft;
  readonly theirs: Entry;
  readonly busy: boolean;
  readonly onTake: (draft: Draft) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const theirs = draftOf(props.theirs);
  const found = differences(props.base, props.mine, theirs);
  const [chosen, setChosen] = useState<Readonly<Partial<Record<FieldName, Side>>>>({});
  const sideOf = (one: Difference): Side => chosen[one.field] ?? suggested(one);
  const take = () =>
    props.onTake(merged(props.mine, theirs, Object.fromEntries(found.map(one => [one.field, sideOf(one)]))));
  return (
    <Dialog
      title="Somebody saved this entry meanwhile"
      wide
      onClose={props.onClose}
      onSubmit={take}
      actions={
        <>
          <Button onClick={props.onClose}>Back to my text</Button>
          <Button type="submit" kind="primary" busy={props.busy}>
            Save what is chosen
          </Button>
        </>
      }
    >
      <p class="soft">
        A colleague saved it (<Ago at={props.theirs.updated_at} />
        ). What only one of you changed is chosen already.
      </p>
      {found.length === 0 && <Notice kind="good">Both of you made the same change.</Notice>}
      {found.map(one => (
        <fieldset key={one.field} class="difference">
          <legend>
            {NAMES[one.field]} {one.clash && <span class="badge warn">both changed it</span>}
          </legend>
          <Version one={one} side="mine" on={sideOf(one)} choose={setChosen} />
          <Version one={one} side="theirs" on={sideOf(one)} choose={setChosen} />
        </fieldset>
      ))}
    </Dialog>
  );
}

function Version(props: {
  readonly one: Difference;
  readonly side: Side;
  readonly on: Side;
  readonly choose: (
    change: (now: Readonly<Partial<Record<FieldName, Side>>>) => Readonly<Partial<Record<FieldName, Side>>>,
  ) => void;
}): JSX.Element {
  const { one, side } = props;
  const value = one[side];
  return (
    <label class={props.on === side ? "version on" : "version"}>
      <span class="row">
        <input
          type="radio"
          name={`difference-${one.field}`}
          checked={props.on === side}
          onChange={() => props.choose(now => ({ ...now, [one.field]: side }))}
        />
        <strong>{side === "mine" ? "Mine" : "The colleague's"}</strong>
      </span>
      <span class="text" dir="auto">
        {(typeof value === "string" ? value : value.join("\n")) || "(empty)"}
      </span>
    </label>
  );
}
