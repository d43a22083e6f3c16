/** Unsaved input, kept for this tab across a reload or an expired session. */

const PREFIX = "parley.kept.";

export function kept<T>(key: string): T | null {
  try {
    const found = sessionStorage.getItem(PREFIX + key);
    return found === null ? null : (JSON.parse(found) as T);
  } catch {
    return null;
  }
}

export function keep(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Storage is full or blocked.
  }
}

export function forget(key: string): void {
  try {
    sessionStorage.removeItem(PREFIX + key);
  } catch {
    // As above.
  }
}
