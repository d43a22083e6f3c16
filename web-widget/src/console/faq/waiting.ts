import type { SearchStatus } from "./types";

/** Null where every entry is found by its meaning. */
export function waiting({ entries, pending, ready_in_s }: SearchStatus): string | null {
  if (pending === 0) return null;
  const minutes = Math.ceil(ready_in_s / 60);
  const when =
    ready_in_s < 60 ? "less than a minute" : `about ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  return `${pending.toLocaleString("en")} of ${entries.toLocaleString("en")} entries are found by their words alone for ${when} yet.`;
}
