import assert from "node:assert/strict";
import { becomes, modelCalls, scenario, script, Visit } from "./harness";

const letters = (i: number): string =>
  String.fromCharCode(97 + Math.floor(i / 26)) + String.fromCharCode(97 + (i % 26));
const CUTS = Number(process.env["CUTS"] ?? 100);

scenario("socketCutAgainAndAgainInMidAnswer_textIsByteEqualAndAskedOnce", async visit => {
  // Letters instead of numbers: a number without a source would end the answer.
  const text = Array.from({ length: 400 }, (_, i) => `x${letters(i)} grüße 漢字 🙂`).join(" ");
  await script({ text, chunk_chars: 10, delay_ms: 30 });
  // Reconnects quickly; otherwise the answer ends before enough cuts.
  await visit.page.addInitScript(() => {
    Math.random = () => 0.01;
  });
  let cuts = 0;
  await visit.page.routeWebSocket(/\/ws\/v1\/visitor/, socket => {
    const server = socket.connectToServer();
    let deltas = 0;
    server.onMessage(message => {
      socket.send(message);
      if (cuts >= CUTS || !String(message).includes('"answer.delta"') || ++deltas < 2) return;
      cuts++;
      void server.close();
      void socket.close({ code: 4408 });
    });
  });
  await visit.go("/demo/");
  await visit.page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    type Said = { author: string; text: string };
    const parley = (window as unknown as { parley: { on(e: string, l: (d: Said) => void): void } }).parley;
    parley.on("message", d => d.author === "bot" && said.push(d.text));
  });
  await visit.open();
  await visit.ask("How long do I have to send shoes back?");
  await visit.answers.first().waitFor({ timeout: 100_000 });

  assert.equal(cuts, CUTS, "the answer was over too soon to be cut often enough");
  assert.deepEqual(await visit.page.evaluate(() => (window as unknown as { said: string[] }).said), [text]);
  assert.equal(await visit.answers.first().locator(".md").innerText(), text);
  assert.deepEqual(await visit.own.allInnerTexts(), ["How long do I have to send shoes back?"]);
  assert.equal(await modelCalls(), 1);
});

scenario("typedOffline_isKeptMarkedAndSentOnce", async visit => {
  await script({ text: "Here now." });
  await visit.open();
  await visit.panel.locator(".starters, .bubble").first().waitFor();
  await visit.context.setOffline(true);
  await visit.ask("written in a tunnel");
  await visit.panel.locator(".meta.queued").waitFor();
  await visit.panel.locator(".banner.warn").waitFor();

  await visit.context.setOffline(false);

  await visit.answers.first().waitFor();
  assert.deepEqual(await visit.own.allInnerTexts(), ["written in a tunnel"]);
  assert.equal(await visit.panel.locator(".banner.warn").count(), 0);
});

scenario("typedOfflineAndThePageClosed_isSentOnceByTheNextPage", async visit => {
  await script({ text: "Better late." });
  await visit.open();
  await visit.panel.locator(".starters, .bubble").first().waitFor();
  await visit.context.setOffline(true);
  await visit.ask("closed the laptop");
  await visit.panel.locator(".meta.queued").waitFor();
  await visit.page.close();
  await visit.context.setOffline(false);

  const next = await Visit.inside(visit.context);
  await next.go("/demo/");
  await next.open();

  await next.answers.first().waitFor();
  await becomes(() => next.own.allInnerTexts(), ["closed the laptop"]);
  assert.deepEqual(next.faults, []);
});
