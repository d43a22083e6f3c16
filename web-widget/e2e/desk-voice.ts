/** A voice message in the agent's console, in a second browser. */
import assert from "node:assert/strict";
import { atDesk, Desk, endAll, hire } from "./desk";
import { becomes, hears, script, Visit } from "./harness";
import { Speaker } from "./speaker";

atDesk("spokenMessage_isHeardByTheAgentAndReadInTheirLanguage", async () => {
  const agent = await Desk.open("#/account", await hire("Ben"));
  await agent.page.getByLabel("Read them in").selectOption({ label: "German" });
  await script({ text: "You have **30 days** to send shoes back, unworn [1]." });
  await hears("How long do I have to send shoes bag?");
  const visit = await Visit.start();
  const speaker = await Speaker.at(visit);
  await visit.open();
  await speaker.record(3);
  await speaker.choose("Turn into text");
  await speaker.is("attached");
  await visit.ask("How long do I have to send shoes back?");
  await visit.answers.first().waitFor();

  await script({ text: "Wie lange kann ich Schuhe zurückschicken?" });
  await agent.go("#/inbox?view=all");
  await agent.page.locator(".line", { hasText: "You have" }).first().click();
  await agent.thread.getByText("Wie lange kann ich Schuhe zurückschicken?").waitFor();
  const spoken = agent.thread.locator(".said.visitor").first();
  const shown = await spoken.innerText();
  assert.match(shown, /send shoes back\?/);
  assert.match(shown, /What was heard\s+How long do I have to send shoes bag\?/);
  assert.match(shown, /Translated into German by a model/);

  // With the keyboard alone: play, faster, seek, stop.
  const sound = () =>
    spoken
      .locator("audio")
      .evaluate((audio: HTMLAudioElement) => ({ runs: !audio.paused, speed: audio.playbackRate }));
  await spoken.getByRole("button", { name: "Play" }).press("Space");
  await becomes(sound, { runs: true, speed: 1 });
  await spoken.getByLabel("Speed").selectOption("2");
  await becomes(sound, { runs: true, speed: 2 });
  await spoken.getByLabel("Position").press("Home");
  await spoken.getByLabel("Position").press("ArrowRight");
  await spoken.getByLabel("Position").press("Space");
  await becomes(sound, { runs: false, speed: 2 });
  const at = await spoken.locator("audio").evaluate((audio: HTMLAudioElement) => audio.currentTime);
  assert.ok(at >= 1 && at < 3, `it stands at ${at} s`);
  await endAll(agent, visit);
});
