/** What was typed and not saved, kept for this tab: a session that ends or a reload must not cost anybody their text. */

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
    // The storage is full or forbidden: then it is not kept.
  }
}

export function forget(key: string): void {
  try {
    sessionStorage.removeItem(PREFIX + key);
  } catch {
    // As above.
  }
}
