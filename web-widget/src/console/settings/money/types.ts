/** The shapes of `/v1/console/budget` and `/v1/usage`. Amounts are decimals in quotes. */

export interface Spent {
  readonly limit?: string;
  readonly spent: string;
}

export interface OwnBudget {
  readonly day?: string;
  readonly month?: string;
  readonly conversation_tokens?: number;
  readonly zone?: string;
}

export interface Budget {
  readonly currency: string;
  readonly zone: string;
  readonly day: Spent;
  readonly month: Spent;
  readonly conversation_tokens?: number;
  readonly own: OwnBudget;
}

export interface UsageLine {
  readonly day?: string;
  readonly model?: string;
  readonly kind?: string;
  readonly calls: number;
  readonly estimated_calls: number;
  readonly input_tokens: number;
  readonly cached_tokens: number;
  readonly output_tokens: number;
  readonly cost: string;
  readonly saved: string;
}

export interface Usage {
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly currency: string;
  readonly items: readonly UsageLine[];
  readonly total: UsageLine;
}
