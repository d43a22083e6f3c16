import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { atDesk, Desk, shop, waiting } from "./desk";
import { becomes } from "./harness";

const attacks = JSON.parse(readFileSync(new URL("./attacks.json", import.meta.url), "utf8")) as string[];

/** Elements and attributes that run or load something, which no text may add to the page. */
const harmful = `#root :is(script, iframe, img, object, embed, style, link, meta, base, form[action], [onerror], [onload],
  [onclick], [onfocus], [onmouseleave], [srcdoc], [href^="javascript" i], [href^="data:" i], [src], [formaction])`;

/** What the service refuses (control characters, too long) cannot reach an agent either. */
async function accepted(make: () => Promise<string>): Promise<string | null> {
  try {
    return await make();
  } catch {
    return null;
  }
}

async function harmless(desk: Desk, where: string): Promise<void> {
  const found = await desk.page
    .locator(harmful)
    .evaluateAll(all => all.map(el => el.outerHTML.slice(0, 200)));
  assert.deepEqual(found, [], where);
  assert.deepEqual(desk.faults, [], where);
}

atDesk(
  "attacksOfAVisitor_neitherRunNorLoadAtTheDesk",
  async () => {
    const thread = await waiting({ name: "Attacker" });
    for (const text of attacks)
      await accepted(() => shop("POST", `conversations/${thread}/messages`, { text }));
    const fields: string[] = [];
    for (const attack of attacks.slice(0, 30)) {
      const make = (page: string) =>
        accepted(() =>
          waiting({ name: attack, page, reason: attack, attributes: { plan: attack, [attack]: attack } }),
        );
      // A page must be an address: if it is refused, the other fields are tried with a harmless one.
      const id = (await make(attack)) ?? (await make("https://shop.example/p"));
      if (id) fields.push(id);
    }
    assert.ok(fields.length > 10, `only ${fields.length} conversations could be made`);

    const desk = await Desk.open("#/inbox?view=all");
    await desk.row(fields.at(-1) ?? "").waitFor();
    await harmless(desk, "list");
    for (const id of fields) {
      await desk.go(`#/conversations/${id}?view=all`);
      await desk.page.locator(".thread-head h2").waitFor();
      await desk.page.locator(".pane.context dl").first().waitFor();
    }
    await harmless(desk, "context");
    await desk.go(`#/conversations/${thread}?view=all`);
    const said = desk.thread.locator(".said.visitor");
    await becomes(async () => (await said.count()) > 20, true, 60_000);
    await desk.thread.evaluate(el => el.scrollTo(0, 0));
    await harmless(desk, "thread");
    await desk.page.keyboard.press("c");
    await desk.page.locator(".writer textarea").waitFor();
    await desk.write(attacks.slice(0, 10).join("\n\n"));
    await desk.thread.locator(".said.agent").first().waitFor();
    await harmless(desk, "own message");

    await desk.go("#/search?q=alert");
    await desk.page.locator(".hits li").first().waitFor({ timeout: 60_000 });
    assert.ok((await desk.page.locator(".hits mark").count()) > 0, "nothing is marked");
    await harmless(desk, "search");
    await desk.page.keyboard.press("Control+k");
    await desk.page.locator(".palette input").fill("alert");
    await desk.page.locator(".palette-option mark").first().waitFor();
    await harmless(desk, "palette");
    await desk.end();
  },
  600_000,
);
