/** Made by `npm run types` from src/docs/openapi-console.yaml. */

export interface Action {
  readonly name: string;
  readonly arguments: string;
  readonly outcome: string;
  readonly status: number | null;
  readonly millis: number;
}

export interface ActionRecord {
  readonly id: UUID;
  readonly name: string;
  readonly arguments: string;
  readonly consent: boolean;
  readonly state: "asked" | "declined" | "agreed" | "performing" | "ended";
  readonly outcome?: string;
  readonly status?: number;
  readonly asked_at?: Instant;
  readonly answered_at?: Instant;
  readonly agreed_seq?: number;
  readonly begun_at?: Instant;
  readonly tries: number;
  readonly ended_at?: Instant;
  readonly conversation: UUID;
}

export interface AgentResponse {
  readonly id: UUID;
  readonly email: string;
  readonly name: string;
  readonly role: "agent" | "supervisor" | "administrator";
  readonly invited: boolean;
  readonly disabled: boolean;
  readonly away: boolean;
  readonly capacity?: number;
  readonly skills: readonly string[];
}

export interface CannedResponse {
  readonly id: UUID;
  readonly shortcut: string;
  readonly text: string;
  readonly updated_at: Instant;
  /** For `If-Match`. */
  readonly etag: string;
}

export interface CodesResponse {
  readonly recovery_codes: readonly string[];
}

export interface ContextResponse {
  readonly conversation: InboxItemResponse;
  /** A JSON object of the shop's own. */
  readonly attributes: {
    readonly [key: string]: unknown;
  };
  readonly actions: readonly ActionRecord[];
  readonly earlier: readonly InboxItemResponse[];
}

export interface DraftedResponse {
  readonly text: string;
  readonly sources: readonly Source[];
  readonly model?: string;
  readonly cost?: string;
}

export interface Entry {
  readonly id: UUID;
  readonly question: string;
  readonly score: number;
  readonly verdict: string;
}

export interface Evidence {
  readonly understood?: Understood;
  readonly entries: readonly Entry[];
  readonly prompt?: readonly Sent[];
  readonly model?: string;
  readonly model_request_id?: string;
  readonly model_error?: string;
  readonly model_attempts: number;
  readonly prompt_tokens: number;
  readonly answer_tokens: number;
  readonly tokens_estimated: boolean;
  readonly cost?: string;
  readonly first_text_millis?: number;
  readonly total_millis?: number;
  readonly actions?: readonly Action[];
  readonly invented?: readonly string[];
}

export interface Fault {
  readonly code: string;
  readonly detail: string;
  readonly field?: string;
}

export interface Handoff {
  readonly reason: string;
  readonly summary?: string;
  readonly by: "visitor" | "bot" | "rule" | "shop";
}

export interface Held {
  readonly answer: UUID;
  readonly text: string;
  readonly at: Instant;
}

export interface HitResponse {
  readonly conversation: UUID;
  readonly seq: number;
  readonly author: "visitor" | "bot" | "agent" | "system";
  readonly name?: string;
  readonly excerpt: string;
  readonly marks: readonly Mark[];
  readonly at: Instant;
  readonly state: "with_bot" | "waiting" | "with_agent" | "closed";
}

export interface InboxItemResponse {
  readonly id: UUID;
  readonly state: "with_bot" | "waiting" | "with_agent" | "closed";
  readonly agent?: UUID;
  readonly epoch: number;
  readonly last_seq: number;
  readonly visitor: UUID;
  readonly customer?: string;
  readonly name?: string;
  readonly locale?: string;
  readonly page?: string;
  readonly labels: readonly string[];
  readonly priority: "low" | "normal" | "high" | "urgent";
  readonly snoozed_until?: Instant;
  readonly waiting_since?: Instant;
  readonly reason?: string;
  readonly handoff?: Handoff;
  readonly created_at: Instant;
  readonly last_activity_at: Instant;
  readonly unread?: number;
  readonly last?: LastMessage;
}

export type Instant = string;

export interface LabelResponse {
  readonly name: string;
  readonly color: string;
  /** For `If-Match`. */
  readonly etag: string;
}

export interface LastMessage {
  readonly author: "visitor" | "bot" | "agent" | "system";
  readonly name?: string;
  readonly text: string;
  readonly at: Instant;
  readonly spoken?: boolean;
}

export interface Mark {
  readonly from: number;
  readonly until: number;
}

export interface Mended {
  readonly typed: string;
  readonly meant: string;
}

export interface NoteResponse {
  readonly id: UUID;
  readonly conversation: UUID;
  readonly author: UUID;
  readonly name: string;
  readonly client_id: UUID;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly after_seq: number;
  readonly at: Instant;
}

export interface OptionsResponse {
  readonly password: boolean;
  readonly sso?: SsoResponse;
}

export interface Preferences {
  readonly keys: boolean;
  readonly sound: boolean;
  readonly notifications: boolean;
  readonly reads_in?: string;
  readonly shortcuts: {
    readonly [key: string]: string;
  };
}

export interface Recording {
  readonly id: UUID;
  readonly seconds: number;
  readonly heard?: string;
  readonly language?: string;
  readonly peaks?: string;
  readonly available: boolean;
  readonly translation?: Translation;
}

export interface RehearsedResponse {
  readonly text: string;
  readonly finish: string;
  readonly sources: readonly Source[];
  readonly evidence: Evidence;
}

export interface Secret {
  readonly secret: string;
  readonly uri: string;
}

export interface Sent {
  readonly role: string;
  readonly text: string;
}

export interface SessionResponse {
  readonly session: UUID;
  readonly agent: AgentResponse;
  readonly shop: string;
  readonly tenant: string;
  readonly suspended: boolean;
}

export interface Source {
  readonly id: UUID;
  readonly question: string;
  readonly url: string | null;
  readonly score: number;
}

export interface SsoResponse {
  readonly name: string;
  readonly href: string;
}

export interface StateResponse {
  readonly enabled: boolean;
  readonly enabled_at?: Instant;
  readonly recovery_codes_left: number;
}

export interface SupervisionResponse {
  readonly whisper?: string;
  readonly held: boolean;
  readonly waiting: readonly Held[];
}

export interface Translation {
  readonly language: string;
  readonly text: string;
}

export type UUID = string;

export interface Understood {
  readonly language: string;
  readonly wants: string;
  readonly searched_for?: string;
  readonly by?: string;
  readonly corrections?: readonly Mended[];
}

export interface ViewResponse {
  readonly id: UUID;
  readonly name: string;
  readonly shared: boolean;
  readonly view: "all" | "mine" | "waiting" | "with_bot" | "snoozed" | "closed";
  readonly label?: string;
  readonly priority?: "low" | "normal" | "high" | "urgent";
  readonly agent?: UUID;
  /** For `If-Match`. */
  readonly etag: string;
}
