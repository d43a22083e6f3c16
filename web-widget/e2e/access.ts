import assert from "node:assert/strict";
import { axeFindings } from "./axe";
import { scenario, script, type Visit } from "./harness";

async function axe(visit: Visit, state: string): Promise<void> {
  // Colours are judged in their final state, not during a transition.
  await visit.page.evaluate(() =>
    Promise.all(document.getAnimations().map(a => a.finished.catch(() => undefined))),
  );
  assert.deepEqual(await axeFindings(visit.page, state), []);
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const locale of ["en", "ar"]) {
    const options = { colorScheme, reducedMotion: "reduce" } as const;
    scenario(
      `axe_${colorScheme}_${locale}_findsNothing`,
      async visit => {
        await script({
          text: "You have **30 days** [1].\n\n- unworn\n- in the box\n\n`code` and https://shop.example",
        });
        await visit.page.evaluate(
          l => (window as unknown as { parley: { setLocale(l: string): void } }).parley.setLocale(l),
          locale,
        );
        await axe(visit, "closed");
        await visit.open();
        await visit.panel.locator(".bubble").first().waitFor();
        await axe(visit, "open");
        await visit.ask("How long do I have to send shoes back?");
        await visit.answers.first().waitFor();
        await axe(visit, "answered");
        await visit.panel.locator(".person").click();
        await visit.panel.locator(".wait").waitFor();
        await axe(visit, "waiting");
        await visit.context.setOffline(true);
        await visit.ask("offline");
        await visit.panel.locator(".banner.warn").waitFor();
        await axe(visit, "offline");
      },
      options,
    );
  }
}

scenario(
  "narrowScreen_isFullScreenAndTargetsAreLargeEnough",
  async visit => {
    await script({ text: "Narrow [1]." });
    await visit.open();
    await visit.ask("How long do I have to send shoes back?");
    await visit.answers.first().waitFor();

    assert.deepEqual(await visit.panel.boundingBox(), { x: 0, y: 0, width: 390, height: 844 });
    const small = await visit.panel.locator("button:not(.cite):visible").evaluateAll(all =>
      all
        .map(el => ({ name: el.className, box: el.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 44 || box.height < 44)
        .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
    );
    assert.deepEqual(small, []);
    assert.equal(await visit.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  },
  { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
);
