import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { eventually, fake, newcomer, online, shelf, texts, until, visitor, waits } from "./visitors";

describe("close codes", () => {
  test("finalCode_givesUp", async () => {
    fake.refuseNext.push(4500);
    const client = visitor();
    const state = await until(client, s => s.link === "failed");
    assert.equal(state.failure?.code, "closed_4500");
    await eventually(() => fake.open === 0);
  });

  test("policy_asksForANewSessionOnce_thenGivesUp", async () => {
    fake.refuseNext.push(1008, 1008);
    const client = visitor();
    const state = await until(client, s => s.link === "failed");
    assert.equal(state.failure?.code, "refused");
    assert.equal(fake.sessionBodies.length, 2);
  });

  test("tokenForgottenByTheServer_becomesANewVisitorAndKeepsWhatWasNotSent", async () => {
    const client = visitor();
    await until(client, online);
    client.send("old");
    await until(client, s => s.pending.length === 0);
    fake.forgetTokens();
    fake.cut();
    client.send("not yet sent");

    const done = await until(client, s => s.messages.length === 1 && s.messages[0]?.text === "not yet sent");

    assert.equal(done.pending.length, 0);
    assert.equal(fake.conversations.size, 2);
  });

  for (const code of [1012, 4408, 4429]) {
    test(`code${code}_comesBack`, async () => {
      const client = visitor();
      await until(client, online);
      waits.length = 0;
      fake.closeAll(code);
      await until(client, s => s.link === "offline");
      await until(client, online);
      assert.ok(waits.includes(code === 1012 ? 2_500 : 500), String(waits));
    });
  }
});

describe("errors of the session", () => {
  test("unknownTenant_givesUpWithTheServersWords", async () => {
    fake.failSessions.push(404);
    const client = visitor();
    const state = await until(client, s => s.link === "failed");
    assert.deepEqual(state.failure, { code: "told_to_fail", detail: "as the test wished" });
  });

  test("visitorRetriesAfterGivingUp_comesOnline", async () => {
    fake.failSessions.push(403);
    const client = visitor();
    await until(client, s => s.link === "failed");
    client.retry();
    await until(client, online);
  });

  test("storageBlocked_chatWorks", async () => {
    const client = visitor({
      storage: () => {
        throw new Error("blocked");
      },
    });
    await until(client, online);
    client.send("still here");
    await until(client, s => s.messages.length === 1 && s.pending.length === 0);
  });

  test("nothingAllowedYet_nothingIsStored_thenAllOfIt", async () => {
    const client = newcomer();
    client.start();
    await until(client, online);
    assert.equal(shelf.kept.size, 0);
    client.store.allow();
    assert.deepEqual([...shelf.kept.keys()], ["parley.demo.session"]);
  });
});

describe("a link gone silent", () => {
  test("noPong_isFoundDeadAndOpenedAnew", async () => {
    let impatient = false;
    const client = visitor({
      timers: {
        set: (run, ms) => setTimeout(run, impatient || ms <= 1_000 ? 0 : ms).unref(),
        clear: handle => clearTimeout(handle as NodeJS.Timeout),
      },
    });
    await until(client, online);
    fake.mute = true;
    impatient = true;
    client.networkBack();
    await until(client, s => s.link === "offline");
    impatient = false;
    fake.mute = false;
    await until(client, online);
  });

  test("frameMissing_asksAgainWithSince", async () => {
    const client = visitor();
    await until(client, online);
    client.send("a");
    await until(client, s => s.messages.length === 1 && s.pending.length === 0);
    const c = fake.only();
    fake.mute = true;
    fake.say(c, { author: "agent", text: "b" });
    fake.mute = false;
    fake.say(c, { author: "agent", text: "c" });

    const done = await until(client, s => s.messages.length === 3);

    assert.deepEqual(texts(done), ["a", "b", "c"]);
    assert.deepEqual(
      fake.received.filter(f => f.type === "hello").map(f => f.since),
      [0, 1],
    );
  });
});
