import type { SearchStatus } from "../api/faq";

/** Null if every entry is fully indexed. */
export function waiting({ entries, pending, ready_in_s }: SearchStatus): string | null {
  if (pending === 0) return null;
  const minutes = Math.ceil(ready_in_s / 60);
  const when =
    ready_in_s < 60 ? "Less than a minute" : `About ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  const some = `${pending.toLocaleString("en")} of ${entries.toLocaleString("en")} entries`;
  return `${some} are still being read. Until then they are found by their words alone, not by what they mean. ${when} left.`;
}
