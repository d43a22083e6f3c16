/** Asks before somebody leaves a page on which something is not saved: by a link, by Back, by closing the tab. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { go, holdPlace } from "../router";
import { Button } from "./button";
import { Dialog } from "./dialog";

export interface Guard {
  /** To be put somewhere on the page. */
  readonly dialog: JSX.Element | null;
  /** Lets the next step pass: all is saved, or given up. */
  release(): void;
}

export function useUnsaved(dirty: boolean, onDiscard?: () => void): Guard {
  const [wish, setWish] = useState<string | null>(null);
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
      setWish(to);
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
    if (wish !== null) go(wish);
    setWish(null);
  };
  return {
    release,
    dialog:
      wish === null ? null : (
        <Dialog
          title="Leave without saving?"
          onClose={() => setWish(null)}
          actions={
            <>
              <Button kind="danger" onClick={leave}>
                Discard changes
              </Button>
              <Button kind="primary" onClick={() => setWish(null)}>
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
