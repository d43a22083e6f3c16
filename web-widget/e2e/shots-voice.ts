/** Takes screenshots of every state of a voice message into `e2e/shots`: `npm run shots:voice`. */
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import type { BrowserContextOptions } from "playwright-core";
import { hears, newContext, script, Visit } from "./harness";
import { Speaker } from "./speaker";

const INTO = new URL("./shots/", import.meta.url).pathname;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

const LOOKS: readonly (readonly [name: string, locale: string, options: BrowserContextOptions])[] = [
  ["en-light", "en", { colorScheme: "light" }],
  ["de-dark", "de", { colorScheme: "dark" }],
  ["ar-phone-light", "ar", { colorScheme: "light", ...PHONE }],
  ["fr-phone-dark", "fr", { colorScheme: "dark", ...PHONE, viewport: { width: 320, height: 640 } }],
  ["en-forced", "en", { forcedColors: "active", reducedMotion: "reduce" }],
];

for (const [name, locale, options] of LOOKS) {
  test(`voice-${name}`, { timeout: 120_000 }, async () => {
    mkdirSync(INTO, { recursive: true });
    await script({ text: "Thirty days [1]." });
    await hears(null);
    const context = await newContext(options);
    const visit = await Visit.inside(context);
    await visit.go("/demo/");
    await visit.page.evaluate(l => {
      (window as unknown as { parley: { setLocale(l: string): void } }).parley.setLocale(l);
    }, locale);
    const speaker = await Speaker.at(visit);
    let n = 0;
    const shoot = async (what: string) => {
      await visit.page.waitForTimeout(250);
      await visit.panel.screenshot({ path: `${INTO}voice-${name}-${++n}-${what}.png` });
    };
    await visit.open();
    await visit.panel.locator(".starters").waitFor();
    await shoot("closed");
    await visit.page.evaluate(() => {
      const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      let left = 2;
      navigator.mediaDevices.getUserMedia = (...all) => {
        left--;
        if (left > 0) return Promise.reject(new DOMException("no", "NotAllowedError"));
        return new Promise(done => setTimeout(done, 1_000)).then(() => real(...all));
      };
    });
    await visit.panel.locator(".mic").click();
    await speaker.is("refused");
    await shoot("denied");
    await speaker.box.locator(".main").click();
    await speaker.is("asking");
    await shoot("asking");
    await speaker.is("recording");
    await visit.page.waitForTimeout(3_500);
    await shoot("recording");
    await speaker.box.locator(".quiet").nth(1).click();
    await shoot("paused");
    await visit.page.keyboard.press("Escape");
    await shoot("asks");
    await speaker.box.locator(".main").click();
    await speaker.box.locator(".quiet").nth(1).click();
    await speaker.box.locator(".round").click();
    await speaker.is("review");
    await shoot("review");
    await speaker.box.locator(".listen").click();
    await visit.page.waitForTimeout(1_200);
    await shoot("playing");
    await speaker.box.locator(".main").click();
    await speaker.is("failed");
    await shoot("failed");
    await hears("");
    await speaker.box.locator(".main").click();
    await speaker.box.getByRole("button").nth(4).waitFor();
    await visit.page.waitForTimeout(500);
    await shoot("silent");
    await hears("How long do I have to send shoes back?");
    await speaker.box.locator(".main").click();
    await speaker.is("recording");
    await visit.page.waitForTimeout(1_500);
    await speaker.box.locator(".round").click();
    await speaker.is("review");
    await speaker.box.locator(".main").click();
    await speaker.is("attached");
    await shoot("attached");
    await visit.panel.locator(".composer button[type=submit]").click();
    await visit.answers.first().waitFor();
    await shoot("sent");
    await context.route(/\/v1\/visitor\/voice\//, route => route.fulfill({ status: 404, body: "{}" }));
    await visit.page.reload();
    // On a phone the chat stays closed on the next page.
    if (options.isMobile) await visit.open();
    await visit.own.locator(".listen").dispatchEvent("click");
    await visit.own.locator(".gone").waitFor();
    await shoot("gone");
    await context.close();
  });
}
