/** Voice messages in the chat, with the browser's fake microphone. */
import assert from "node:assert/strict";
import { axeFindings } from "./axe";
import { becomes, hears, scenario, script, type Visit } from "./harness";
import { Speaker } from "./speaker";

const SPOKEN = "How long do I have to send shoes back?";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

scenario("spoken_isReadEditedSentAndAnswered", async visit => {
  await script({ text: "You have **30 days** to send shoes back, unworn [1]." });
  await hears(SPOKEN);
  const speaker = await Speaker.at(visit);
  await visit.open();
  await speaker.record();
  await speaker.choose("Listen");
  await speaker.box.getByRole("button", { name: "Pause playing" }).waitFor();
  await speaker.choose("Turn into text");
  await speaker.is("attached");

  await becomes(() => visit.input.inputValue(), SPOKEN);
  assert.equal(await visit.own.count(), 0, "it was sent before the visitor had read it");
  await visit.input.press("End");
  await visit.page.keyboard.type(" Please.");
  await visit.input.press("Enter");
  await visit.answers.first().waitFor();

  assert.match((await visit.own.first().innerText()) ?? "", /shoes back\? Please\./);
  assert.equal(await visit.own.locator(".clip").count(), 1);
  assert.equal(await visit.input.inputValue(), "");
  assert.equal(await speaker.box.count(), 0);

  // Another tab, and this one after a reload, play it from the service.
  await visit.page.reload();
  await visit.own.locator(".clip .listen").click();
  await visit.own.getByRole("button", { name: "Pause playing" }).waitFor();
});

scenario("escape_throwsTheRecordingAwayAndNotTheChat", async visit => {
  const speaker = await Speaker.at(visit);
  await visit.open();
  await speaker.begin();
  await visit.page.keyboard.press("Escape");

  await becomes(() => speaker.box.count(), 0);
  await becomes(() => visit.input.evaluate(el => el.matches(":focus")), true);
  assert.equal(await visit.panel.isVisible(), true);

  // Discarding a longer recording needs a confirmation; with the keyboard alone.
  await speaker.begin(3);
  await visit.page.keyboard.press("Escape");
  await speaker.box.getByText("Delete this recording?").waitFor();
  await visit.page.keyboard.press("Tab");
  await visit.page.keyboard.press("Enter");
  await becomes(() => speaker.box.count(), 0);
});

for (const [why, reason, advice] of [
  ["NotAllowedError", "denied", /blocked/],
  ["NotFoundError", "none", /No microphone/],
] as const) {
  scenario(`microphone_${reason}_isExplainedAndTypingGoesOn`, async visit => {
    await visit.page.addInitScript(name => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", name));
    }, why);
    await visit.page.reload();
    const speaker = await Speaker.at(visit);
    await visit.open();
    await visit.panel.locator(".mic").click();
    await speaker.is("refused");

    assert.match(await speaker.box.getByRole("alert").innerText(), advice);
    await speaker.choose("Type instead");
    await becomes(() => visit.input.evaluate(el => el.matches(":focus")), true);
  });
}

scenario("connectionLost_recordingIsKeptAndUnderstoodWhenItIsBack", async visit => {
  await hears(SPOKEN);
  const speaker = await Speaker.at(visit);
  await visit.open();
  await speaker.record();
  await visit.context.setOffline(true);
  await speaker.choose("Turn into text");
  await speaker.box.getByText("No connection.").waitFor();

  await visit.context.setOffline(false);

  await becomes(() => visit.input.inputValue(), SPOKEN);
});

scenario("nextPage_offersWhatWasNotSent_untilItIsSentOrThrownAway", async visit => {
  await script({ text: "You have **30 days** to send shoes back, unworn [1]." });
  await hears(SPOKEN);
  const speaker = await Speaker.at(visit);
  await visit.open();
  await speaker.record(2);
  await visit.page.reload();

  await speaker.is("review");
  assert.equal(await visit.page.evaluate(() => document.activeElement?.tagName), "BODY", "it took the focus");
  await speaker.choose("Listen");
  await speaker.box.getByRole("button", { name: "Pause playing" }).waitFor();
  await speaker.choose("Turn into text");
  await speaker.is("attached");

  // The service has it already and repeats its response: it is billed once.
  await visit.page.reload();
  await speaker.is("review");
  await speaker.choose("Turn into text");
  await becomes(() => visit.input.inputValue(), SPOKEN);
  await visit.input.press("Enter");
  await visit.answers.first().waitFor();
  await visit.page.reload();
  await visit.own.locator(".clip").waitFor();
  assert.equal(await speaker.box.count(), 0, "it was sent and is offered again");

  await speaker.record();
  await speaker.choose("Cancel");
  await speaker.box.getByRole("button", { name: "Delete" }).click();
  await becomes(() => speaker.box.count(), 0);
  await speaker.record();
  await visit.page.evaluate(() => {
    (window as unknown as { parley: { reset(): void } }).parley.reset();
  });
  await becomes(() => visit.own.count(), 0);
  await visit.page.reload();
  await visit.input.waitFor();
  assert.equal(await speaker.box.count(), 0, "it was thrown away and is offered again");
  assert.deepEqual(
    await visit.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
    [],
  );
});

async function sound(visit: Visit, state: string): Promise<void> {
  await visit.page.evaluate(() =>
    Promise.all(document.getAnimations().map(a => a.finished.catch(() => undefined))),
  );
  assert.deepEqual(await axeFindings(visit.page, state), []);
  const small = await visit.panel.locator("button:not(.cite):visible").evaluateAll(all =>
    all
      .map(el => ({ name: el.className, box: el.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 44 || box.height < 44)
      .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
  );
  assert.deepEqual(small, [], state);
}

scenario(
  "phone_ar_everyStateCanBeReadAndPressed",
  async visit => {
    await hears("كم يومًا لدي لإرجاع الأحذية؟");
    // Fails in the network and not in the model, whose breaker would open.
    await visit.context.route(/\/visitor\/voice$/, route => route.fulfill({ status: 503, body: "{}" }), {
      times: 1,
    });
    await visit.page.evaluate(() => {
      (window as unknown as { parley: { setLocale(l: string): void } }).parley.setLocale("ar");
    });
    const speaker = await Speaker.at(visit);
    await visit.open();
    await speaker.begin();
    await sound(visit, "recording");
    await speaker.box.locator(".round").click();
    await speaker.is("review");
    await sound(visit, "review");
    await speaker.box.locator(".main").click();
    await speaker.is("failed");
    await sound(visit, "failed");
    await visit.page.emulateMedia({ colorScheme: "light" });
    await sound(visit, "failed in light");
    await speaker.box.locator(".main").click();
    await speaker.is("attached");
    await sound(visit, "attached");
  },
  { ...PHONE, colorScheme: "dark", locale: "ar", reducedMotion: "reduce" },
);

// Last, since the model's breaker opens after these failures.
scenario("nobodyUnderstands_recordingIsKept_retriedAndSentToAPerson", async visit => {
  await hears(null);
  const speaker = await Speaker.at(visit);
  await visit.open();
  await speaker.record();
  await speaker.choose("Turn into text");
  await speaker.is("failed");
  await speaker.choose("Try again");
  await speaker.is("failed");

  await speaker.choose("Send it to a person as it is");

  await visit.panel.locator(".wait").waitFor();
  assert.equal(await visit.own.locator(".clip").count(), 1);
  assert.equal(await visit.panel.locator(".growing, .dots").count(), 0);
});
