/** Drafts per conversation: in this tab at once, on the server a moment later. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ask } from "../../api/http";

const REST_MS = 800;

/** Typed here and not saved by the server yet; includes notes, which it does not keep. */
const local = new Map<string, string>();

export type Kind = "reply" | "note";

export interface Draft {
  readonly text: string;
  /** The server's draft has arrived, or is unavailable. */
  readonly ready: boolean;
  set(text: string): void;
}

export function useDraft(conversation: string, kind: Kind): Draft {
  const key = `${kind} ${conversation}`;
  const kept = kind === "reply";
  const [text, setText] = useState(local.get(key) ?? "");
  const [ready, setReady] = useState(!kept || local.has(key));
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const touched = useRef(local.has(key));

  const keep = useCallback(
    (keepalive = false) => {
      if (timer.current === null) return;
      clearTimeout(timer.current);
      timer.current = null;
      const now = local.get(key) ?? "";
      ask("PUT", `conversations/${conversation}/draft`, { body: { text: now }, keepalive }).then(
        () => local.get(key) === now && local.delete(key),
        // Kept in this tab; the next key tries again.
        () => undefined,
      );
    },
    [conversation, key],
  );

  useEffect(() => {
    if (!kept || touched.current) return;
    const stop = new AbortController();
    ask<{ readonly text: string }>("GET", `conversations/${conversation}/draft`, { signal: stop.signal })
      .then(found => !touched.current && found.text && setText(found.text))
      .catch(() => undefined)
      .finally(() => stop.signal.aborted || setReady(true));
    return () => stop.abort();
  }, [conversation, kept]);
  useEffect(() => {
    const leave = () => keep(true);
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      keep();
    };
  }, [keep]);

  const set = useCallback(
    (next: string) => {
      touched.current = true;
      setText(next);
      local.set(key, next);
      if (!kept) return;
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => keep(), REST_MS);
    },
    [key, kept, keep],
  );
  return { text, ready, set };
}
