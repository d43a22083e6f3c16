/** A report as `/v1/console/reports` tells it, and the days that it is about. */

import { ask } from "../api/http";
import { dayIn, daysBetween, shifted } from "../kit/days";

export interface Spread {
  readonly median: number | null;
  readonly p90: number | null;
}

export interface Item {
  /** A day, an agent's id or a label; absent in the total. */
  readonly key?: string;
  readonly name?: string;
  readonly conversations: number;
  /** Long enough ago that it is known whether the visitor came back. */
  readonly settled: number;
  /** Of these, ended with the bot and not come back. */
  readonly deflected: number;
  readonly handed_off: number;
  readonly first_response_seconds: Spread;
  readonly resolution_seconds: Spread;
  readonly rated_up: number;
  readonly rated_down: number;
  readonly cost?: string;
  readonly saved?: string;
}

export interface Report {
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly by: By;
  readonly currency: string;
  readonly cost: string;
  readonly saved: string;
  readonly total: Item;
  readonly items: readonly Item[];
  readonly reasons: readonly { readonly reason: string | null; readonly count: number }[];
}

export type By = "day" | "agent" | "label";

/** Days as `2026-11-25`, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Day by day, and all of the days before as one. */
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

/** Today where the shop is: its days are what a report counts. */
export async function today(signal: AbortSignal): Promise<string> {
  zone ??= (await ask<Report>("GET", "reports", { query: { by: "none" }, signal })).zone;
  return dayIn(zone, Date.now());
}

export function lastDays(count: number, to: string): Period {
  return { from: shifted(to, 1 - count), to };
}

/** As many days, just before. */
export function earlier({ from, to }: Period): Period {
  const days = count({ from, to });
  return { from: shifted(from, -days), to: shifted(from, -1) };
}

export function count({ from, to }: Period): number {
  return daysBetween(from, to);
}

/** Every day of it: those without conversations are in no report. */
export function daysOf(period: Period): readonly string[] {
  return Array.from({ length: Math.max(0, count(period)) }, (_, i) => shifted(period.from, i));
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
