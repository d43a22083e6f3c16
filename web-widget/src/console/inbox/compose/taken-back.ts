import { useEffect, useRef } from "preact/hooks";
import type { Outgoing } from "../../live/state";
import type { Draft, Kind } from "./draft";

/** Puts a message taken back before newer text. */
export function useTakenBack(takenBack: Outgoing | null, kind: Kind, draft: Draft): void {
  const seen = useRef<Outgoing | null>(null);
  useEffect(() => {
    if (!takenBack || seen.current === takenBack) return;
    seen.current = takenBack;
    if ((takenBack.kind === "note") === (kind === "note"))
      draft.set(draft.text ? `${takenBack.text}\n\n${draft.text}` : takenBack.text);
  }, [takenBack]);
}
