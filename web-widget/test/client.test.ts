import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { WebSocket } from "ws";
import { type ChatState, ParleyClient, type Surroundings } from "../src/client";
import type { KeyValues } from "../src/client/store";
import { FakeParley } from "./fake-parley";

class Shelf implements KeyValues {
  readonly kept = new Map<string, string>();
  get length() {
    return this.kept.size;
  }
  key = (i: number) => [...this.kept.keys()][i] ?? null;
  getItem = (k: string) => this.kept.get(k) ?? null;
  setItem = (k: string, v: string) => void this.kept.set(k, v);
  removeItem = (k: string) => void this.kept.delete(k);
}

let fake: FakeParley;
let base: string;
let shelf: Shelf;
let clients: ParleyClient[];
/** Waits asked of the clock; back-off waits are cut to nothing, so that no test really waits. */
let waits: number[];
let ids = 0;

function around(more: Partial<Surroundings> = {}): Surroundings {
  return {
    fetch,
    socket: (url, protocol) => new WebSocket(url, protocol) as unknown as globalThis.WebSocket,
    storage: () => shelf,
    timers: {
      set: (run, ms) => {
        waits.push(ms);
        return setTimeout(run, ms <= 5_000 ? 0 : ms).unref();
      },
      clear: handle => clearTimeout(handle as NodeJS.Timeout),
    },
    now: () => Date.now(),
    random: () => 0.5,
    id: () => `id-${++ids}`,
    page: () => undefined,
    ...more,
  };
}

function visitor(more: Partial<Surroundings> = {}): ParleyClient {
  const client = new ParleyClient(base, "demo", around(more));
  clients.push(client);
  client.store.allow();
  client.start();
  return client;
}

function until(client: ParleyClient, wish: (s: ChatState) => boolean): Promise<ChatState> {
  return new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error(`never so: ${JSON.stringify(client.current)}`)), 5_000);
    const look = (s: ChatState) => {
      if (!wish(s)) return;
      clearTimeout(late);
      off();
      done(s);
    };
    const off = client.subscribe(look);
    look(client.current);
  });
}

async function eventually(wish: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!wish()) {
    if (Date.now() > end) throw new Error("never so");
    await new Promise(setImmediate);
  }
}

const online = (s: ChatState) => s.link === "online" && s.settled && !s.catchingUp;
const texts = (s: ChatState) => s.messages.map(m => m.text);

beforeEach(async () => {
  fake = new FakeParley();
  base = await fake.listen();
  shelf = new Shelf();
  clients = [];
  waits = [];
});

afterEach(async () => {
  for (const client of clients) client.stop();
  await fake.close();
});

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
    fake.end(c, "stop", [{ id: "1", question: "Returns?" }]);
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

describe("trouble around the session", () => {
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
    const client = new ParleyClient(base, "demo", around());
    clients.push(client);
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
        set: (run, ms) => setTimeout(run, impatient || ms <= 5_000 ? 0 : ms).unref(),
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
