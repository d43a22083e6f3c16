/** What axe finds wrong on a page. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** With what is good practice, but no rule. */
const ALL = [...WCAG, "best-practice"];

/** @param where said with each finding */
export function axeFindings(page: Page, where: string): Promise<readonly string[]> {
  return findings(page, where, ALL);
}

export function wcagFindings(page: Page, where: string): Promise<readonly string[]> {
  return findings(page, where, WCAG);
}

async function findings(page: Page, where: string, tags: string[]): Promise<readonly string[]> {
  // Our pages hold no frames, so axe need not gather its results in a page of their own. Describing all that passes takes longer than
  // looking for what does not.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .withTags(tags)
    .analyze();
  return violations.map(v => `${where}: ${v.id} ${v.nodes.map(n => n.target.join(" ")).join(", ")}`);
}
