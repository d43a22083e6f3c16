/** Made by `npm run types` from src/docs/openapi.yaml. */

export interface Closest {
  readonly id: UUID;
  readonly question: string;
  readonly score: number;
}

export interface DoctorFinding {
  readonly check: string;
  readonly status: "ok" | "warning" | "fault";
  readonly found: string;
  readonly advice?: string;
}

export interface DoctorResponse {
  readonly checked_at: Instant;
  readonly findings: readonly DoctorFinding[];
}

export interface Facet {
  readonly name: string;
  readonly count: number;
}

export interface FaqEntryResponse {
  readonly id: UUID;
  readonly question: string;
  readonly variants: readonly string[];
  readonly answer: string;
  readonly locale: string;
  readonly products: readonly string[];
  readonly tags: readonly string[];
  readonly url?: string;
  readonly status: "draft" | "published";
  readonly valid_from?: Instant;
  readonly valid_until?: Instant;
  readonly created_at: Instant;
  readonly updated_at: Instant;
}

export interface FaqFacets {
  readonly entries: number;
  readonly drafts: number;
  readonly tags: readonly Facet[];
  readonly locales: readonly Facet[];
}

export interface FaqImportResponse {
  readonly imported: number;
  readonly updated: number;
  readonly drafts: number;
  readonly rejected: number;
  readonly errors: readonly RowError[];
  readonly ignored: readonly string[];
  readonly pending: number;
  readonly ready_in_s: number;
}

export interface FaqSearchResponse {
  readonly items: readonly Item[];
  readonly floor?: ScoreFloor;
}

export interface FaqStatus {
  readonly entries: number;
  readonly searchable: number;
  readonly pending: number;
  readonly ready_in_s: number;
  readonly languages: {
    readonly [key: string]: number;
  };
  readonly floors: {
    readonly [key: string]: Floor;
  };
}

export interface Floor {
  readonly cosine?: number;
  readonly confidence?: number;
  readonly words?: number;
}

export type Instant = string;

export interface Item {
  readonly id: UUID;
  readonly question: string;
  readonly answer: string;
  readonly score: number;
  readonly verdict: "answer" | "weak";
  readonly url?: string;
}

export interface OperatorEntry {
  readonly id: UUID;
  readonly at: Instant;
  readonly action: string;
  readonly slug: string;
  readonly shop_id?: UUID;
  readonly address?: string;
}

export interface Other {
  readonly id: UUID;
  readonly question: string;
}

export interface Proposal {
  readonly text: string;
  readonly source: string;
  readonly asked?: number;
  readonly now: string;
  readonly taken_by?: Other;
  readonly after?: string;
  readonly also_found: number;
}

export interface QuestionResponse {
  readonly id: UUID;
  readonly question: string;
  readonly count: number;
  readonly last_asked_at: Instant;
  readonly conversation: UUID;
  readonly seq: number;
  readonly locale?: string;
  readonly closest?: Closest;
}

export interface RowError {
  readonly row: number;
  readonly code: string;
  readonly detail: string;
}

export interface ScoreFloor {
  readonly cosine: number;
  readonly confidence: number;
}

export interface ShopLimits {
  readonly messages_per_minute?: number;
  readonly faq_entries?: number;
  readonly agents?: number;
  readonly api_keys?: number;
}

export interface ShopMadeResponse {
  readonly shop: ShopResponse;
  readonly api_key: string;
  readonly admin_link: string;
  readonly admin_email: string;
  readonly admin_link_expires_at: Instant;
}

export interface ShopRemoval {
  readonly id: UUID;
  readonly slug: string;
  readonly deleted_at: Instant;
  readonly purge_at: Instant;
  readonly restored_at?: Instant;
  readonly started_at?: Instant;
  readonly purged_at?: Instant;
  readonly deleted: {
    readonly [key: string]: number;
  };
  readonly remaining?: number;
}

export interface ShopResponse {
  readonly id: UUID;
  readonly slug: string;
  readonly name: string;
  readonly origins: readonly string[];
  readonly suspended: boolean;
  readonly suspended_at?: Instant;
  readonly limits: ShopLimits;
  readonly created_at: Instant;
  readonly deleted: boolean;
  readonly deleted_at?: Instant;
  readonly purge_at?: Instant;
}

export type UUID = string;

export interface Wordings {
  readonly items: readonly Proposal[];
  readonly asked_in_vain: number;
  readonly model?: string;
  readonly cost?: string;
  readonly trouble?: string;
}
