import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { eventually, fake, online, shelf, texts, until, visitor } from "./visitors";

describe("a question and its answer", () => {
  test("answerInPieces_growsAndIsReplacedByTheFinalText", async () => {
    const client = visitor();
    await until(client, online);
    client.send("How long?");
    await until(client, s => s.messages.length === 1 && s.pending.length === 0);
    const c = fake.only();

    fake.begin(c);
    fake.delta(c, "30 ");
    fake.delta(c, "days");
    await until(client, s => s.answers[0]?.text === "30 days");
    fake.end(c, "stop", [{ id: "1", question: "Returns?", score: 0.9 }]);
    const done = await until(client, s => s.messages.length === 2);

    assert.equal(done.messages[1]?.text, "30 days");
    assert.equal(done.messages[1]?.sources[0]?.question, "Returns?");
    await until(client, s => s.answers.length === 0);
  });

  test("socketCutBeforeEveryDelta_textIsByteEqualAndAskedOnce", async () => {
    const client = visitor();
    await until(client, online);
    client.send("Tell me everything");
    await until(client, s => s.pending.length === 0);
    const c = fake.only();
    const pieces = Array.from({ length: 100 }, (_, i) => `piece ${i} ü漢🙂 `);

    fake.begin(c);
    for (const piece of pieces) {
      fake.cut();
      fake.delta(c, piece);
      await until(client, s => s.link === "offline");
      await until(client, online);
    }
    const text = client.current.answers[0]?.text;
    fake.end(c);
    const done = await until(client, s => s.messages.length === 2);

    assert.equal(text, pieces.join(""));
    assert.equal(done.messages[1]?.text, pieces.join(""));
    assert.equal(done.answers.length, 0);
    assert.deepEqual(c.sends.length, 1);
  });

  test("answerFinishedWhileAway_isShownOnce", async () => {
    const client = visitor();
    await until(client, online);
    client.send("hi");
    await until(client, s => s.pending.length === 0);
    const c = fake.only();
    fake.begin(c);
    fake.delta(c, "half");
    await until(client, s => s.answers[0]?.text === "half");

    fake.cut();
    fake.delta(c, " and whole");
    fake.end(c);
    const done = await until(client, s => s.messages.length === 2 && online(s));

    assert.deepEqual(texts(done), ["hi", "half and whole"]);
    assert.equal(done.answers.length, 0);
  });
});

describe("typed while offline", () => {
  test("lineDown_isSentOnceWhenItIsBack", async () => {
    const client = visitor();
    await until(client, online);
    fake.failSessions.push(503, 503);
    client.networkLost();
    client.send("one");
    client.send("two");
    assert.deepEqual(
      client.current.pending.map(p => p.status),
      ["queued", "queued"],
    );

    const done = await until(client, s => s.messages.length === 2 && s.pending.length === 0);

    assert.deepEqual(texts(done), ["one", "two"]);
    assert.equal(fake.only().sends.length, 2);
    assert.equal(shelf.kept.size, 1);
  });

  test("pageReloadedBeforeItWasSent_isSentByTheNextPage", async () => {
    const first = visitor();
    await until(first, online);
    first.stop();
    first.send("written on the train");

    const second = visitor();
    const done = await until(second, s => s.messages.length === 1 && s.pending.length === 0);

    assert.deepEqual(texts(done), ["written on the train"]);
    assert.equal(fake.conversations.size, 1);
  });

  test("cutBetweenStoreAndAck_isResentWithTheSameIdAndNotDoubled", async () => {
    const client = visitor();
    await until(client, online);
    fake.holdAcks = true;
    fake.mute = true;
    client.send("lost ack");
    await eventually(() => fake.only().messages.length === 1);
    fake.holdAcks = false;
    fake.mute = false;
    fake.cut();

    const done = await until(client, s => s.messages.length === 1 && s.pending.length === 0 && online(s));

    assert.deepEqual(texts(done), ["lost ack"]);
    assert.equal(new Set(fake.only().sends).size, 1);
  });

  test("messageRefusedForAWhile_waitsAndIsSentAgainByItself", async () => {
    const client = visitor();
    await until(client, online);
    fake.busyFor = 1;
    client.send("too eager");

    const waiting = await until(client, s => s.pending[0]?.error === "rate_limited");
    const done = await until(client, s => s.messages.length === 1);

    assert.equal(waiting.pending[0]?.status, "queued");
    assert.deepEqual(texts(done), ["too eager"]);
    assert.equal(fake.only().sends.length, 2);
  });

  test("messageRefusedForGood_failsAndIsNotKeptForTheNextPage", async () => {
    const client = visitor();
    await until(client, online);
    client.send("x".repeat(10_001));

    const failed = await until(client, s => s.pending[0]?.status === "failed");

    assert.equal(failed.pending[0]?.error, "text_too_long");
    assert.deepEqual(client.store.drafts(), []);
  });
});

describe("two tabs", () => {
  test("secondTab_showsTheSameConversationLive", async () => {
    const first = visitor();
    await until(first, online);
    const second = visitor();
    await until(second, online);

    first.send("from the first");
    await until(second, s => s.messages.length === 1);
    second.send("from the second");
    await until(first, s => s.messages.length === 2);

    assert.deepEqual(texts(first.current), ["from the first", "from the second"]);
    assert.equal(fake.conversations.size, 1);
  });
});
