import { BookmarkPlus } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask, Trouble } from "../api/http";
import type { Items, SavedView } from "../api/types";
import { useDeed, useLoad } from "../api/use";
import { Button } from "../kit/button";
import { Dialog } from "../kit/dialog";
import { Check, TextField } from "../kit/field";
import { Notice } from "../kit/states";
import { may, useSession } from "../session";
import type { Filter } from "./views";

/** One's own and the shared ones; null where Parley keeps none yet. */
export function useSavedViews(): { readonly views: readonly SavedView[] | null; reload(): void } {
  const { state, reload } = useLoad(readViews, []);
  return { views: state.is === "here" ? state.value : null, reload };
}

async function readViews(signal: AbortSignal): Promise<readonly SavedView[] | null> {
  try {
    return (await ask<Items<SavedView>>("GET", "views", { signal })).items;
  } catch (error) {
    if (error instanceof Trouble && error.status === 404) return null;
    throw error;
  }
}

export function SaveView(props: { readonly filter: Filter; readonly onSaved: () => void }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" size="small" icon={BookmarkPlus} onClick={() => setOpen(true)}>
        Save view
      </Button>
      {open && <SaveDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function SaveDialog(props: {
  readonly filter: Filter;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { role } = useSession().session.agent;
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const { busy, why, run } = useDeed();
  const { words: _, ...view } = props.filter;
  const save = async () => {
    if (!(await run(() => ask("POST", "views", { body: { name: name.trim(), shared, ...view } })))) return;
    props.onSaved();
    props.onClose();
  };
  return (
    <Dialog
      title="Save this view"
      onClose={props.onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={busy} disabled={!name.trim()}>
            Save
          </Button>
        </>
      }
    >
      {why && <Notice kind="bad">{why}</Notice>}
      <TextField label="Name" value={name} onInput={setName} maxLength={60} required autofocus />
      {may(role, "supervisor") && (
        <Check
          label="For the whole team"
          hint="Everybody finds it among their views."
          checked={shared}
          onChange={setShared}
        />
      )}
    </Dialog>
  );
}
