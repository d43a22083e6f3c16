import assert from "node:assert/strict";
import { atDesk, Desk, endAll, hire, within } from "./desk";
import { becomes, modelCalls, script, service, Visit } from "./harness";

const PATIENCE_MS = 60_000;

/** When the page shows it, by the page's clock, which is this machine's. */
function shownAt(desk: Desk, selector: string): Promise<number> {
  return desk.page.evaluate(
    wanted =>
      new Promise<number>(tell => {
        const look = () => {
          if (!document.querySelector(wanted)) return;
          watcher.disconnect();
          tell(Date.now());
        };
        const watcher = new MutationObserver(look);
        watcher.observe(document.body, { childList: true, subtree: true, attributes: true });
        look();
      }),
    selector,
  );
}

async function prompts(): Promise<string> {
  return (await fetch(`${service.model}/_requests`)).text();
}

atDesk("personWanted_fromTheQuestionToTheRating", async t => {
  const ben = await hire("Ben");
  const agent = await Desk.open("#/inbox?view=waiting", ben);
  const visit = await Visit.start();
  await visit.open();
  await visit.panel.locator(".starters, .bubble").first().waitFor();
  const before = new Set(
    await agent.page.locator(".line").evaluateAll(all => all.map(a => a.getAttribute("data-id"))),
  );
  const news = [...before].map(id => `:not([data-id="${id}"])`).join("");

  // The visitor asks for a person: the agent sees it.
  const seen = shownAt(agent, `.line${news}`);
  const asked = await visit.page.evaluate(() => {
    const chat = document.querySelector("parley-chat");
    chat?.shadowRoot?.querySelector<HTMLElement>(".person")?.click();
    return Date.now();
  });
  within(t, "asked for a person, seen by the agent", (await seen) - asked, 1_000);
  await visit.panel.locator(".wait").waitFor();
  await visit.ask("My parcel is lost.");

  // Claimed with one key: the visitor is informed, and the bot is silent.
  await script({ text: "The bot must not say this." });
  await agent.page.locator(`.line${news}`).click();
  await agent.thread.getByText("My parcel is lost.").waitFor();
  await agent.page.keyboard.press("c");
  await agent.page.locator(".writer textarea").waitFor();
  const id = /conversations\/([0-9a-f-]{36})/.exec(agent.page.url())?.[1] ?? "";
  assert.notEqual(id, "");

  // Both write and read each other's messages.
  await agent.write("I am **Ben**. Which number has the order?");
  await visit.panel.locator(".bubble", { hasText: "Which number has the order?" }).waitFor();
  assert.equal(await visit.panel.locator(".bubble strong", { hasText: "Ben" }).count(), 1);
  await visit.ask("10231");
  await agent.thread.getByText("10231").waitFor();
  assert.equal(await modelCalls(), 0, "the bot answered although a person has it");
  // The bot would answer anything unanswered when it gets the conversation back.
  await agent.write("Thank you, it is on its way.");
  await visit.panel.locator(".bubble", { hasText: "it is on its way" }).waitFor();

  // Back to the bot, with a supervisor's hint.
  await agent.page.keyboard.press("Escape");
  await agent.page.getByRole("button", { name: "More", exact: true }).click();
  await agent.page.getByRole("menuitem", { name: /back to the bot/ }).click();
  const supervisor = await Desk.open(`#/conversations/${id}`);
  await supervisor.page.locator(".supervise").waitFor();
  await supervisor.page.keyboard.press("w");
  await supervisor.page.locator("#whisper").fill("Offer a voucher of ten euros.");
  await supervisor.page.locator("#whisper").press("Enter");
  await supervisor.page.getByRole("button", { name: /^Whispered/ }).waitFor();
  await script({ text: "Here is a voucher for you." });
  await visit.ask("How long do I have to send shoes back?");
  await visit.panel
    .locator(".bubble.bot", { hasText: "Here is a voucher" })
    .waitFor({ timeout: PATIENCE_MS });
  assert.match(await prompts(), /Offer a voucher of ten euros/);
  await supervisor.thread.getByText("Here is a voucher for you.").waitFor();
  await supervisor.page.getByRole("button", { name: /^Whisper(?!ed)/ }).waitFor();

  // The visitor rates the answer.
  await visit.panel.locator(".thumb").first().click();
  await visit.panel.locator('.thumb[aria-pressed="true"]').waitFor();
  await endAll(agent, supervisor, visit);
});

atDesk("claimedInMidAnswer_theBotIsSilentFromThen", async () => {
  await script({ text: "word ".repeat(400), chunk_chars: 4, delay_ms: 60 });
  const visit = await Visit.start();
  await visit.open();
  await visit.ask("How long do I have to send shoes back?");
  await visit.panel.locator(".growing").waitFor();
  const supervisor = await Desk.open("#/inbox?view=with_bot");
  await supervisor.page
    .locator(".line", { hasText: /shoes back/ })
    .first()
    .click();
  await supervisor.thread.locator(".growing").waitFor();

  await supervisor.page.keyboard.press("c");

  await supervisor.page.locator(".writer textarea").waitFor();
  await becomes(() => visit.panel.locator(".growing").count(), 0, PATIENCE_MS);
  await supervisor.write("A person is here now.");
  await visit.panel.locator(".bubble", { hasText: "A person is here now." }).waitFor();
  await becomes(
    () => visit.panel.locator(".growing, .row:has(.verdict) .bubble.bot").count(),
    0,
    PATIENCE_MS,
  );
  assert.equal(await visit.panel.getByText("word word word").count(), 0);
  await endAll(supervisor, visit);
});

atDesk("sessionRevokedElsewhere_isBackAtSignIn", async () => {
  const eve = await hire("Eve");
  const lost = await Desk.stranger();
  await lost.signIn(eve);
  const own = await Desk.stranger();
  await own.signIn(eve);
  await own.go("#/account/security");

  await own.page
    .getByRole("button", { name: /^Sign out Chrome/ })
    .first()
    .click();

  await lost.page.getByText("Your session has ended.").waitFor({ timeout: PATIENCE_MS });
  await lost.page.getByRole("heading", { name: "Sign in" }).waitFor();
  await own.page.getByText("this one").waitFor();
  await endAll(lost, own);
});
