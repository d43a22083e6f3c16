import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { begun, ended, grown, type LiveAnswer, ownedBy, replaced } from "../src/client/answers";
import { KINDS, readFrame } from "../src/client/frames";
import { Link } from "../src/client/link";
import type { VisitorServerFrame } from "../src/client/visitor-frames";

class FakeSocket {
  readyState = 0;
  onopen = () => {};
  onmessage = (_: { data: unknown }) => {};
  onclose = (_: { code: number }) => {};
  readonly said: string[] = [];

  send(text: string): void {
    this.said.push(JSON.parse(text).type);
  }

  close(): void {
    this.readyState = 3;
  }

  open(): void {
    this.readyState = 1;
    this.onopen();
  }

  hear(frame: object): void {
    this.onmessage({ data: JSON.stringify(frame) });
  }
}

interface Timer {
  readonly run: () => void;
  readonly ms: number;
}

let sockets: FakeSocket[];
let timers: Set<Timer>;
let told: string[];
let link: Link<VisitorServerFrame, { type: "hello" }>;

const last = (): FakeSocket => sockets.at(-1) as FakeSocket;
const waits = (): number[] => [...timers].map(timer => timer.ms);

function pass(ms: number): void {
  const due = [...timers].find(timer => timer.ms === ms);
  assert.ok(due, `no timer of ${ms} ms among ${waits()}`);
  timers.delete(due);
  due.run();
}

beforeEach(() => {
  sockets = [];
  timers = new Set();
  told = [];
  const environment = {
    socket: () => {
      sockets.push(new FakeSocket());
      return last() as unknown as WebSocket;
    },
    timers: {
      set: (run: () => void, ms: number) => {
        const timer = { run, ms };
        timers.add(timer);
        return timer;
      },
      clear: (timer: unknown) => void timers.delete(timer as Timer),
    },
    random: () => 1,
  };
  link = new Link(environment, {
    protocol: "parley.v1",
    kinds: KINDS,
    dial: () => link.open("ws://shop", { type: "hello" }),
    frame: frame => told.push(frame.type),
    closed: (kind, code) => {
      told.push(`${code} ${kind}`);
      link.later(kind);
    },
  });
  link.open("ws://shop", { type: "hello" });
});

describe("a link", () => {
  test("opened_saysHelloFirst", () => {
    last().open();

    assert.deepEqual(last().said, ["hello"]);
  });

  test("brokenAgainAndAgain_waitsLongerEachTime", () => {
    last().onclose({ code: 1006 });
    pass(1_000);
    last().onclose({ code: 1006 });
    pass(2_000);

    assert.equal(sockets.length, 3);
    assert.deepEqual(told, ["1006 retry", "1006 retry"]);
  });

  test("brokenAfterItWorked_waitsAsAtFirst", () => {
    last().onclose({ code: 1006 });
    pass(1_000);
    link.steady();
    last().onclose({ code: 1006 });

    assert.deepEqual(waits(), [1_000]);
  });

  test("serverThatRestarts_isComeBackToAtAnyTime", () => {
    last().onclose({ code: 1012 });

    assert.deepEqual([told, waits()], [["1012 spread"], [5_000]]);
  });

  test("silentOne_isGivenUp", () => {
    last().open();
    last().hear({ type: "ready", conversation: "c", state: "with_bot", last_seq: 0, heartbeat_s: 20 });
    pass(20_000);
    pass(10_000);

    assert.deepEqual(last().said, ["hello", "ping"]);
    assert.deepEqual(told, ["ready", "4000 retry"]);
  });

  test("woken_asksWhetherAnybodyIsThere", () => {
    last().open();
    link.wake();

    assert.deepEqual(last().said, ["hello", "ping"]);
  });

  test("wokenWhileItWaits_triesAtOnce", () => {
    last().onclose({ code: 1006 });
    link.wake();

    assert.deepEqual([sockets.length, waits()], [2, [10_000]]);
  });

  test("hungUp_nothingIsHeardOrTried", () => {
    const before = last();
    link.hangUp();
    before.hear({ type: "pong" });
    before.onclose({ code: 1000 });

    assert.deepEqual([told, waits(), before.readyState], [[], [], 3]);
  });
});

describe("an answer that is written", () => {
  const answer = (more: Partial<LiveAnswer> = {}): LiveAnswer => ({
    answer: "a",
    attempt: 1,
    text: "",
    next: 0,
    stale: false,
    ...more,
  });
  const begin = begun([], { answer: "a", attempt: 1 });
  const piece = (n: number, text: string, attempt = 1) => ({ answer: "a", attempt, n, text });

  test("pieces_growTheText", () => {
    assert.deepEqual(grown(grown(begin, piece(1, "Hel")) ?? [], piece(2, "lo")), [
      answer({ text: "Hello", next: 3 }),
    ]);
  });

  test("missingPiece_isAskedFor", () => {
    assert.equal(grown(begin, piece(2, "lo")), null);
    assert.equal(grown([answer({ stale: true })], piece(1, "x")), null);
  });

  test("pieceOfAnEarlierAttempt_changesNothing", () => {
    const second = begun(begin, { answer: "a", attempt: 2 });

    assert.equal(grown(second, piece(1, "x")), second);
    assert.equal(begun(second, { answer: "a", attempt: 1 }), second);
  });

  test("end_messageOrPerson_takesItAway", () => {
    assert.deepEqual(ended(begin, "a"), []);
    assert.deepEqual(replaced(begin), []);
    assert.deepEqual(ownedBy("with_agent", begin), []);
    assert.deepEqual(ownedBy("with_bot", begin), begin);
  });

  test("message_takesThePlaceOfWhatWasKnownBeforeTheBreak", () => {
    assert.deepEqual(replaced([answer({ stale: true }), answer({ answer: "b" })]), [answer({ answer: "b" })]);
  });
});

test("frameWhoseFieldIsNull_isIgnored", () => {
  const kinds = { note: { note: "object" } } as const;

  assert.equal(readFrame<{ type: "note"; note: object }>('{"type":"note","note":null}', kinds), null);
  assert.deepEqual(readFrame<{ type: "note"; note: object }>('{"type":"note","note":{}}', kinds), {
    type: "note",
    note: {},
  });
});
