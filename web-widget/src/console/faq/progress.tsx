/** Indexing progress after an import; nothing if all was found at once. */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { SearchStatus } from "../api/faq";
import { ask } from "../api/http";
import { useLoad } from "../api/use";
import { Meter } from "../kit/meter";
import { Notice } from "../kit/states";
import { waiting } from "./waiting";

const LOOK_MS = 3_000;

export function Progress(): JSX.Element {
  const { state, reload } = useLoad<SearchStatus>(signal => ask("GET", "/faq/status", { signal }), []);
  const waited = useRef(false);
  const status = state.is === "here" ? state.value : null;
  const text = status ? waiting(status) : null;
  waited.current ||= text !== null;
  useEffect(() => {
    // No response says nothing about the entries: asks again.
    if (!text && !(waited.current && state.is === "failed")) return;
    const timer = setInterval(reload, LOOK_MS);
    return () => clearInterval(timer);
  }, [text !== null, state.is, reload]);
  const done = waited.current && status !== null && text === null;
  return (
    <>
      {text && status && (
        <Notice>
          <div class="stack tight">
            <span>{text}</span>
            <Meter label="Entries that are read" share={status.searchable / Math.max(1, status.entries)} />
          </div>
        </Notice>
      )}
      {done && (
        <Notice kind="good">
          All {status.entries.toLocaleString("en")} entries are found by what they mean now.
        </Notice>
      )}
      {/* Told at its beginning and its end: a number every three seconds is noise. */}
      <div class="sr" aria-live="polite">
        {text ? "Entries are still being read." : done ? "All entries are read." : ""}
      </div>
    </>
  );
}
