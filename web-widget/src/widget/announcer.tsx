import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Message } from "../client";
import { plainText } from "./markdown/plain";

/** Reads each answer out once, when it is complete: a stream read out token by token is noise. */
export function Announcer({ messages, on }: { messages: readonly Message[]; on: boolean }): JSX.Element {
  const upTo = useRef(0);
  const [words, say] = useState("");
  const last = messages.at(-1)?.seq ?? 0;
  useEffect(() => {
    const fresh = messages.filter(m => m.seq > upTo.current && m.live && m.author !== "visitor");
    upTo.current = last;
    if (on && fresh.length) say(fresh.map(m => plainText(m.text)).join(" "));
  }, [last]);
  return (
    <div class="sr" role="status" aria-live="polite">
      {words || null}
    </div>
  );
}
