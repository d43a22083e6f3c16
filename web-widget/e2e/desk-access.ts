import assert from "node:assert/strict";
import { axeFindings } from "./axe";
import { atDesk, Desk, waiting } from "./desk";
import { PAGES, SIZES, THEMES } from "./pages";

async function axe(desk: Desk, where: string): Promise<readonly string[]> {
  // Animations and transitions are not judged.
  await desk.page.waitForFunction(() => !document.querySelector(".bones"));
  return axeFindings(desk.page, where);
}

for (const colorScheme of THEMES) {
  for (const viewport of SIZES) {
    atDesk(
      `axe_desk_${colorScheme}_${viewport.width}_findsNothing`,
      async () => {
        const id = await waiting({
          name: "Mara Lindqvist",
          page: "https://shop.example/p/1",
          reason: "a refund",
          texts: ["I want a refund for order 10231.", "كم تستغرق عملية الشحن؟"],
        });
        const desk = await Desk.open("#/inbox", undefined, {
          colorScheme,
          viewport,
          reducedMotion: "reduce",
        });
        const found: string[] = [];
        for (const [name, hash, there] of PAGES) {
          await desk.go(hash);
          await desk.page.locator(there).first().waitFor();
          found.push(...(await axe(desk, name)));
        }
        await desk.go(`#/conversations/${id}`);
        await desk.thread.locator(".said").first().waitFor();
        found.push(...(await axe(desk, "conversation")));
        await desk.page.keyboard.press("?");
        await desk.page.locator(".key-help").waitFor();
        found.push(...(await axe(desk, "keys")));
        await desk.page.keyboard.press("Escape");
        await desk.page.locator("dialog").waitFor({ state: "detached" });
        await desk.page.keyboard.press("Control+k");
        await desk.page.locator(".palette").waitFor();
        found.push(...(await axe(desk, "palette")));
        assert.deepEqual(found, []);
        await desk.end();
      },
      600_000,
    );
  }
}

atDesk("axe_signIn_findsNothing", async () => {
  for (const colorScheme of THEMES) {
    const desk = await Desk.stranger({ colorScheme });
    assert.deepEqual(await axe(desk, `sign-in ${colorScheme}`), []);
    await desk.end();
  }
});
