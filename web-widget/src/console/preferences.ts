/** How the agent wants the console to behave; kept by Parley, so that it is the same on every computer. */

import { useEffect, useState } from "preact/hooks";
import type { Preferences as Stored } from "./api/console-rest";
import { ask, Trouble } from "./api/http";

/** Without a language nothing is translated. */
export type Preferences = Omit<Stored, "reads_in"> & { readonly reads_in?: string | undefined };

const USUAL: Preferences = { keys: true, sound: true, notifications: false, shortcuts: {} };

let now: Preferences = USUAL;
let kept = "";
/** Counted, so that what is still on its way from Parley does not undo what was chosen meanwhile. */
let changes = 0;
const watchers = new Set<(preferences: Preferences) => void>();

function show(preferences: Preferences): void {
  now = preferences;
  for (const tell of watchers) tell(now);
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

/** Once for each agent who signs in here: what this browser remembers at once, what Parley keeps when it comes. */
export async function loadPreferences(agent: string): Promise<void> {
  kept = `parley.console.preferences.${agent}`;
  show({ ...USUAL, ...remembered() });
  const before = changes;
  try {
    const found = await ask<Partial<Preferences>>("GET", "preferences");
    // Where Parley has no language, none is wanted any more.
    if (changes === before) show(remember({ ...now, reads_in: undefined, ...found }));
  } catch {
    // The remembered ones do: nobody waits for preferences.
  }
}

/** Holds at once; throws when Parley did not keep it, and then it is as it was. */
export async function prefer(change: Partial<Preferences>): Promise<void> {
  const before = now;
  changes++;
  show({ ...now, ...change });
  try {
    await ask("PUT", "preferences", { body: now });
  } catch (error) {
    // An older Parley keeps none: this browser does.
    if (!(error instanceof Trouble && error.status === 404)) {
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
    // A browser that stores nothing: Parley does.
  }
  return preferences;
}
