import { randomUUID } from "node:crypto";
import type { TestContext } from "node:test";
import type { Page } from "playwright-core";
import { atDesk, Desk, waiting, within } from "./desk";
import { becomes } from "./harness";

/** 2000 is what is promised; fewer in everyday builds. */
const MANY = Number(process.env["CONVERSATIONS"] ?? 200);
const AT_ONCE = 8;
const ROUNDS = 9;

/** Each with a message and without answers: cheap to create and visible in the list. */
async function fill(count: number): Promise<void> {
  let left = count;
  const worker = async () => {
    while (left-- > 0) await waiting({ texts: [`Where is my parcel number ${left}?`] });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** From a key press or click to the next frame in which `selector` is visible. */
function painted(page: Page, event: "click" | "input", selector: string): Promise<number> {
  return page.evaluate(
    ([on, wanted]) =>
      new Promise<number>(tell => {
        const began = (caused: Event) => {
          const look = () => {
            const lasted = performance.now() - caused.timeStamp;
            if (!document.querySelector(wanted ?? "") && lasted < 20_000) requestAnimationFrame(look);
            else setTimeout(() => tell(performance.now() - caused.timeStamp));
          };
          requestAnimationFrame(look);
        };
        addEventListener(on ?? "", began, { capture: true, once: true });
      }),
    [event, selector] as const,
  );
}

async function measured(
  t: TestContext,
  what: string,
  once: (round: number) => Promise<number>,
): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) times.push(await once(i));
  times.sort((a, b) => a - b);
  within(t, `${what}, median of ${ROUNDS}`, times[Math.floor(ROUNDS / 2)] ?? 0, 100);
}

atDesk(
  `manyOpenConversations_theDeskStaysQuick`,
  async t => {
    await fill(MANY);
    const words = `load ${randomUUID().slice(0, 8)}`;
    const own = await waiting({ texts: [`Hello? ${words}`] });
    t.diagnostic(`${MANY} conversations made`);
    const desk = await Desk.open("#/inbox?view=all");
    const { page } = desk;
    await desk.row(own).waitFor();
    const filter = page.locator(".find input").first();

    // All of them are in the page before the measurement.
    const listed = async () => Number(await page.locator(".rows li").first().getAttribute("aria-setsize"));
    await becomes(async () => (await listed()) >= MANY, true, 120_000);
    t.diagnostic(`${await listed()} conversations in the list`);
    await measured(t, "opening", async i => {
      const row = page.locator(".line:not(.chosen)").nth(i);
      const id = await row.getAttribute("data-id");
      const shown = painted(page, "click", `:root:has(.line.chosen[data-id="${id}"]) .thread .said`);
      await row.click();
      return shown;
    });
    await measured(t, "filtering", async i => {
      const text = i % 2 ? "" : words;
      const shown = painted(page, "input", i % 2 ? ".rows li ~ li" : ".rows li:only-child");
      await filter.fill(text);
      return shown;
    });
    await filter.fill("");
    await desk.go(`#/conversations/${own}?view=all`);
    await page.locator(".thread .said").first().waitFor();
    await page
      .locator(".thread-head")
      .getByRole("button", { name: /^(Claim|Take over)/ })
      .click();
    const field = page.locator(".writer textarea");
    await field.waitFor();
    await measured(t, "typing", async () => {
      const shown = painted(page, "input", ".writer textarea");
      await field.press("x");
      return shown;
    });
    await desk.end();
  },
  900_000,
);
