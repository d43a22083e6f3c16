/** Texts that a shop writes for the bot: other wordings of an entry, and Parley's sentences in the shop's words. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { administrate, atDesk, Desk, endAll, shop } from "./desk";
import { becomes, Visit } from "./harness";

interface Entry {
  readonly id: string;
  readonly variants: readonly string[];
}

async function entryAbout(word: string): Promise<string> {
  const body = {
    question: `How do I ${word} my parcel?`,
    answer: "Write to us about it.",
    status: "published",
  };
  return (await shop<Entry>("POST", "faq/entries", body)).id;
}

const variants = async (id: string): Promise<readonly string[]> =>
  (await shop<Entry>("GET", `faq/entries/${id}`)).variants;

atDesk("wordingsThatAreProposed_areSavedOnlyWhenTheyAreTickedAndSaved", async () => {
  const word = `zorbify${randomUUID().slice(0, 4)}`;
  const id = await entryAbout(word);
  const desk = await Desk.open(`#/faq/${id}`);
  const { page } = desk;
  const panel = page.getByRole("region", { name: "Proposed wordings" });
  await panel.getByRole("button", { name: "Propose wordings" }).click();
  await panel.getByRole("checkbox").first().waitFor();
  await panel
    .getByText(/^Found now: /)
    .first()
    .waitFor();

  const ticks = panel.getByRole("checkbox");
  const first = await panel.locator("label bdi").first().innerText();
  for (const tick of await ticks.all()) await tick.setChecked(false);
  await ticks.first().check();
  assert.deepEqual(await variants(id), []);
  await panel.getByRole("button", { name: "Add 1 wording" }).click();
  assert.deepEqual(await variants(id), []);
  await page.locator(".save-bar").getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved. The bot knows it within seconds.").waitFor();
  assert.deepEqual(await variants(id), [first]);
  await shop("DELETE", `faq/entries/${id}`);
  await desk.end();
});

atDesk("wordingThatAnotherEntryAnswers_saysSo", async () => {
  const word = `flumox${randomUUID().slice(0, 4)}`;
  const id = await entryAbout(word);
  // The scripted model's first proposal.
  const other = await shop<Entry>("POST", "faq/entries", {
    question: `help with ${word} my parcel`,
    answer: "Ask at the counter.",
    status: "published",
  });
  const desk = await Desk.open(`#/faq/${id}?propose=1`);
  const panel = desk.page.getByRole("region", { name: "Proposed wordings" });
  await panel.getByText("here it would be taken from there").first().waitFor();
  const taken = panel.locator("li", { hasText: "would be taken from there" }).first();
  assert.equal(await taken.getByRole("checkbox").isChecked(), false);
  await taken.getByRole("link", { name: `help with ${word} my parcel` }).waitFor();
  await shop("DELETE", `faq/entries/${id}`);
  await shop("DELETE", `faq/entries/${other.id}`);
  await desk.end();
});

atDesk("sentenceInTheShopsOwnWords_isReadByVisitors_andTakenBack", async () => {
  const own = `Moin ${randomUUID().slice(0, 6)}! Was gibt’s?`;
  const desk = await Desk.open("#/settings/sentences");
  const { page } = desk;
  await page.getByLabel("Language").selectOption("de");
  await page.getByRole("button", { name: "Say it in your own words: A visitor says hello" }).click();
  await page.getByLabel("You say").fill(own);
  await page.locator(".save-bar").getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved. Visitors read it from now on.").waitFor();

  const visit = await Visit.start({ locale: "de-DE" });
  await visit.open();
  await visit.ask("Hallo!");
  await becomes(async () => (await visit.page.getByText(own).count()) > 0, true);

  await page.getByRole("button", { name: "Take Parley's own sentence again: A visitor says hello" }).click();
  await page.locator(".save-bar").getByRole("button", { name: "Save" }).click();
  await becomes(
    async () => (await administrate<{ sentences: object }>("GET", "settings/sentences")).sentences,
    {},
  );
  await endAll(visit, desk);
});

atDesk("sentenceWithoutItsPlace_isRefusedBeforeItIsSent_andLeavingAsks", async () => {
  const desk = await Desk.open("#/settings/sentences");
  const { page } = desk;
  await page.getByLabel("Language").selectOption("en");
  await page
    .getByRole("button", { name: "Say it in your own words: An agent takes the conversation over" })
    .click();
  await page.getByLabel("You say").fill("Somebody is here.");
  await page.locator(".save-bar").getByRole("button", { name: "Save" }).click();
  await page.getByText("Keep {agent} in it").waitFor();
  await desk.go("#/settings/labels");
  await page.getByRole("button", { name: "Discard changes" }).click();
  await page.getByRole("heading", { name: "Labels" }).first().waitFor();
  await desk.end();
});
