/** Types of `/v1/console/reports`. */

import { ask } from "../api/http";
import { dayIn, daysBetween, shifted } from "../kit/days";
import type { ReportItem, ReportResponse, Spread } from "./console-rest";

export type { Spread };

export type Item = ReportItem;

export type Report = ReportResponse & { readonly by: By };

export type By = "day" | "agent" | "label";

/** Days as `2026-11-25`, inclusive. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** By day, and the previous period as a total. */
export interface Reports {
  readonly days: Report;
  readonly before: Report;
}

export async function loadReports(period: Period, signal: AbortSignal): Promise<Reports> {
  const [days, before] = await Promise.all([
    loadReport(period, "day", signal),
    loadReport(earlier(period), "none", signal),
  ]);
  return { days, before };
}

export function loadReport(period: Period, by: By | "none", signal: AbortSignal): Promise<Report> {
  const { from, to } = period;
  return ask<Report>("GET", "reports", { query: { from, to, by }, signal });
}

let zone: string | null = null;

/** In the shop's zone, which reports use. */
export async function today(signal: AbortSignal): Promise<string> {
  zone ??= (await ask<Report>("GET", "reports", { query: { by: "none" }, signal })).zone;
  return dayIn(zone, Date.now());
}

export function lastDays(count: number, to: string): Period {
  return { from: shifted(to, 1 - count), to };
}

/** The period of the same length before. */
export function earlier({ from, to }: Period): Period {
  const days = count({ from, to });
  return { from: shifted(from, -days), to: shifted(from, -1) };
}

export function count({ from, to }: Period): number {
  return daysBetween(from, to);
}

/** Including days without conversations, which reports omit. */
export function daysOf(period: Period): readonly string[] {
  return Array.from({ length: Math.max(0, count(period)) }, (_, i) => shifted(period.from, i));
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
