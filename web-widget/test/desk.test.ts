import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import type { AgentClientFrame, AgentServerFrame } from "../src/console/live/agent-frames";
import { Desk } from "../src/console/live/desk";
import { UNDO_MS } from "../src/console/live/sending";

/** Time that advances only when a test says so. */
class Clock {
  now = 0;
  private next = 1;
  private readonly due = new Map<number, { readonly at: number; readonly run: () => void }>();
  readonly timers = {
    set: (run: () => void, ms: number) => {
      this.due.set(this.next, { at: this.now + ms, run });
      return this.next++;
    },
    clear: (handle: unknown) => void this.due.delete(handle as number),
  };

  pass(ms: number): void {
    const until = this.now + ms;
    for (;;) {
      const next = [...this.due].filter(([, d]) => d.at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!next) break;
      this.due.delete(next[0]);
      this.now = next[1].at;
      next[1].run();
    }
    this.now = until;
  }
}

class FakeSocket {
  readyState = 1;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly sent: AgentClientFrame[] = [];

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.readyState = 3;
  }
  say(frame: AgentServerFrame): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  cut(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
  of(type: AgentClientFrame["type"]): readonly AgentClientFrame[] {
    return this.sent.filter(frame => frame.type === type);
  }
}

const agent = {
  id: "ada",
  email: "",
  name: "Ada",
  role: "agent",
  invited: false,
  disabled: false,
  away: false,
  skills: [],
} as const;

let clock: Clock;
let sockets: FakeSocket[];
let asked: string[];
let desk: Desk;
const realFetch = globalThis.fetch;

function line(): FakeSocket {
  const last = sockets.at(-1);
  assert.ok(last);
  return last;
}

function greet(): void {
  line().say({ type: "ready", agent, heartbeat_s: 20 });
}

/** Waits for responses of the fake server. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
  await new Promise(setImmediate);
}

const messages = [1, 2].map(seq => ({ seq, author: "visitor", text: `message ${seq}`, at: "" }));

beforeEach(() => {
  clock = new Clock();
  sockets = [];
  asked = [];
  globalThis.fetch = async (input, init) => {
    asked.push(`${init?.method} ${String(input).replace("/v1/console/", "")}`);
    const items = String(input).includes("/messages") ? messages : [];
    return new Response(JSON.stringify({ items, next_cursor: null }));
  };
  let ids = 0;
  desk = new Desk("ws://parley/ws/v1/agent", "ada", {
    socket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    timers: clock.timers,
    random: () => 0.5,
    now: () => clock.now,
    id: () => `id-${++ids}`,
  });
  desk.start();
});

afterEach(() => {
  desk.stop();
  globalThis.fetch = realFetch;
});

const reply = { conversation: "c", kind: "message", text: "On its way." } as const;

describe("writing", () => {
  test("message_goesOutAfterItsTimeToUndo", () => {
    greet();
    desk.write(reply);
    clock.pass(UNDO_MS - 1);
    assert.deepEqual(line().of("send"), []);
    clock.pass(1);
    assert.deepEqual(line().of("send"), [
      { type: "send", conversation: "c", id: "id-1", text: "On its way." },
    ]);
  });

  test("undoneMessage_neverGoesOut", () => {
    greet();
    const id = desk.write(reply);
    assert.equal(desk.undo(id)?.text, "On its way.");
    clock.pass(UNDO_MS * 2);
    assert.deepEqual(line().of("send"), []);
  });

  test("messageThatIsOut_cannotBeUndone", () => {
    greet();
    const id = desk.write(reply);
    desk.sendNow(id);
    assert.equal(desk.undo(id), null);
    assert.equal(line().of("send").length, 1);
  });

  test("note_goesOutAtOnce", () => {
    greet();
    desk.write({ conversation: "c", kind: "note", text: "Ask Ben.", mentions: ["ben"] });
    assert.deepEqual(line().of("note"), [
      { type: "note", conversation: "c", id: "id-1", text: "Ask Ben.", mentions: ["ben"] },
    ]);
  });

  test("cutBeforeTheAck_sendsTheSameIdAgain", () => {
    greet();
    desk.sendNow(desk.write(reply));
    line().cut(1006);
    clock.pass(1_000);
    greet();
    assert.equal(sockets.length, 2);
    assert.deepEqual(
      line()
        .of("send")
        .map(frame => "id" in frame && frame.id),
      ["id-1"],
    );
  });

  test("writtenWithoutALine_waitsForOne", () => {
    desk.sendNow(desk.write(reply));
    assert.equal(desk.current.outgoing[0]?.status, "queued");
    greet();
    assert.equal(line().of("send").length, 1);
  });

  test("linkThatAcknowledgesNothing_isGivenUp", () => {
    greet();
    desk.sendNow(desk.write(reply));
    for (let s = 0; s < 16; s++) {
      clock.pass(1_000);
      line().say({ type: "pong" });
    }
    assert.equal(desk.current.outgoing[0]?.status, "queued");
    assert.notEqual(desk.current.link, "online");
  });

  test("tabThatIsLeft_sendsWhatWasOnlyHeld", async () => {
    greet();
    desk.write(reply);
    desk.leavePage();
    await settle();
    assert.equal(asked.filter(what => what === "POST conversations/c/messages").length, 1);
  });
});

describe("the line", () => {
  test("silence_isFoundByTheHeartbeat", () => {
    greet();
    clock.pass(20_000);
    assert.equal(line().of("ping").length, 1);
    clock.pass(10_000);
    assert.equal(desk.current.link, "offline");
  });

  test("afterAReconnect_theListIsReadAgainAndTheThreadWatchedFromItsEnd", async () => {
    greet();
    await desk.open("c");
    await settle();
    assert.deepEqual(line().of("watch"), [{ type: "watch", conversation: "c", since: 2 }]);
    asked.length = 0;
    line().cut(1012);
    clock.pass(5_000);
    greet();
    await settle();
    assert.deepEqual(line().of("watch"), [{ type: "watch", conversation: "c", since: 2 }]);
    assert.ok(asked.some(what => what.startsWith("GET inbox?view=all")));
  });

  test("missingMessage_isAskedForAtOnce", async () => {
    greet();
    await desk.open("c");
    line().say({ type: "watching", conversation: "c", state: "with_bot", epoch: 1, last_seq: 2 });
    line().say({ type: "message", conversation: "c", seq: 4, author: "visitor", text: "", at: "" });
    assert.deepEqual(line().of("watch").at(-1), { type: "watch", conversation: "c", since: 2 });
    assert.equal(line().of("watch").length, 2);
  });

  test("closedSession_isFinal", () => {
    greet();
    line().cut(4501);
    clock.pass(60_000);
    assert.equal(desk.current.link, "ended");
    assert.equal(sockets.length, 1);
  });

  test("conversationThatIsLeft_isNotWatchedAfterAReconnect", async () => {
    greet();
    await desk.open("c");
    desk.leave("c");
    assert.equal(line().of("unwatch").length, 1);
    line().cut(1006);
    clock.pass(1_000);
    greet();
    assert.deepEqual(line().of("watch"), []);
  });
});
