import { BookmarkPlus } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ApiError, ask } from "../api/http";
import type { Items, SavedView } from "../api/types";
import { useLoad } from "../api/use";
import { Button } from "../kit/button";
import { ViewDialog } from "./view-dialog";
import type { Filter } from "./views";

export interface SavedViews {
  /** Own and shared ones in order; null if an older server keeps none. */
  readonly views: readonly SavedView[] | null;
  reload(): void;
  set(views: readonly SavedView[]): void;
}

export function useSavedViews(): SavedViews {
  const { state, reload, set } = useLoad(readViews, []);
  return { views: state.is === "here" ? state.value : null, reload, set: views => set(() => views) };
}

async function readViews(signal: AbortSignal): Promise<readonly SavedView[] | null> {
  try {
    return (await ask<Items<SavedView>>("GET", "views", { signal })).items;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

export function SaveView(props: { readonly filter: Filter; readonly onSaved: () => void }): JSX.Element {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button kind="quiet" size="small" icon={BookmarkPlus} onClick={() => setOpen(true)}>
        Save view
      </Button>
      {open && (
        <ViewDialog
          filter={props.filter}
          onSaved={() => {
            props.onSaved();
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}
