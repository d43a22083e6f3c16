import { ArrowDown, ArrowUp, Bookmark, Pencil, Trash2 } from "lucide";
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ask } from "../api/http";
import type { Items, SavedView } from "../api/types";
import { useTask } from "../api/use";
import { Button } from "../kit/button";
import { Dialog } from "../kit/dialog";
import { Removal } from "../kit/form-dialog";
import { move as swap } from "../kit/order";
import { Empty, Notice } from "../kit/states";
import { may, useSession } from "../session";
import type { SavedViews } from "./saved-views";
import { ViewDialog } from "./view-dialog";

type Open = { readonly is: "edit" | "remove"; readonly view: SavedView };

interface ManageProps {
  readonly saved: SavedViews;
  readonly onClose: () => void;
}

/** Own and shared views in the agent's order. Supervisors rename and delete shared ones. */
export function ManageViews({ saved, onClose }: ManageProps): JSX.Element {
  const { role } = useSession().session.agent;
  const [open, setOpen] = useState<Open | null>(null);
  const order = useOrder(saved);
  const views = saved.views ?? [];
  const close = () => setOpen(null);
  return (
    <>
      <Dialog title="Saved views" onClose={onClose} actions={<Button onClick={onClose}>Done</Button>}>
        {order.why && <Notice kind="bad">{order.why}</Notice>}
        {views.length === 0 ? (
          <Empty icon={Bookmark} title="No saved views">
            <p>Narrow the list to a label, a priority or an owner, and save that.</p>
          </Empty>
        ) : (
          <ul class="saved-views" ref={order.list}>
            {views.map((view, i) => (
              <ViewLine
                key={view.id}
                view={view}
                first={i === 0}
                last={i === views.length - 1}
                editable={!view.shared || may(role, "supervisor")}
                onMove={by => void order.move(i, by)}
                onOpen={is => setOpen({ is, view })}
              />
            ))}
          </ul>
        )}
        <span class="sr" role="status">
          {order.said}
        </span>
      </Dialog>
      {open?.is === "edit" && (
        <ViewDialog
          view={open.view}
          onSaved={changed => {
            saved.set(views.map(one => (one.id === changed.id ? changed : one)));
            close();
          }}
          onClose={close}
        />
      )}
      {open?.is === "remove" && (
        <Remove
          view={open.view}
          onGone={() => {
            order.focusBeside(open.view);
            saved.set(views.filter(one => one.id !== open.view.id));
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}

function ViewLine(props: {
  readonly view: SavedView;
  readonly first: boolean;
  readonly last: boolean;
  readonly editable: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onOpen: (is: Open["is"]) => void;
}): JSX.Element {
  const { view, onMove, onOpen } = props;
  return (
    <li data-view={view.id}>
      <bdi class="clip name">{view.name}</bdi>
      {view.shared && <span class="badge">Team</span>}
      <span class="buttons">
        <Button
          kind="quiet"
          icon={ArrowUp}
          label={`Move ${view.name} up`}
          disabled={props.first}
          onClick={() => onMove(-1)}
        />
        <Button
          kind="quiet"
          icon={ArrowDown}
          label={`Move ${view.name} down`}
          disabled={props.last}
          onClick={() => onMove(1)}
        />
        <Button
          kind="quiet"
          icon={Pencil}
          label={`Edit ${view.name}`}
          disabled={!props.editable}
          onClick={() => onOpen("edit")}
        />
        <Button
          kind="quiet"
          icon={Trash2}
          label={`Delete ${view.name}`}
          disabled={!props.editable}
          onClick={() => onOpen("remove")}
        />
      </span>
    </li>
  );
}

/** Moves a view optimistically and reverts on refusal; focus follows. */
function useOrder(saved: SavedViews) {
  const { why, run } = useTask();
  const list = useRef<HTMLUListElement>(null);
  const focus = useRef<{ readonly id: string; readonly button: number } | null>(null);
  const [said, setSaid] = useState("");
  const views = saved.views ?? [];
  useLayoutEffect(() => {
    if (!focus.current) return;
    const { id, button } = focus.current;
    focus.current = null;
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>(`[data-view="${id}"] button`);
    const wanted = buttons?.[button];
    // At an end, the pressed arrow is disabled: focuses the other one.
    (wanted?.disabled ? buttons?.[1 - button] : wanted)?.focus();
  }, [views]);
  const move = (at: number, by: -1 | 1) =>
    run(async () => {
      const view = views[at];
      const next = swap(views, at, by);
      if (!view || next === views) return;
      focus.current = { id: view.id, button: by < 0 ? 0 : 1 };
      saved.set(next);
      try {
        await ask<Items<SavedView>>("PUT", "views/order", { body: { views: next.map(one => one.id) } });
        setSaid(`${view.name} is now ${at + by + 1} of ${next.length}.`);
      } catch (error) {
        saved.set(views);
        throw error;
      }
    });
  /** Before removal, moves the focus to a neighbour. */
  const focusBeside = (view: SavedView) => {
    const at = views.indexOf(view);
    const beside = views[at + 1] ?? views[at - 1];
    if (beside) focus.current = { id: beside.id, button: 3 };
  };
  return { why, said, list, move, focusBeside };
}

function Remove(props: {
  readonly view: SavedView;
  readonly onGone: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { view } = props;
  return (
    <Removal
      title={`Delete the view ${view.name}?`}
      path={`views/${view.id}`}
      done="The view is deleted."
      onGone={props.onGone}
      onClose={props.onClose}
    >
      <p>
        {view.shared ? "It is gone for the whole team." : "It is gone."} The conversations stay as they are.
      </p>
    </Removal>
  );
}
