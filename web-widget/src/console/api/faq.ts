/** The shapes of `/v1/faq` (src/docs/rest.md). */

export type Status = "draft" | "published";

export interface Entry {
  readonly id: string;
  readonly question: string;
  readonly variants: readonly string[];
  readonly answer: string;
  readonly locale: string;
  readonly products: readonly string[];
  readonly tags: readonly string[];
  readonly url?: string;
  readonly status: Status;
  readonly valid_from?: string;
  readonly valid_until?: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface Facets {
  readonly entries: number;
  readonly drafts: number;
  readonly tags: readonly Counted[];
  readonly locales: readonly Counted[];
}

export interface Counted {
  readonly name: string;
  readonly count: number;
}

export interface Hit {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly score: number;
  readonly verdict: "answer" | "weak";
  readonly url?: string;
}

export interface Found {
  readonly items: readonly Hit[];
  readonly floor: { readonly cosine: number; readonly confidence: number };
}

export interface SearchStatus {
  readonly entries: number;
  readonly searchable: number;
  readonly pending: number;
  readonly ready_in_s: number;
}

export interface ImportResult {
  readonly imported: number;
  readonly updated: number;
  readonly drafts: number;
  readonly rejected: number;
  readonly errors: readonly { readonly row: number; readonly code: string; readonly detail: string }[];
}

export interface Unanswered {
  readonly id: string;
  readonly question: string;
  readonly count: number;
  readonly last_asked_at: string;
  readonly conversation: string;
  readonly seq: number;
  readonly locale?: string;
  readonly closest?: { readonly id: string; readonly question: string; readonly score: number };
}
