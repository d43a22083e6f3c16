/** Made by `npm run types` from src/docs/openapi-console.yaml. */

import type { AgentResponse, Instant, UUID } from "../api/console-rest";

export type BotHandsOver = "at_once" | "after_asking" | "never";

export interface BudgetResponse {
  readonly currency: string;
  readonly zone: string;
  readonly day: Spent;
  readonly month: Spent;
  readonly conversation_tokens?: number;
  readonly own: OwnBudget;
}

export type DayOfWeek = "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY";

export interface HandoffSettings {
  readonly assign?: boolean;
  readonly capacity?: number;
  readonly patience_seconds?: number;
  readonly when_nobody?: WhenNobody;
  readonly mail_to?: string;
  readonly hours?: OfficeHours;
  readonly bot_hands_over?: BotHandsOver;
  readonly max_bot_turns?: number;
  readonly after_unanswered?: number;
  readonly on_anger?: boolean;
}

export interface InvitedResponse {
  readonly agent: AgentResponse;
  readonly link?: string;
  readonly expires_at: Instant;
}

export interface OfficeHours {
  readonly zone?: string;
  readonly shifts?: readonly Shift[];
  readonly holidays?: readonly string[];
}

export interface OpenSessionResponse {
  readonly id: UUID;
  readonly user_agent?: string;
  readonly created_at: Instant;
  readonly last_seen_at: Instant;
  readonly current: boolean;
}

export interface OwnBudget {
  readonly day?: string;
  readonly month?: string;
  readonly conversation_tokens?: number;
  readonly zone?: string;
}

export interface SentenceSettings {
  readonly locale: string;
  readonly languages: readonly string[];
  readonly keys: readonly string[];
  readonly places: {
    readonly [key: string]: string;
  };
  readonly defaults: {
    readonly [key: string]: {
      readonly [key: string]: string;
    };
  };
  readonly sentences: {
    readonly [key: string]: {
      readonly [key: string]: string;
    };
  };
}

export interface Shift {
  readonly day?: DayOfWeek;
  readonly from?: string;
  readonly until?: string;
}

export interface Spent {
  readonly limit?: string;
  readonly spent: string;
}

export interface VoiceSettingsResponse {
  readonly enabled: boolean;
  readonly max_seconds: number;
  readonly keep_hours: number;
  readonly glossary: boolean;
  readonly available: boolean;
}

export type WhenNobody = "wait" | "back_to_bot" | "leave_a_message" | "mail";

export interface WidgetSettingsResponse {
  readonly tenant: string;
  readonly shop: string;
  readonly bot_name: string;
  readonly greeting: string;
  readonly starters: readonly string[];
  readonly accent: string;
  readonly locale: string;
  readonly assistant_notice: string;
  readonly handoff_hint: string;
  readonly tone?: string;
  readonly allowed_origins: readonly string[];
  readonly retention_hours?: number;
  readonly default_retention_hours: number;
  readonly sentences: {
    readonly [key: string]: {
      readonly [key: string]: string;
    };
  };
}
