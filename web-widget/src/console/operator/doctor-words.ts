/** The outcome of an installation's check in words. */
import type { Finding } from "./ask";

export const STATUS: Readonly<Record<Finding["status"], { readonly word: string; readonly badge: string }>> =
  {
    ok: { word: "ok", badge: "badge good" },
    warning: { word: "warning", badge: "badge warn" },
    fault: { word: "fault", badge: "badge bad" },
  };

export interface Outcome {
  readonly kind: "good" | "warn" | "bad";
  readonly text: string;
}

export function outcomeOf(findings: readonly Finding[]): Outcome {
  const count = (status: Finding["status"]) => findings.filter(each => each.status === status).length;
  const faults = count("fault");
  const warnings = count("warning");
  if (faults + warnings === 0) return { kind: "good", text: "Nothing to do." };
  const parts = [
    ...(faults ? [many(faults, "fault")] : []),
    ...(warnings ? [many(warnings, "warning")] : []),
  ];
  return { kind: faults ? "bad" : "warn", text: `${parts.join(" and ")}. What to do is below each.` };
}

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
