/**
 * Takes the pictures of the README into `src/docs/pictures`: `PARLEY_URL=… SCRIPTED_MODEL_URL=… npm run shots:readme`.
 * For a service with nothing but the demo shop.
 */
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { administrate, Desk, REAL, shop, waiting } from "./desk";
import { script, Visit } from "./harness";
import { THEMES } from "./pages";

const INTO = new URL("../../src/docs/pictures/", import.meta.url).pathname;

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(a => a.finished.catch(() => undefined))),
  );
  await page.screenshot({ path: `${INTO}${name}.png` });
}

test("pictures", { timeout: 300_000, skip: REAL ? false : "needs PARLEY_URL" }, async () => {
  mkdirSync(INTO, { recursive: true });
  const viewport = { width: 1180, height: 760 };
  for (const colorScheme of THEMES) {
    await script({ text: "You have **30 days** to send shoes back, as long as they are unworn [1]." });
    const visit = await Visit.start({ viewport, colorScheme, reducedMotion: "reduce" });
    await visit.open();
    await visit.ask("How long do I have to send shoes back?");
    await visit.answers.first().waitFor();
    await visit.input.evaluate(field => (field as HTMLElement).blur());
    await shoot(visit.page, `widget-${colorScheme}`);
    await visit.end();
  }
  const id = await furnish();
  for (const colorScheme of THEMES) {
    const desk = await Desk.open(`#/conversations/${id}?view=all`, undefined, {
      viewport,
      colorScheme,
      reducedMotion: "reduce",
    });
    await desk.thread.locator(".said").first().waitFor();
    await desk.page.waitForFunction(() => !document.querySelector(".bones"));
    await shoot(desk.page, `console-${colorScheme}`);
    await desk.end();
  }
});

/** Returns the conversation that the bot began and a person continued. */
async function furnish(): Promise<string> {
  await administrate("PUT", "labels/refund", { color: "#b4532a" });
  for (const [name, reason, text] of [
    ["Jonas Weber", "parcel lost", "My parcel says delivered, but it is not here."],
    ["Mei Tanaka", "", "Can I change the address of order 10244?"],
    ["Łukasz Wójcik", "wrong size", "The boots are too small. Can I swap them?"],
  ] as const) {
    await waiting({ name, texts: [text], ...(reason && { reason }) });
  }
  const page = "https://alder-and-pine.example/p/karst-38";
  const { id } = await shop<{ id: string }>("POST", "conversations", {
    page,
    attributes: { name: "Mara Lindqvist", plan: "gold" },
  });
  await script({ text: "You have **30 days** to send shoes back, as long as they are unworn [1]." });
  await shop("POST", `conversations/${id}/messages`, { text: "How long do I have to send shoes back?" });
  await shop("POST", `conversations/${id}/handoff`, { reason: "wants a refund" });
  await shop("POST", `conversations/${id}/messages`, {
    text: "I sent them back last week. Where is my refund?",
  });
  await administrate("POST", `conversations/${id}/claim`);
  await administrate("PUT", `conversations/${id}/labels`, { labels: ["refund"] });
  await administrate("POST", `conversations/${id}/notes`, {
    id: crypto.randomUUID(),
    text: "Parcel reached the warehouse on Monday.",
  });
  await administrate("POST", `conversations/${id}/messages`, {
    id: crypto.randomUUID(),
    text: "They arrived on Monday. I have **started the refund**: it is with you within five working days.",
  });
  return id;
}
