import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Message } from "../client";
import { plainText } from "../kit/markdown/plain";
import { fill } from "./i18n";
import type { Words } from "./i18n/en";

/** Announces each answer once, when it is complete. */
export function Announcer(props: { messages: readonly Message[]; words: Words; on: boolean }): JSX.Element {
  const { messages, on } = props;
  const upTo = useRef(0);
  const [said, announce] = useState("");
  const last = messages.at(-1)?.seq ?? 0;
  useEffect(() => {
    const fresh = messages.filter(m => m.seq > upTo.current && m.live && m.author !== "visitor");
    upTo.current = last;
    // Nothing more after signing out.
    if (!last) announce("");
    else if (on && fresh.length) announce(fresh.map(read).join(" "));
  }, [last]);
  const read = ({ text, files = [] }: Message) =>
    [plainText(text), ...files.map(({ name }) => fill(props.words.file, { name }))].join(" ").trim();
  return (
    <div class="sr" role="status" aria-live="polite">
      {said || null}
    </div>
  );
}
