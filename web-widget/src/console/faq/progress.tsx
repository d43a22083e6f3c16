/** How far the search has got with entries that were brought in together; nothing once all are found. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { ask } from "../api/http";
import { useLoad } from "../api/use";
import { Notice } from "../kit/states";
import type { SearchStatus } from "./types";
import { waiting } from "./waiting";

const LOOK_MS = 3_000;

export function Progress(): JSX.Element {
  const { state, reload } = useLoad<SearchStatus>(signal => ask("GET", "faq/status", { signal }), []);
  const text = state.is === "here" ? waiting(state.value) : null;
  useEffect(() => {
    if (!text) return;
    const timer = setInterval(reload, LOOK_MS);
    return () => clearInterval(timer);
  }, [text !== null, reload]);
  return <div aria-live="polite">{text && <Notice>{text}</Notice>}</div>;
}
