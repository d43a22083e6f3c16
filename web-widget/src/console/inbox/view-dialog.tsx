import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../api/http";
import type { SavedView } from "../api/types";
import { useTask } from "../api/use";
import { Check, TextField } from "../kit/field";
import { TaskDialog } from "../kit/form-dialog";
import { may, useSession } from "../session";
import { type Filter, filterOf } from "./views";

type ViewDialogProps = (
  | { readonly filter: Filter; readonly view?: never }
  | { readonly view: SavedView; readonly filter?: never }
) & { readonly onSaved: (view: SavedView) => void; readonly onClose: () => void };

/** Saves the current filter as a view, or renames one. */
export function ViewDialog({ view, filter, onSaved, onClose }: ViewDialogProps): JSX.Element {
  const { role } = useSession().session.agent;
  const [name, setName] = useState(view?.name ?? "");
  const [shared, setShared] = useState(view?.shared ?? false);
  const { busy, why, run } = useTask();
  const { words: _, ...shows } = view ? filterOf(view) : filter;
  const save = () =>
    run(async () => {
      const body = { name: name.trim(), shared, ...shows };
      onSaved(
        view
          ? await ask<SavedView>("PUT", `views/${view.id}`, { body, headers: { "If-Match": view.etag } })
          : await ask<SavedView>("POST", "views", { body }),
      );
    });
  return (
    <TaskDialog
      title={view ? "Edit the view" : "Save this view"}
      verb="Save"
      busy={busy}
      why={why}
      disabled={!name.trim()}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextField label="Name" value={name} onInput={setName} maxLength={50} required autofocus />
      {may(role, "supervisor") && (
        <Check
          label="For the whole team"
          hint="Everybody finds it among their views."
          checked={shared}
          onChange={setShared}
        />
      )}
    </TaskDialog>
  );
}
