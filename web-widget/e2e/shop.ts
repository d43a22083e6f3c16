import type { BrowserContext } from "playwright-core";
import { newContext, service, Visit } from "./harness";

export const TAG = `<script async src="/widget.js" data-tenant="demo"></script>`;

export interface Page {
  readonly head?: string;
  readonly body: string;
}

/** A context in which `/demo/shop…` shows that page. */
export async function pageOf({ head = "", body }: Page): Promise<BrowserContext> {
  const context = await newContext();
  await context.route(`${service.url}/demo/shop*`, route =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>${head}</head>${body}</html>`,
    }),
  );
  return context;
}

export async function visitTo(page: Page, context?: BrowserContext): Promise<Visit> {
  const visit = await Visit.inside(context ?? (await pageOf(page)));
  await visit.go("/demo/shop");
  return visit;
}

export const focused = (visit: Visit) =>
  visit.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName ?? "none");
