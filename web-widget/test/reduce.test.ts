import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { KINDS, readFrame } from "../src/client/frames";
import { type ChatEvent, reduce } from "../src/client/reduce";
import { type ChatState, initialState } from "../src/client/state";
import type { VisitorServerFrame } from "../src/client/visitor-frames";

const ready = (last_seq = 0, state: "with_bot" | "waiting" = "with_bot"): VisitorServerFrame => ({
  type: "ready",
  conversation: "c",
  state,
  epoch: 1,
  last_seq,
  heartbeat_s: 25,
});
const replayed: ChatEvent = { type: "replayed" };
const begin = (attempt = 1, answer = "a"): VisitorServerFrame => ({ type: "answer.begin", answer, attempt });
const delta = (n: number, text: string, attempt = 1, answer = "a"): VisitorServerFrame => ({
  type: "answer.delta",
  answer,
  attempt,
  n,
  text,
});
const bot = (seq: number, text: string): VisitorServerFrame => ({
  type: "message",
  seq,
  author: "bot",
  text,
  at: "",
  finish: "stop",
});

function after(start: ChatState, ...steps: (VisitorServerFrame | ChatEvent)[]): ChatState {
  return steps.reduce<ChatState>(
    (s, step) => reduce(s, isEvent(step) ? step : { type: "frame", frame: step as VisitorServerFrame }),
    start,
  );
}
const EVENTS = [
  "link",
  "settings",
  "queued",
  "sending",
  "discarded",
  "handoffAsked",
  "rated",
  "replayed",
  "forget",
];
const isEvent = (step: VisitorServerFrame | ChatEvent): step is ChatEvent => EVENTS.includes(step.type);
const online = after(initialState, ready());

describe("an answer in pieces", () => {
  test("duplicatedDelta_isIgnored", () => {
    const state = after(online, begin(), delta(1, "a"), delta(2, "b"), delta(2, "b"), delta(1, "a"));
    assert.equal(state.answers[0]?.text, "ab");
    assert.equal(state.desync, false);
  });

  test("missingDelta_asksAgainAndKeepsWhatIsThere", () => {
    const state = after(online, begin(), delta(1, "a"), delta(3, "c"));
    assert.equal(state.answers[0]?.text, "a");
    assert.equal(state.desync, true);
  });

  test("nextAttempt_replacesTheText_andLateDeltasOfTheOldOneAreIgnored", () => {
    const state = after(online, begin(), delta(1, "old"), begin(2), delta(1, "new", 2), delta(2, " old"));
    assert.equal(state.answers[0]?.text, "new");
  });

  test("resumed_snapshotReplacesAndLaterDeltasKeepTheirNumbers", () => {
    const cut = after(online, begin(), delta(1, "a"), delta(2, "b"), { type: "link", link: "offline" });
    const state = after(
      cut,
      ready(),
      begin(),
      delta(0, "abcde"),
      delta(6, "f"),
      delta(7, "g"),
      delta(7, "g"),
    );
    assert.equal(state.answers[0]?.text, "abcdefg");
    assert.equal(state.desync, false);
  });

  test("resumedBeforeTheFirstPiece_emptySnapshotThenPieceOne", () => {
    const state = after(initialState, ready(), begin(), delta(0, ""), delta(1, "a"), delta(2, "b"));
    assert.equal(state.answers[0]?.text, "ab");
  });

  test("answerGoneAfterReconnect_vanishesOnlyWhenTheReplayIsOver", () => {
    const replaying = after(online, begin(), delta(1, "half"), ready());
    assert.equal(replaying.answers.length, 1);
    assert.equal(after(replaying, replayed).answers.length, 0);
  });

  test("finalMessage_takesTheLiveTextsPlaceInOneStep", () => {
    const state = after(online, begin(), delta(1, "whole"), bot(1, "whole"));
    assert.equal(state.answers.length, 0);
    assert.equal(state.messages.length, 1);
  });

  test("personTakesOver_liveAnswerGoes", () => {
    const state = after(online, begin(), delta(1, "half"), { type: "state", state: "waiting", epoch: 2 });
    assert.equal(state.answers.length, 0);
    assert.equal(state.owner, "waiting");
  });
});

describe("messages", () => {
  test("seenSeq_isDropped", () => {
    const state = after(online, bot(1, "x"), bot(1, "x"));
    assert.equal(state.messages.length, 1);
  });

  test("liveGap_asksAgain", () => {
    assert.equal(after(online, bot(1, "x"), bot(3, "z")).desync, true);
  });

  test("gapInTheReplay_isTheServersTruth", () => {
    const state = after(initialState, ready(9), bot(4, "purged before me"), bot(9, "x"), bot(10, "y"));
    assert.equal(state.desync, false);
    assert.deepEqual(
      state.messages.map(m => [m.seq, m.live]),
      [
        [4, false],
        [9, false],
        [10, true],
      ],
    );
  });

  test("ackThenEcho_pendingBecomesTheMessage", () => {
    const sent = after(online, { type: "queued", id: "i", text: "hi" }, { type: "sending", id: "i" });
    const acked = after(sent, { type: "ack", id: "i", seq: 1, at: "" });
    assert.equal(acked.pending[0]?.status, "sent");
    const echo = { type: "message", seq: 1, author: "visitor", text: "hi", at: "", client_id: "i" } as const;
    const state = after(acked, echo);
    assert.equal(state.pending.length, 0);
    assert.equal(state.messages[0]?.clientId, "i");
  });

  test("lineLost_whatHadNoAckIsQueuedAgain", () => {
    const sent = after(online, { type: "queued", id: "i", text: "hi" }, { type: "sending", id: "i" });
    assert.equal(after(sent, { type: "link", link: "offline" }).pending[0]?.status, "queued");
  });

  test("otherConversation_onlyTheUnsentRemains", () => {
    const state = after(online, bot(1, "x"), { type: "queued", id: "i", text: "hi" }, { type: "forget" });
    assert.equal(state.messages.length, 0);
    assert.equal(state.pending.length, 1);
  });
});

describe("a person asked for", () => {
  const line = { type: "message", seq: 1, author: "system", text: "Nobody is there.", at: "" } as const;
  const asked = after(online, { type: "handoffAsked" });

  test("nobodyIsThere_theButtonWorksAgain", () => {
    assert.equal(asked.handoffAsked, true);
    assert.equal(after(asked, line).handoffAsked, false);
  });

  test("botThatGoesOnWriting_isNoAnswerToIt", () => {
    assert.equal(after(asked, bot(1, "x")).handoffAsked, true);
  });
});

describe("odd frames", () => {
  for (const odd of ["", "{", "null", "[]", "7", '{"type":"constructor"}', '{"type":"message","seq":"1"}']) {
    test(`frame ${JSON.stringify(odd)}_isIgnored`, () => assert.equal(readFrame(odd, KINDS), null));
  }
  test("binaryFrame_isIgnored", () => assert.equal(readFrame(new ArrayBuffer(4), KINDS), null));
});
