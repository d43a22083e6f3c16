/** Customers who sign out, have two tabs, or only look, and files from an agent. */
import assert from "node:assert/strict";
import { createHmac, randomUUID } from "node:crypto";
import { test } from "node:test";
import { atDesk, Desk, REAL, shop } from "./desk";
import { becomes, script, type Visit } from "./harness";
import { pageOf, TAG, visitTo } from "./shop";

const SHOES = "How long do I have to send shoes back?";

let secret = "";

/** The identity that the shop's server would sign for its customer. */
async function proofOf(user: string): Promise<{ user_id: string; user_hash: string }> {
  if (!REAL) return { user_id: user, user_hash: `hash of ${user}` };
  if (!secret) {
    secret = (await shop<{ secret: string }>("POST", "identity/secrets", {})).secret;
    await shop("PUT", "identity", { mode: "optional" });
  }
  return { user_id: user, user_hash: createHmac("sha256", secret).update(user).digest("hex") };
}

type Say = (...call: unknown[]) => void;
const say = (visit: Visit, ...call: readonly unknown[]) =>
  visit.page.evaluate(all => (window as unknown as { parley: Say }).parley(...all), call as unknown[]);

const WAYS_OUT: Readonly<Record<string, () => void>> = {
  storageEmptied: () => localStorage.clear(),
  storageEmptiedThenReset: () => {
    localStorage.clear();
    (window as unknown as { parley: Say }).parley("reset");
  },
  resetThenStorageEmptied: () => {
    (window as unknown as { parley: Say }).parley("reset");
    localStorage.clear();
  },
  reset: () => (window as unknown as { parley: Say }).parley("reset"),
  logout: () => (window as unknown as { parley: Say }).parley("logout"),
  shutdown: () => (window as unknown as { parley: Say }).parley("shutdown"),
  ownKeysRemoved: () => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("parley.")) localStorage.removeItem(key);
  },
  sessionRemoved: () => localStorage.removeItem("parley.demo.session"),
  bothStoragesEmptied: () => {
    sessionStorage.clear();
    localStorage.clear();
  },
};

const SECRET = "my secret question";

const everything = (visit: Visit) =>
  visit.page.evaluate(() => {
    const shadow = document.querySelector("parley-chat")?.shadowRoot;
    return `${shadow?.textContent} ${[...(shadow?.querySelectorAll("textarea") ?? [])].map(t => t.value)}`;
  });

for (const [name, out] of Object.entries(WAYS_OUT)) {
  test(`signedOut_${name}_everyTabForgetsTheCustomer`, { timeout: 60_000 }, async () => {
    const page = { head: TAG, body: "<body><h1>Account</h1></body>" };
    const proof = await proofOf(`customer-${randomUUID()}`);
    const first = await visitTo(page);
    await script({ text: "The secret answer." });
    await say(first, "setUser", proof);
    await first.open();
    await first.ask(SECRET);
    await first.answers.first().waitFor();
    await first.input.fill("secret draft");
    const second = await visitTo(page, first.context);
    await say(second, "setUser", proof);
    await second.open();
    await second.answers.first().waitFor();
    await second.input.fill("secret draft");
    // Never opened: the customer's proof is only in its memory.
    const third = await visitTo(page, first.context);
    await say(third, "setUser", proof);

    await first.page.evaluate(out);

    for (const tab of [first, second]) await becomes(async () => /secret/.test(await everything(tab)), false);
    await third.open();
    await third.panel.locator(".bubble").first().waitFor();
    await script({ text: "Who are you?" });
    await third.ask("somebody else");
    for (const tab of [first, second, third]) {
      await becomes(() => tab.own.allInnerTexts(), ["somebody else"]);
      assert.doesNotMatch(await everything(tab), /secret/);
    }
    const stored = await first.page.evaluate(() => JSON.stringify(localStorage));
    assert.doesNotMatch(stored, /"known":true|\\"known\\":true/);
    for (const tab of [third, second]) assert.deepEqual(tab.faults, []);
    await first.end();
  });
}

test("signedOutOnTheNextPage_theOneInTheBackForwardCacheForgets", { timeout: 60_000 }, async () => {
  const visit = await visitTo({ head: TAG, body: "<body></body>" });
  await script({ text: "The secret answer." });
  await say(visit, "setUser", await proofOf(`customer-${randomUUID()}`));
  await visit.open();
  await visit.ask(SECRET);
  await visit.answers.first().waitFor();

  // As in the back-forward cache: no code of the page runs while the next one signs the customer out.
  await visit.page.evaluate(() => {
    localStorage.clear();
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });

  await becomes(async () => /secret answer/.test(await everything(visit)), false, 2_000);
  await visit.end();
});

test("twoTabsOpenedAtOnce_areOneVisitor", { timeout: 60_000 }, async () => {
  const page = { head: TAG.replace("data-tenant", 'data-open="true" data-tenant'), body: "<body></body>" };
  const context = await pageOf(page);
  const tabs = await Promise.all([visitTo(page, context), visitTo(page, context), visitTo(page, context)]);
  await script({ text: "One." }, { text: "Two." }, { text: "Three." });

  await Promise.all(
    tabs.map(async (tab, i) => {
      await tab.input.click();
      await tab.ask(`from tab ${i}`);
    }),
  );

  for (const tab of tabs)
    await becomes(
      async () => (await tab.own.allInnerTexts()).sort(),
      ["from tab 0", "from tab 1", "from tab 2"],
    );
  for (const tab of tabs) assert.deepEqual(tab.faults, []);
  await context.close();
});

atDesk("pageViewAlone_makesNoConversation", async () => {
  const count = async () =>
    (await shop<{ items: { id: string }[] }>("GET", "conversations?limit=100")).items.length;
  const before = await count();
  const visit = await visitTo({
    head: TAG.replace("data-tenant", 'data-open="true" data-tenant'),
    body: "<body></body>",
  });
  await visit.panel.locator(".bubble").first().waitFor();
  await visit.input.click();
  await visit.input.fill("not sent");
  await visit.page.reload();
  await visit.panel.locator(".bubble").first().waitFor();
  const other = await visitTo({ head: TAG, body: "<body></body>" }, visit.context);
  await other.input.waitFor();
  assert.equal(await count(), before);

  await script({ text: "Thirty days." });
  await visit.ask(SHOES);

  await visit.answers.first().waitFor();
  await other.answers.first().waitFor();
  assert.equal(await count(), before + 1);
  await visit.end();
});

atDesk("filesOfAnAgent_areShownReadOutAndSaved", async () => {
  const visit = await visitTo({ head: TAG, body: "<body></body>" });
  const question = `Where is my label ${randomUUID().slice(0, 8)}?`;
  await visit.open();
  await visit.panel.locator(".person").click();
  await visit.panel.locator(".wait").waitFor();
  await visit.ask(question);
  const desk = await Desk.open("#/inbox?view=waiting");
  await desk.page.locator(".line", { hasText: question }).first().click();
  await desk.thread.getByText(question).waitFor();
  await desk.page.keyboard.press("c");
  await desk.page.locator(".writer textarea").waitFor();
  const pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
  const [chooser] = await Promise.all([
    desk.page.waitForEvent("filechooser"),
    desk.page.getByRole("button", { name: "Attach files" }).click(),
  ]);
  await chooser.setFiles([
    { name: "größe & label.txt", mimeType: "text/plain", buffer: Buffer.from("to the shop") },
    { name: "map.png", mimeType: "image/png", buffer: Buffer.from(pixel, "base64") },
  ]);
  await becomes(() => desk.page.locator(".writer .attached li").count(), 2);
  await becomes(() => desk.page.locator(".writer .attached .spinner").count(), 0);
  await desk.page.locator(".writer textarea").press("Control+Enter");
  await desk.page.locator(".writer textarea").press("Control+Enter");

  const file = visit.panel.locator(".file").first();
  await file.waitFor();
  assert.match(await file.innerText(), /größe & label\.txt/);
  await visit.panel.locator("canvas[aria-label='map.png']").waitFor();
  await becomes(
    async () =>
      /größe & label\.txt.*map\.png/.test(await visit.panel.locator("div.sr[role=status]").innerText()),
    true,
  );
  const [saved] = await Promise.all([visit.page.waitForEvent("download"), file.click()]);
  assert.equal(saved.suggestedFilename(), "größe & label.txt");
  await desk.end();
  await visit.end();
});
