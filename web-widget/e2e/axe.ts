/** The accessibility problems that axe finds on a page. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Including best practices that are no rules. */
const ALL = [...WCAG, "best-practice"];

/** @param where prefix of each finding */
export function axeFindings(page: Page, where: string): Promise<readonly string[]> {
  return findings(page, where, ALL);
}

export function wcagFindings(page: Page, where: string): Promise<readonly string[]> {
  return findings(page, where, WCAG);
}

async function findings(page: Page, where: string, tags: string[]): Promise<readonly string[]> {
  // Our pages have no frames, so axe need not gather their results. Listing all passes takes longer than finding
  // violations.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .withTags(tags)
    .analyze();
  return violations.map(v => `${where}: ${v.id} ${v.nodes.map(n => n.target.join(" ")).join(", ")}`);
}
