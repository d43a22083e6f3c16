/** Made by `npm run types` from src/docs/openapi.yaml. */

import type { Instant, UUID } from "../api/shop-rest";

export interface ActionResponse {
  readonly method: "GET" | "POST";
  readonly tell: {
    readonly [key: string]: string;
  };
  readonly description: string;
  readonly customer_field: string;
  readonly confirm_text?: string;
  readonly url: string;
  readonly enabled: boolean;
  readonly confirm: "never" | "visitor";
  readonly idempotent: boolean;
  readonly auth_header?: string;
  readonly timeout_ms: number;
  readonly name: string;
  /** A JSON Schema of the arguments that the model gives. */
  readonly parameters: {
    readonly [key: string]: unknown;
  };
  readonly card?: Card;
  readonly requires: "verified" | "anonymous";
  readonly id: UUID;
  readonly auth_set: boolean;
}

export interface ApiKeyDetails {
  readonly id: UUID;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly hint?: string;
  readonly created_at: Instant;
  readonly expires_at?: Instant;
  readonly last_used_at?: Instant;
  readonly replaced_by?: UUID;
  readonly requests_per_minute?: number;
}

export interface Card {
  readonly type?: string;
  readonly fields?: {
    readonly [key: string]: string;
  };
}

export interface DeliveryResponse {
  readonly id: UUID;
  readonly event: string;
  readonly conversation?: UUID;
  readonly state: "pending" | "delivered" | "failed";
  readonly created_at: Instant;
  readonly next_attempt_at?: Instant;
  readonly attempt_count: number;
  readonly attempts: readonly Tried[];
  readonly body: string;
}

export interface Failure {
  readonly code?: string;
  readonly at?: Instant;
  readonly said?: string;
}

export interface IdentityBody {
  readonly mode?: IdentityMode;
  readonly user_hash?: boolean;
  readonly audience?: string;
  readonly issuer?: string;
  readonly keys?: readonly PublicKeySettings[];
  readonly jwks?: JwksSettings;
  readonly secrets?: readonly SecretItem[];
}

export type IdentityMode = "off" | "optional" | "required";

export interface Issued {
  readonly created_at: Instant;
  readonly last_used_at?: Instant;
  readonly replaced_by?: UUID;
  readonly hint?: string;
  readonly name: string;
  readonly id: UUID;
  readonly scopes: readonly string[];
  readonly requests_per_minute?: number;
  readonly expires_at?: Instant;
  readonly key: string;
}

export interface JwksSettings {
  readonly url?: string;
  readonly alg?: string;
}

export interface LaneItem {
  readonly name?: string;
  readonly kind?: string;
  readonly base_url?: string;
  readonly deployment?: string;
  readonly api_version?: string;
  readonly key?: string;
  readonly key_set?: boolean;
  readonly model?: string;
  readonly region?: string;
  readonly window?: number;
  readonly price?: string;
  readonly parameters?: Parameters;
  readonly timeouts?: Timeouts;
  readonly state?: LaneStatus;
}

export interface LaneStatus {
  readonly breaker?: string;
  readonly resting_for?: string;
  readonly alarms?: readonly string[];
  readonly days_left?: number;
  readonly last_error?: Failure;
  readonly failing?: boolean;
  readonly wants?: readonly Want[];
}

export interface LanesBody {
  readonly lanes?: readonly LaneItem[];
  readonly stay_in?: string;
  readonly moderation?: ModerationSettings;
  readonly speech?: readonly LaneItem[];
  readonly operator?: readonly Shared[];
}

export interface Line {
  readonly day?: LocalDate;
  readonly model?: string;
  readonly kind?: string;
  readonly calls: number;
  readonly estimated_calls: number;
  readonly input_tokens: number;
  readonly cached_tokens: number;
  readonly output_tokens: number;
  readonly cost: string;
  readonly saved: string;
  readonly audio_seconds: number;
}

export type LocalDate = string;

export interface ModerationSettings {
  readonly in?: boolean;
  readonly out?: boolean;
  readonly pass_when_down?: boolean;
}

export interface Parameters {
  readonly max_tokens?: string;
  readonly temperature?: number;
  readonly stream?: boolean;
  readonly stream_options?: boolean;
  readonly store_false?: boolean;
  readonly safety_identifier?: boolean;
}

export interface Paused {
  readonly at: Instant;
  readonly reason: string;
}

export interface PublicKeySettings {
  readonly kid?: string;
  readonly alg?: string;
  readonly public_key?: string;
}

export interface SecretItem {
  readonly id?: UUID;
  readonly secret?: string;
  readonly for_jwt?: boolean;
  readonly created_at?: Instant;
}

export interface Shared {
  readonly model?: string;
  readonly state?: LaneStatus;
}

export interface Timeouts {
  readonly connect_ms?: number;
  readonly first_token_ms?: number;
  readonly between_tokens_ms?: number;
  readonly total_ms?: number;
}

export interface Tried {
  readonly at: Instant;
  readonly duration_ms: number;
  readonly status?: number;
  readonly error?: string;
  readonly response?: string;
}

export interface UsageResponse {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly zone: string;
  readonly currency: string;
  readonly group_by: readonly string[];
  readonly items: readonly Line[];
  readonly total: Line;
}

export interface Want {
  readonly code?: string;
  readonly text?: string;
}

export interface WebhookResponse {
  readonly id: UUID;
  readonly url: string;
  readonly events: readonly string[];
  readonly secret?: string;
  readonly created_at: Instant;
  readonly former_secret_until?: Instant;
  readonly paused?: Paused;
  readonly failures: number;
  readonly failing_since?: Instant;
}
