/**
 * Takes screenshots of every page of the console, light and dark, wide and narrow, into `e2e/shots`:
 * `PARLEY_URL=http://localhost:8080 npm run shots`. It creates the data that the pages show.
 */
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { administrate, Desk, REAL, waiting } from "./desk";
import { service } from "./harness";
import { DIALOGS, OPERATOR_PAGES, PAGES, SIZES, THEMES } from "./pages";

const OPERATOR_KEY = process.env["PARLEY_OPERATOR_KEY"] ?? "operator-of-the-scenarios-0123456789";
const INTO = new URL("./shots/", import.meta.url).pathname;

const VISITORS = [
  ["Mara Lindqvist", "parcel lost", "My parcel says delivered, but it is not here."],
  ["فاطمة الزهراء", "سؤال عن الشحن", "كم تستغرق عملية الشحن؟"],
  ["王小明", "", "我可以退货吗？"],
  ["Łukasz Wójcik", "wants a refund", "I want a refund for order 10231."],
] as const;

test("photographs", { timeout: 900_000, skip: REAL ? false : "needs PARLEY_URL" }, async () => {
  mkdirSync(INTO, { recursive: true });
  const id = await furnish();
  for (const colorScheme of THEMES) {
    for (const viewport of SIZES) {
      const desk = await Desk.open("#/inbox", undefined, { colorScheme, viewport, reducedMotion: "reduce" });
      const shoot = async (name: string, page = desk.page) => {
        await page.waitForFunction(() => !document.querySelector(".bones"));
        await page.screenshot({ path: `${INTO}${name}-${colorScheme}-${viewport.width}.png` });
      };
      for (const [name, hash, there] of PAGES) {
        await desk.go(hash);
        await desk.page.locator(there).first().waitFor();
        await shoot(name);
      }
      for (const [name, hash, button] of DIALOGS) {
        await desk.go(hash);
        await desk.page.getByRole("button", { name: button, exact: true }).first().click();
        await desk.page.locator("dialog[open]").waitFor();
        await shoot(`dialog-${name}`);
        await desk.page.keyboard.press("Escape");
        await desk.page.locator("dialog").waitFor({ state: "detached" });
      }
      await desk.go(`#/conversations/${id}?view=all`);
      await desk.thread.locator(".said").first().waitFor();
      await shoot("conversation");
      await desk.page.keyboard.press("?");
      await desk.page.locator(".key-help").waitFor();
      await shoot("help");
      await desk.page.keyboard.press("Escape");
      await desk.page.locator("dialog").waitFor({ state: "detached" });
      await desk.page.keyboard.press("Control+k");
      await desk.page.locator(".palette").waitFor();
      await shoot("palette");
      await desk.end();
      const stranger = await Desk.stranger({ colorScheme, viewport });
      await shoot("sign-in", stranger.page);
      await operate(stranger.page, name => shoot(name, stranger.page));
      await stranger.end();
    }
  }
});

async function operate(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  await page.goto(`${service.url}/operator`);
  await page.getByLabel("Operator's key").waitFor();
  await shoot("operator");
  await page.getByLabel("Operator's key").fill(OPERATOR_KEY);
  await page.getByRole("button", { name: "Open" }).click();
  for (const name of OPERATOR_PAGES) {
    await page.locator(`nav a[href="#/operator/${name}"]`).click();
    await page.locator(`nav a[href="#/operator/${name}"][aria-current]`).waitFor();
    await page.locator("main table, main .empty").first().waitFor();
    await shoot(`operator-${name}`);
  }
  await page.locator('nav a[href="#/operator/shops"]').click();
  for (const [name, button] of [
    ["new", /^New shop$/],
    ["edit", /^Change /],
    ["suspend", /^Suspend /],
    ["delete", /^Delete /],
  ] as const) {
    await page.getByRole("button", { name: button }).first().click();
    await page.locator("dialog[open]").waitFor();
    await shoot(`operator-${name}`);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
  }
}

/** Waiting conversations, an answered one, labels and a canned answer. */
async function furnish(): Promise<string> {
  await administrate("PUT", "labels/refund", { color: "#b4532a" });
  await administrate("PUT", "labels/vip", { color: "#3b6fb6" });
  const ids: string[] = [];
  for (const [name, reason, text] of VISITORS) {
    const page = "https://alder-and-pine.example/p/karst-38";
    ids.push(
      await waiting({ name, page, texts: [text], ...(reason && { reason }), attributes: { plan: "gold" } }),
    );
  }
  const id = ids.at(-1) ?? "";
  await administrate("PUT", `conversations/${id}/labels`, { labels: ["refund", "vip"] });
  await administrate("POST", `conversations/${id}/claim`);
  await administrate("POST", `conversations/${id}/messages`, {
    id: crypto.randomUUID(),
    text: "Of course. I have **started the refund**: it is with you within five working days.",
  });
  await administrate("POST", `conversations/${id}/notes`, {
    id: crypto.randomUUID(),
    text: "Second refund this month: have a look at the sizes.",
  });
  return id;
}
