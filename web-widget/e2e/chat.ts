import assert from "node:assert/strict";
import { becomes, scenario, script, service, Visit } from "./harness";

const SHOES = "How long do I have to send shoes back?";

scenario("asked_answerGrowsAndShowsItsSource", async visit => {
  await script({ text: "You have **30 days** to send shoes back, unworn [1].", delay_ms: 40 });
  await visit.open();
  await visit.ask(SHOES);

  await visit.panel.locator(".growing").waitFor();
  await visit.answers.first().waitFor();

  assert.match((await visit.answers.first().innerText()) ?? "", /30 days to send shoes back/);
  assert.equal(await visit.answers.locator("strong").first().innerText(), "30 days");
  assert.ok((await visit.answers.locator(".sources li").count()) > 0, "no source");
  assert.equal(await visit.own.count(), 1);
});

scenario("stopped_answerEndsAndSaysSo", async visit => {
  await script({ text: "word ".repeat(500), delay_ms: 40 });
  await visit.open();
  await visit.ask(SHOES);
  await visit.panel.locator(".growing").waitFor();

  await visit.panel.locator("button.stop").click();

  await visit.panel.locator(".verdict", { hasText: "Stopped" }).waitFor();
  assert.equal(await visit.panel.locator(".growing").count(), 0);
});

scenario("reloaded_conversationAndOpenPanelAreStillThere", async visit => {
  await script({ text: "Thirty days." });
  await visit.open();
  await visit.ask(SHOES);
  await visit.answers.first().waitFor();

  await visit.page.reload();

  await visit.answers.first().waitFor();
  assert.deepEqual(await visit.own.allInnerTexts(), [SHOES]);
  assert.equal(await visit.answers.count(), 1);
});

scenario("secondTab_showsTheSameConversationLive", async visit => {
  await script({ text: "First answer." }, { text: "Second answer." });
  await visit.open();
  await visit.ask("from the first tab");
  await visit.answers.first().waitFor();
  const second = await Visit.inside(visit.context);
  await second.go("/demo/");
  await second.open();
  await second.answers.first().waitFor();

  await second.ask("from the second tab");

  for (const tab of [visit, second]) {
    await becomes(() => tab.own.allInnerTexts(), ["from the first tab", "from the second tab"]);
    await becomes(() => tab.answers.count(), 2);
  }
  assert.deepEqual(second.faults, []);
});

scenario("personWanted_visitorIsToldAndTheBotIsSilent", async visit => {
  await visit.open();
  await visit.panel.locator(".person").click();
  await visit.panel.locator(".wait").waitFor();

  await visit.ask("are you there?");

  await becomes(() => visit.own.count(), 1);
  assert.equal(await visit.panel.locator(".growing, .dots").count(), 0);
  assert.equal(await visit.panel.locator(".person").count(), 0);
});

scenario("keyboardOnly_opensAsksReadsAndCloses", async visit => {
  const { page } = visit;
  const focused = () =>
    page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className ?? "");
  await script({ text: "By keyboard, too [1]." });
  await visit.launcher.focus();
  await page.keyboard.press("Enter");
  await becomes(() => visit.input.evaluate(el => el.matches(":focus")), true);
  await page.keyboard.type(SHOES);
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("Please.");
  await page.keyboard.press("Enter");
  await visit.answers.first().waitFor();
  assert.deepEqual(await visit.own.allInnerTexts(), [`${SHOES}\nPlease.`]);

  await page.keyboard.press("Escape");

  await becomes(focused, "launcher");
  assert.equal(await visit.panel.isVisible(), false);
});

scenario("starter_isAskedByOneClick", async visit => {
  await script({ text: "Gladly." });
  await visit.open();
  const starter = visit.panel.locator(".starters button").first();
  const question = await starter.innerText();

  await starter.click();

  await visit.answers.first().waitFor();
  assert.deepEqual(await visit.own.allInnerTexts(), [question]);
});

scenario("answerComplete_isReadOutOnce", async visit => {
  await script({ text: "One two three four five six seven.", chunk_chars: 2 });
  await visit.open();
  const region = visit.panel.locator("div.sr[role=status]");
  await region.evaluate(el => {
    const log: string[] = [];
    Object.assign(window, { readOut: log });
    new MutationObserver(() => log.push(el.textContent ?? "")).observe(el, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });

  await visit.ask(SHOES);
  await visit.answers.first().waitFor();

  const readOut = () => visit.page.evaluate(() => (window as unknown as { readOut: string[] }).readOut);
  await becomes(readOut, ["One two three four five six seven."]);
  await visit.panel.locator(".thumb").first().click();
  await visit.panel.locator(".verdict [role=status]").waitFor();
  await becomes(readOut, ["One two three four five six seven."]);
});

scenario("pageApi_opensSendsAndTells", async visit => {
  await script({ text: "Through the page." });
  await visit.page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const parley = (window as unknown as { parley: { on(e: string, l: (d: unknown) => void): void } }).parley;
    for (const event of ["ready", "opened", "closed"]) parley.on(event, () => heard.push(event));
    parley.on("message", d => heard.push((d as { text: string }).text));
  });
  await visit.page.evaluate(() => {
    const parley = (window as unknown as { parley: { sendMessage(t: string): void } }).parley;
    parley.sendMessage("What does shipping cost?");
  });
  await visit.answers.first().waitFor();
  await visit.page.evaluate(() => (window as unknown as { parley: (verb: string) => void }).parley("close"));

  const heard = () => visit.page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await becomes(heard, ["ready", "opened", "What does shipping cost?", "Through the page.", "closed"]);
  assert.equal(new URL(visit.page.url()).origin, service.url);
});
