/** Asks before leaving a page with unsaved changes: by link, Back or closing the tab. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { go, holdPlace } from "../router";
import { Button } from "./button";
import { Dialog } from "./dialog";

export interface Guard {
  /** Render it on the page. */
  readonly dialog: JSX.Element | null;
  /** Allows the next navigation: saved or discarded. */
  release(): void;
}

export function useUnsaved(dirty: boolean, onDiscard?: () => void): Guard {
  const [target, setTarget] = useState<string | null>(null);
  const held = useRef(dirty);
  held.current = dirty;
  const released = useRef(false);
  useEffect(() => {
    let here = location.hash;
    const letGo = holdPlace(to => {
      if (!held.current || released.current || to === here) {
        here = to;
        released.current = false;
        return false;
      }
      setTarget(to);
      history.pushState(null, "", here);
      return true;
    });
    const closing = (event: BeforeUnloadEvent) => {
      if (held.current && !released.current) event.preventDefault();
    };
    addEventListener("beforeunload", closing);
    return () => {
      letGo();
      removeEventListener("beforeunload", closing);
    };
  }, []);
  const release = () => {
    released.current = true;
  };
  const leave = () => {
    release();
    onDiscard?.();
    if (target !== null) go(target);
    setTarget(null);
  };
  return {
    release,
    dialog:
      target === null ? null : (
        <Dialog
          title="Leave without saving?"
          onClose={() => setTarget(null)}
          actions={
            <>
              <Button kind="danger" onClick={leave}>
                Discard changes
              </Button>
              <Button kind="primary" onClick={() => setTarget(null)}>
                Keep editing
              </Button>
            </>
          }
        >
          <p>What you changed on this page is not saved.</p>
        </Dialog>
      ),
  };
}
