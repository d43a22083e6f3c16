/** Types of `/v1/lanes` (src/docs/rest.md, src/docs/model-gateway.md). */

export type Use = "lanes" | "speech";

export type Kind = "openai" | "azure" | "compatible";

export interface LaneState {
  readonly breaker: "closed" | "open" | "half_open";
  readonly resting_for?: string;
  readonly alarms: readonly string[];
  readonly days_left?: number;
  readonly last_error?: { readonly code: string; readonly at: string; readonly said?: string };
  /** No success since that error. */
  readonly failing?: boolean;
  readonly wants?: readonly { readonly code: string; readonly text: string }[];
}

export interface Parameters {
  readonly temperature?: number;
  readonly max_tokens?: "max_tokens" | "max_completion_tokens";
  readonly stream?: boolean;
  readonly stream_options?: boolean;
  readonly store_false?: boolean;
  readonly safety_identifier?: boolean;
}

export interface Timeouts {
  readonly connect_ms?: number;
  readonly first_token_ms?: number;
  readonly between_tokens_ms?: number;
  readonly total_ms?: number;
}

export interface Lane {
  readonly name: string;
  readonly kind: Kind;
  readonly base_url?: string;
  readonly deployment?: string;
  readonly api_version?: string;
  readonly key_set?: boolean;
  readonly model: string;
  readonly region?: string;
  readonly window?: number;
  readonly price?: string;
  readonly parameters?: Parameters;
  readonly timeouts?: Timeouts;
  readonly state?: LaneState;
}

interface Moderation {
  readonly in?: boolean;
  readonly out?: boolean;
  readonly pass_when_down?: boolean;
}

export interface Lanes {
  readonly lanes: readonly Lane[];
  /** Speech models. */
  readonly speech?: readonly Lane[];
  readonly stay_in?: string;
  readonly moderation?: Moderation;
  readonly operator: readonly { readonly model: string; readonly state?: LaneState }[];
}
