/** An agent's console settings, stored on the server. */

import { useEffect, useState } from "preact/hooks";
import type { Preferences as Stored } from "./api/console-rest";
import { ApiError, ask } from "./api/http";

/** No language: no translation. */
export type Preferences = Omit<Stored, "reads_in"> & { readonly reads_in?: string | undefined };

const USUAL: Preferences = { keys: true, sound: true, notifications: false, shortcuts: {} };

let now: Preferences = USUAL;
let kept = "";
/** A counter, so that a late response does not undo a newer choice. */
let changes = 0;
const watchers = new Set<(preferences: Preferences) => void>();

function show(preferences: Preferences): void {
  now = preferences;
  for (const notify of watchers) notify(now);
}

export function preferences(): Preferences {
  return now;
}

export function usePreferences(): Preferences {
  const [shown, setShown] = useState(now);
  useEffect(() => {
    setShown(now);
    watchers.add(setShown);
    return () => void watchers.delete(setShown);
  }, []);
  return shown;
}

/** Per agent: the browser's copy at once, then the server's. */
export async function loadPreferences(agent: string): Promise<void> {
  kept = `parley.console.preferences.${agent}`;
  show({ ...USUAL, ...remembered() });
  const before = changes;
  try {
    const found = await ask<Partial<Preferences>>("GET", "preferences");
    // The server has none: no translation.
    if (changes === before) show(remember({ ...now, reads_in: undefined, ...found }));
  } catch {
    // Falls back to the browser's copy.
  }
}

/** Applies at once; throws and reverts if the server refuses. */
export async function prefer(change: Partial<Preferences>): Promise<void> {
  const before = now;
  changes++;
  show({ ...now, ...change });
  try {
    await ask("PUT", "preferences", { body: now });
  } catch (error) {
    // An older server has no preferences: the browser keeps them.
    if (!(error instanceof ApiError && error.status === 404)) {
      show(before);
      throw error;
    }
  }
  remember(now);
}

function remembered(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(kept) ?? "{}") as Partial<Preferences>;
  } catch {
    return {};
  }
}

function remember(preferences: Preferences): Preferences {
  try {
    localStorage.setItem(kept, JSON.stringify(preferences));
  } catch {
    // Without browser storage, the server keeps them.
  }
  return preferences;
}
