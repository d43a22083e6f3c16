import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { becomes, scenario, script, service } from "./harness";

const attacks = JSON.parse(readFileSync(new URL("./attacks.json", import.meta.url), "utf8")) as string[];

/** Elements and attributes that run or load something, which no text may add to the page. */
const harmful = `script, iframe, img, object, embed, style, link, svg:not(.icon):not(.talk):not(.down), [onerror],
  [onload], [onclick], [onmouseleave], [href^="javascript" i], [href^="data:" i], [srcdoc]`;

scenario("attacksTypedByTheVisitor_areShownAsText", async visit => {
  await visit.open();
  await visit.panel.locator(".person").click();
  await visit.panel.locator(".wait").waitFor();
  const chosen = attacks.filter(a => a.trim() === a).slice(0, 24);
  for (const attack of chosen) await visit.ask(attack);

  await becomes(() => visit.own.count(), chosen.length);
  await becomes(() => visit.panel.locator(".meta.queued, .meta.sending").count(), 0);
  assert.deepEqual(
    await visit.own.evaluateAll(all => all.map(el => el.textContent)),
    chosen.map(a => a.replace(/\r\n?/g, "\n")),
  );
  assert.equal(await visit.panel.locator(harmful).count(), 0);
});

scenario("attacksWrittenByTheModel_neitherRunNorLoad", async visit => {
  const perAnswer = 12;
  const texts = Array.from({ length: Math.ceil(attacks.length / perAnswer) }, (_, i) =>
    attacks
      .slice(i * perAnswer, (i + 1) * perAnswer)
      .map(a => `- ${a}\n- [press](${a})\n- ![look](${a})`)
      .join("\n\n"),
  );
  await script(...texts.map(text => ({ text, chunk_chars: 80, delay_ms: 5 })));
  await visit.open();
  for (const [i] of texts.entries()) {
    await visit.ask(`attack number ${i}`);
    await becomes(() => visit.answers.count(), i + 1);
  }

  assert.equal(await visit.panel.locator(harmful).count(), 0);
  const links = await visit.panel
    .locator(".md a")
    .evaluateAll(all => all.map(a => [a.getAttribute("rel"), a.getAttribute("target")]));
  for (const link of links) assert.deepEqual(link, ["noopener noreferrer nofollow", "_blank"]);
});

scenario("strictPolicyOnTheShopsPage_nothingIsViolated", async visit => {
  const origin = service.url;
  const policy = `default-src 'none'; script-src ${origin}; connect-src ${origin} ${origin.replace("http", "ws")}; base-uri 'none'; form-action 'none'`;
  await visit.page.route(`${origin}/demo/strict`, route =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": policy },
      body: `<!doctype html><html lang="en"><title>Strict</title><body><h1>Strict</h1>
        <script async src="${origin}/widget.js" data-tenant="demo"></script>`,
    }),
  );
  await script({ text: "Within **all** limits [1]." });
  await visit.go("/demo/strict");
  await visit.open();
  await visit.ask("How long do I have to send shoes back?");
  await visit.answers.first().waitFor();

  const radius = await visit.panel.evaluate(el => getComputedStyle(el).borderRadius);
  assert.equal(radius, "18px", "the styles did not arrive");
});

scenario("beforeTheFirstClick_nothingIsStored", async visit => {
  const stored = () =>
    visit.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie.length]);
  await visit.launcher.hover();
  await visit.page.evaluate(() => (window as unknown as { parley: { open(): void } }).parley.open());
  await visit.input.waitFor();
  await visit.panel.locator(".starters, .bubble").first().waitFor();
  assert.deepEqual(await stored(), [0, 0, 0]);

  await visit.input.click();

  await becomes(async () => ((await stored())[0] ?? 0) > 0, true);
  assert.equal((await stored())[2], 0);
});
