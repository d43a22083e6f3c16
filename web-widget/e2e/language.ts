import assert from "node:assert/strict";
import type { BrowserContextOptions } from "playwright-core";
import { atDesk } from "./desk";
import { newContext, scenario, service, Visit } from "./harness";

/** A visit to the demo shop in another language. */
async function visitIn(lang: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await newContext(options);
  await context.route(`${service.url}/demo/`, async route => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      '<html lang="en">',
      lang ? `<html lang="${lang}">` : "<html>",
    );
    await route.fulfill({ response, body });
  });
  const visit = await Visit.inside(context);
  await visit.go("/demo/");
  return visit;
}

/** The widget shows German texts and no English ones. */
async function isToldInGerman(visit: Visit): Promise<void> {
  await visit.open();
  await visit.panel.locator(".person", { hasText: "Mit einem Menschen sprechen" }).click();
  const notice = visit.panel.locator(".system").first();
  await notice.waitFor();
  assert.match(await notice.innerText(), /\b(Sie|Wir|wir|Ihnen)\b/);
  assert.doesNotMatch(await notice.innerText(), /\b(you|person|team has)\b/i);
}

atDesk("germanPage_widgetAndNoticesAreGerman", async () => {
  const visit = await visitIn("de");
  assert.equal(await visit.launcher.getAttribute("aria-label"), "Chat öffnen");

  await isToldInGerman(visit);

  await visit.end();
});

atDesk("pageWithoutALanguage_theBrowsersCounts", async () => {
  const visit = await visitIn("", { locale: "de-AT" });

  await isToldInGerman(visit);

  await visit.end();
});

atDesk("languageSetByThePage_goesBeforeItsOwn", async () => {
  const visit = await visitIn("en");
  await visit.open();
  await visit.panel.locator(".person", { hasText: "Talk to a person" }).waitFor();

  await visit.page.evaluate(() =>
    (window as unknown as { parley: { setLocale(l: string): void } }).parley.setLocale("de_DE"),
  );

  await visit.panel.locator(".person", { hasText: "Mit einem Menschen sprechen" }).click();
  await visit.panel.locator(".system", { hasText: /\b(Sie|Wir|Ihnen)\b/ }).waitFor();
  await visit.end();
});

scenario("languageSetBeforeTheChatIsOpened_isTheLaunchers", async visit => {
  await visit.page.evaluate(() =>
    (window as unknown as { parley: { setLocale(l: string): void } }).parley.setLocale("zh-CN"),
  );

  assert.equal(await visit.launcher.getAttribute("aria-label"), "在线咨询");
});
