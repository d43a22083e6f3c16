import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Conversation, Message, Note } from "../src/console/api/types";
import { listed, tally } from "../src/console/inbox/views";
import { alertsOf } from "../src/console/live/alerts";
import { type AgentServerFrame, parseAgentFrame } from "../src/console/live/frames";
import { type LiveEvent, reduceLive } from "../src/console/live/reduce";
import { initialLive, type LiveState, type Outgoing } from "../src/console/live/state";

const ADA = "ada";
const BEN = "ben";

function conversation(change: Partial<Conversation> = {}): Conversation {
  return {
    id: "c",
    state: "with_bot",
    epoch: 1,
    last_seq: 2,
    visitor: "v",
    labels: [],
    priority: "normal",
    created_at: "2026-11-25T10:00:00Z",
    last_activity_at: "2026-11-25T10:00:00Z",
    last: { author: "visitor", text: "Hi", at: "2026-11-25T10:00:00Z" },
    ...change,
  };
}

const changed = (change: Partial<Conversation>): AgentServerFrame => ({
  type: "inbox.changed",
  item: conversation(change),
});
const message = (seq: number, change: Partial<Message> = {}): AgentServerFrame => ({
  type: "message",
  conversation: "c",
  seq,
  author: "visitor",
  text: `message ${seq}`,
  at: "2026-11-25T10:00:00Z",
  ...change,
});
const page = (from: number, until: number, before: string | null = null): LiveEvent => ({
  type: "page",
  conversation: "c",
  before,
  messages: Array.from({ length: until - from + 1 }, (_, i) => ({
    seq: from + i,
    author: "visitor" as const,
    text: `message ${from + i}`,
    at: "2026-11-25T10:00:00Z",
  })),
});
const watching = (last_seq: number, change: object = {}): AgentServerFrame => ({
  type: "watching",
  conversation: "c",
  state: "with_bot",
  epoch: 1,
  last_seq,
  ...change,
});
const begin = (attempt = 1): AgentServerFrame => ({
  type: "answer.begin",
  conversation: "c",
  answer: "a",
  attempt,
});
const delta = (n: number, text: string, attempt = 1): AgentServerFrame => ({
  type: "answer.delta",
  conversation: "c",
  answer: "a",
  attempt,
  n,
  text,
});
const note = (id: string, client_id: string, mentions: readonly string[] = []): Note => ({
  id,
  conversation: "c",
  author: BEN,
  name: "Ben",
  client_id,
  text: "Look at this",
  mentions,
  after_seq: 2,
  at: "2026-11-25T10:00:00Z",
});
const out = (change: Partial<Outgoing> = {}): LiveEvent => ({
  type: "out",
  out: {
    id: "o",
    conversation: "c",
    kind: "message",
    text: "On its way.",
    mentions: [],
    attachments: [],
    at: "2026-11-25T10:00:00Z",
    status: "queued",
    ...change,
  },
});

function after(start: LiveState, ...steps: (AgentServerFrame | LiveEvent)[]): LiveState {
  return steps.reduce<LiveState>(
    (state, step) =>
      reduceLive(
        state,
        parseAgentFrame(JSON.stringify(step))
          ? { type: "frame", frame: step as AgentServerFrame }
          : (step as LiveEvent),
      ),
    start,
  );
}

const empty = initialLive(ADA);
const seqs = (state: LiveState) => state.threads.get("c")?.messages.map(m => m.seq);

describe("the list", () => {
  test("frameWithoutUnread_countsOnFromWhatWasKnown", () => {
    const state = after(empty, { type: "item", item: conversation({ unread: 1 }) }, changed({ last_seq: 3 }));
    assert.equal(state.items.get("c")?.unread, 2);
  });

  test("messageInTheConversationThatIsRead_staysRead", () => {
    const reading: LiveEvent = { type: "reading", conversation: "c" };
    const state = after(
      empty,
      { type: "item", item: conversation({ unread: 1 }) },
      reading,
      changed({ last_seq: 3 }),
    );
    assert.equal(state.items.get("c")?.unread, 0);
  });

  test("answerOfTheBot_isNotUnread", () => {
    const last = { author: "bot" as const, text: "Hello", at: "2026-11-25T10:00:01Z" };
    const state = after(
      empty,
      { type: "item", item: conversation({ unread: 0 }) },
      changed({ last_seq: 3, last }),
    );
    assert.equal(state.items.get("c")?.unread, 0);
  });

  test("lateFrameOfAnEarlierEpoch_changesNothing", () => {
    const claimed = changed({ state: "with_agent", agent: BEN, epoch: 3 });
    const state = after(empty, claimed, changed({ state: "waiting", epoch: 2 }));
    assert.equal(state.items.get("c")?.agent, BEN);
  });

  test("stateOfAWatchedConversation_movesItsLineAtOnce", () => {
    const state = after(empty, changed({}), watching(2), {
      type: "state",
      conversation: "c",
      state: "with_agent",
      epoch: 2,
      agent: ADA,
    });
    assert.equal(tally(state.items.values(), ADA, 0).mine, 1);
  });

  test("conversationThatIsGoneAfterAReconnect_isForgotten", () => {
    const state = after(empty, changed({}), changed({ id: "d" }), {
      type: "forgetItems",
      but: new Set(["d"]),
    });
    assert.deepEqual([...state.items.keys()], ["d"]);
  });

  test("waitingView_putsUrgentFirstThenWhoWaitedLongest", () => {
    const items = [
      conversation({ id: "late", state: "waiting", waiting_since: "2026-11-25T10:05:00Z" }),
      conversation({ id: "early", state: "waiting", waiting_since: "2026-11-25T10:01:00Z" }),
      conversation({
        id: "urgent",
        state: "waiting",
        waiting_since: "2026-11-25T10:09:00Z",
        priority: "urgent",
      }),
    ];
    const order = listed(items, { view: "waiting" }, ADA, 0).map(item => item.id);
    assert.deepEqual(order, ["urgent", "early", "late"]);
  });

  test("snoozedConversation_comesBackWhenItsTimeIsOver", () => {
    const until = "2026-11-25T12:00:00Z";
    const items = [conversation({ snoozed_until: until })];
    assert.equal(listed(items, { view: "all" }, ADA, Date.parse(until) - 1).length, 0);
    assert.equal(listed(items, { view: "all" }, ADA, Date.parse(until)).length, 1);
  });

  test("fractionsOfSeconds_sortAsTimes", () => {
    const items = [
      conversation({ id: "whole", last_activity_at: "2026-11-25T10:00:00Z" }),
      conversation({ id: "half", last_activity_at: "2026-11-25T10:00:00.5Z" }),
    ];
    assert.deepEqual(
      listed(items, { view: "all" }, ADA, 0).map(item => item.id),
      ["half", "whole"],
    );
  });
});

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

describe("what is worth a sound", () => {
  const step = (before: LiveState, frame: AgentServerFrame) =>
    alertsOf(before, after(before, frame), frame).map(alert => alert.kind);

  test("conversationThatBeginsToWait_calls", () => {
    assert.deepEqual(step(after(empty, changed({})), changed({ state: "waiting", epoch: 2 })), ["waiting"]);
  });

  test("oneThatWaitsAlready_callsNoMore", () => {
    const waiting = after(empty, changed({ state: "waiting", epoch: 2 }));
    assert.deepEqual(step(waiting, changed({ state: "waiting", epoch: 2, last_seq: 3 })), []);
  });

  test("visitorsMessageInMine_callsUnlessItIsRead", () => {
    const mine = { state: "with_agent", agent: ADA, epoch: 2 } as const;
    const before = after(empty, changed(mine));
    assert.deepEqual(step(before, changed({ ...mine, last_seq: 3 })), ["message"]);
    const reading = after(before, { type: "reading", conversation: "c" });
    assert.deepEqual(step(reading, changed({ ...mine, last_seq: 3 })), []);
  });

  test("mention_callsWhereverOneIs", () => {
    const mentioned: AgentServerFrame = { type: "mention", note: note("n", "x", [ADA]) };
    assert.deepEqual(step(empty, mentioned), ["mention"]);
  });
});
