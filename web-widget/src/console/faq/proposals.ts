/** Proposed wordings and their gain in words. */
import type { Proposal, Wordings } from "../api/shop-rest";

export type { Proposal };

export type Proposals = Wordings;

export interface Needy {
  readonly id: string;
  readonly question: string;
  readonly locale: string;
  readonly wordings: number;
  readonly asked_in_vain: number;
}

export const times = (n: number): string => (n === 1 ? "once" : n === 2 ? "twice" : `${n} times`);

/** Worth accepting without a second look. */
export const isClear = (one: Proposal): boolean => one.now === "not_found" && one.after !== "not_found";

export function origin(one: Proposal): string {
  return one.source === "model" ? "The model's idea" : `Customers asked it ${times(one.asked ?? 1)}, in vain`;
}

/** The effect in words; a conflict is shown with its link. */
export function gain(one: Proposal): string {
  if (one.now === "found") return "Found now: yes. It makes this entry surer.";
  if (one.now === "taken") return "";
  switch (one.after) {
    case "found":
      return "Found now: no → yes";
    case "not_found":
      return "Found now: no, and not before this entry is published and valid.";
    default:
      return "Found now: no";
  }
}

export function alsoFound(one: Proposal): string | null {
  const n = one.also_found;
  return n === 0
    ? null
    : `Answers ${n} more ${n === 1 ? "question" : "questions"} that customers asked in vain.`;
}

/** Why no model was used; null if one was. */
export function why(found: Proposals): string | null {
  const rest =
    found.items.length > 0 ? " These are questions that customers asked and got no answer to." : "";
  switch (found.trouble) {
    case undefined:
      return null;
    case "no_model":
      return `No model is set up, so that none could think of wordings.${rest}`;
    case "model_failed":
      return `The model did not answer in a way that could be used.${rest}`;
    case "flagged":
      return `The model's filter refuses this entry.${rest}`;
    case "window_too_small":
      return `The model's window is too small for this entry.${rest}`;
    case "no_price":
      return `The model has no price, so that the budget cannot be kept and it was not asked.${rest}`;
    case "ledger_unavailable":
      return `What it costs cannot be booked at the moment, so that the model was not asked.${rest}`;
    default:
      return `The budget is used up, so that no model was asked.${rest}`;
  }
}

/** Where to fix it; null if only a retry helps. */
export function remedy(trouble: string | undefined): { readonly page: string; readonly text: string } | null {
  switch (trouble) {
    case undefined:
    case "model_failed":
    case "flagged":
    case "ledger_unavailable":
      return null;
    case "no_model":
    case "window_too_small":
      return { page: "models", text: "To the models" };
    default:
      return { page: "money", text: "To the budget" };
  }
}
