/** Loading and saving, with the states that a page shows. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ask, messageOf } from "./http";

export type Loaded<T> =
  | { readonly is: "loading" }
  | { readonly is: "failed"; readonly why: string }
  | { readonly is: "here"; readonly value: T };

export interface Load<T> {
  readonly state: Loaded<T>;
  /** Loads again and keeps showing the current data. */
  reload(): void;
  set(change: (value: T) => T): void;
}

/** Loads when `deps` change and drops outdated responses. */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>, deps: readonly unknown[]): Load<T> {
  const [state, setState] = useState<Loaded<T>>({ is: "loading" });
  const [round, setRound] = useState(0);
  const known = useRef<readonly unknown[]>(deps);
  useEffect(() => {
    const stop = new AbortController();
    if (known.current.some((dep, i) => dep !== deps[i])) setState({ is: "loading" });
    known.current = deps;
    load(stop.signal).then(
      value => stop.signal.aborted || setState({ is: "here", value }),
      error => stop.signal.aborted || setState({ is: "failed", why: messageOf(error) }),
    );
    return () => stop.abort();
  }, [...deps, round]);
  const reload = useCallback(() => setRound(n => n + 1), []);
  const set = useCallback((change: (value: T) => T) => {
    setState(now => (now.is === "here" ? { is: "here", value: change(now.value) } : now));
  }, []);
  return { state, reload, set };
}

/** Saves complete settings, each time over what was last read or saved. */
export function usePut<T extends object>(path: string, first: T | null): (body: unknown) => Promise<T> {
  const known = useRef(first);
  return useCallback(
    async (body: unknown) => {
      const now = await ask<T>("PUT", path, { body, over: known.current });
      known.current = now;
      return now;
    },
    [path],
  );
}

export interface Task {
  readonly busy: boolean;
  readonly why: string | null;
  /** True if done. Does nothing while a call is running. */
  run(work: () => Promise<unknown>): Promise<boolean>;
  clear(): void;
}

export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const running = useRef(false);
  const run = useCallback(async (work: () => Promise<unknown>) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setWhy(null);
    try {
      await work();
      return true;
    } catch (error) {
      setWhy(messageOf(error));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setWhy(null), []);
  return { busy, why, run, clear };
}
