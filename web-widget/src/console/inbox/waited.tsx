import type { JSX } from "preact";
import { useSecond } from "../kit/time";

export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  if (hours > 0) return `${hours} h ${minutes % 60} min`;
  return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
}

export function Waited({ since }: { readonly since: string }): JSX.Element {
  const now = useSecond();
  return <span class="nums">{duration(now - Date.parse(since))}</span>;
}
