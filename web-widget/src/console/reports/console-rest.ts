/** Made by `npm run types` from src/docs/openapi-console.yaml. */

import type {} from "../api/console-rest";

export type LocalDate = string;

export interface Reason {
  readonly reason: string | null;
  readonly count: number;
}

export interface ReportItem {
  readonly key?: string;
  readonly name?: string;
  readonly conversations: number;
  readonly settled: number;
  readonly deflected: number;
  readonly handed_off: number;
  readonly first_response_seconds: Spread;
  readonly resolution_seconds: Spread;
  readonly rated_up: number;
  readonly rated_down: number;
  readonly cost?: string;
  readonly saved?: string;
}

export interface ReportResponse {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly zone: string;
  readonly by: string;
  readonly currency: string;
  readonly cost: string;
  readonly saved: string;
  readonly total: ReportItem;
  readonly items: readonly ReportItem[];
  readonly reasons: readonly Reason[];
}

export interface Spread {
  readonly median: number | null;
  readonly p90: number | null;
}
