import { useEffect, useRef } from "preact/hooks";
import { useDesk } from "../../live/provider";

/** How long after the last key somebody counts as typing. */
const TYPING_MS = 4_000;

/** Reports typing and its end. */
export function useTyping(conversation: string): (on: boolean) => void {
  const desk = useDesk();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      desk.typing(conversation, false);
    },
    [desk, conversation],
  );
  return on => {
    desk.typing(conversation, on);
    clearTimeout(timer.current);
    if (on) timer.current = setTimeout(() => desk.typing(conversation, false), TYPING_MS);
  };
}
