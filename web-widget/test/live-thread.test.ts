import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { AgentServerFrame } from "../src/console/live/agent-frames";
import {
  ADA,
  after,
  begin,
  changed,
  delta,
  empty,
  message,
  note,
  out,
  page,
  seqs,
  watching,
} from "./live-states";

describe("a watched thread", () => {
  test("messageThatIsHereAlready_isDropped", () => {
    assert.deepEqual(seqs(after(empty, page(1, 3), watching(3), message(3), message(4))), [1, 2, 3, 4]);
  });

  test("missingMessage_asksToWatchAgain", () => {
    const state = after(empty, page(1, 3), watching(3), message(5));
    assert.equal(state.threads.get("c")?.desync, true);
    assert.deepEqual(seqs(state), [1, 2, 3]);
  });

  test("watchingAgain_mendsTheHole", () => {
    const state = after(empty, page(1, 3), watching(3), message(5), watching(5), message(4), message(5));
    assert.equal(state.threads.get("c")?.desync, false);
    assert.deepEqual(seqs(state), [1, 2, 3, 4, 5]);
  });

  test("earlierPage_comesInFront", () => {
    const state = after(empty, page(51, 60, "51"), page(41, 50, "41"));
    assert.deepEqual(
      seqs(state),
      Array.from({ length: 20 }, (_, i) => 41 + i),
    );
    assert.equal(state.threads.get("c")?.before, "41");
  });

  test("newestPageFarBehindWhatWasKnown_beginsAfresh", () => {
    assert.deepEqual(seqs(after(empty, page(1, 3), page(50, 52, "50"))), [50, 51, 52]);
  });

  test("piecesOfAnAnswer_growAndGoWithItsMessage", () => {
    const growing = after(empty, page(1, 1), watching(1), begin(), delta(1, "Hel"), delta(2, "lo"));
    assert.equal(growing.threads.get("c")?.answers[0]?.text, "Hello");
    const done = after(growing, message(2, { author: "bot", text: "Hello" }));
    assert.deepEqual(done.threads.get("c")?.answers, []);
  });

  test("snapshotAfterWatching_isAllOfTheTextSoFar", () => {
    const state = after(empty, page(1, 1), watching(1), begin(), delta(0, "Hello the"), delta(7, "re"));
    assert.equal(state.threads.get("c")?.answers[0]?.text, "Hello there");
  });

  test("secondAttempt_beginsItsTextAnew", () => {
    const state = after(
      empty,
      page(1, 1),
      watching(1),
      begin(),
      delta(1, "no"),
      begin(2),
      delta(1, "yes", 2),
    );
    assert.equal(state.threads.get("c")?.answers[0]?.text, "yes");
  });

  test("missingPiece_asksToWatchAgain", () => {
    const state = after(empty, page(1, 1), watching(1), begin(), delta(1, "a"), delta(3, "c"));
    assert.equal(state.threads.get("c")?.desync, true);
  });

  test("takenOver_whatTheBotWasSayingIsGone", () => {
    const state = after(empty, changed({}), page(1, 1), watching(1), begin(), delta(1, "a"), {
      type: "state",
      conversation: "c",
      state: "with_agent",
      epoch: 2,
      agent: ADA,
    });
    assert.deepEqual(state.threads.get("c")?.answers, []);
  });

  test("typing_endsWithTheMessage", () => {
    const typing: AgentServerFrame = { type: "typing", conversation: "c", author: "visitor", on: true };
    const state = after(empty, page(1, 1), watching(1), typing);
    assert.equal(state.threads.get("c")?.visitorTyping, true);
    assert.equal(after(state, message(2)).threads.get("c")?.visitorTyping, false);
  });
});

describe("what one writes", () => {
  const ack: AgentServerFrame = { type: "ack", id: "o", conversation: "c", seq: 4, at: "" };

  test("ackedThenEchoed_standsInTheThreadOnce", () => {
    const sent = after(empty, page(1, 3), watching(3), out({ status: "sending" }), ack);
    assert.equal(sent.outgoing[0]?.status, "sent");
    const echoed = after(sent, message(4, { author: "agent", client_id: "o" }));
    assert.deepEqual(echoed.outgoing, []);
    assert.deepEqual(seqs(echoed), [1, 2, 3, 4]);
  });

  test("echoBeforeItsAck_leavesNothingBehind", () => {
    const echoed = message(4, { author: "agent", client_id: "o" });
    assert.deepEqual(
      after(empty, page(1, 3), watching(3), out({ status: "sending" }), echoed, ack).outgoing,
      [],
    );
  });

  test("cutBeforeTheAck_goesOutAgainWithTheSameId", () => {
    const state = after(empty, out({ status: "sending" }), { type: "link", link: "offline" });
    assert.deepEqual(
      state.outgoing.map(o => [o.id, o.status]),
      [["o", "queued"]],
    );
  });

  test("heldOne_isNotSentByACut", () => {
    const state = after(empty, out({ status: "held" }), { type: "link", link: "offline" });
    assert.equal(state.outgoing[0]?.status, "held");
  });

  test("refused_saysWhyAndStays", () => {
    const refusal: AgentServerFrame = {
      type: "error",
      code: "not_owner",
      detail: "Ben has it.",
      retryable: false,
      id: "o",
    };
    const state = after(empty, out({ status: "sending" }), refusal);
    assert.deepEqual(state.outgoing[0]?.error, { code: "not_owner", detail: "Ben has it." });
  });

  test("noteThatComesBack_takesTheWrittenOnesPlace", () => {
    const state = after(empty, page(1, 2), out({ kind: "note", status: "sending" }), {
      type: "note",
      note: note("n", "o"),
    });
    assert.deepEqual(state.outgoing, []);
    assert.equal(state.threads.get("c")?.notes.length, 1);
  });
});
