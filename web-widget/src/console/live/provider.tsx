/** One instance for the whole page. */
import { type ComponentChildren, createContext, type JSX } from "preact";
import { useContext, useEffect, useMemo, useReducer, useRef } from "preact/hooks";
import { browser } from "../../client/browser";
import { useTitleCount } from "../kit/page";
import { useSession } from "../session";
import { Desk } from "./desk";
import { notify } from "./notify";
import type { LiveState } from "./state";

const DeskContext = createContext<Desk | null>(null);

export function LiveProvider({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const me = useSession().session.agent.id;
  const desk = useMemo(
    () => new Desk(`${location.origin.replace(/^http/, "ws")}/ws/v1/agent`, me, browser),
    [me],
  );
  useEffect(() => {
    const wake = () => document.visibilityState === "visible" && desk.wake();
    const online = () => desk.wake();
    const lost = () => desk.lost();
    const leave = () => desk.leavePage();
    desk.start();
    document.addEventListener("visibilitychange", wake);
    addEventListener("online", online);
    addEventListener("offline", lost);
    addEventListener("pagehide", leave);
    const quiet = desk.onAlert(alert => notify(alert));
    return () => {
      document.removeEventListener("visibilitychange", wake);
      removeEventListener("online", online);
      removeEventListener("offline", lost);
      removeEventListener("pagehide", leave);
      quiet();
      desk.stop();
    };
  }, [desk]);
  return (
    <DeskContext.Provider value={desk}>
      <TitleCount />
      {children}
    </DeskContext.Provider>
  );
}

function TitleCount(): null {
  useTitleCount(useLive(callingCount));
  return null;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("there is no desk here");
  return desk;
}

/** Renders again only if the selected part changes. */
export function useLive<T>(select: (state: LiveState) => T): T {
  const desk = useDesk();
  const [, wake] = useReducer((n: number) => n + 1, 0);
  const chosen = useRef<T>(undefined as T);
  const how = useRef(select);
  how.current = select;
  chosen.current = select(desk.current);
  useEffect(() => {
    const changed = () => {
      if (!Object.is(how.current(desk.current), chosen.current)) wake(undefined);
    };
    changed();
    return desk.subscribe(changed);
  }, [desk]);
  return chosen.current;
}

/** All waiting ones, and own ones with unread messages. */
export function callingCount(state: LiveState): number {
  let count = state.mentions.length;
  const now = Date.now();
  for (const item of state.items.values()) {
    if (item.snoozed_until && Date.parse(item.snoozed_until) > now) continue;
    if (item.state === "waiting") count++;
    else if (item.state === "with_agent" && item.agent === state.me && item.unread) count++;
  }
  return count;
}
