import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { listed, tally } from "../src/console/inbox/views";
import type { AgentServerFrame } from "../src/console/live/agent-frames";
import { alertsOf } from "../src/console/live/alerts";
import type { LiveEvent } from "../src/console/live/reduce";
import type { LiveState } from "../src/console/live/state";
import { ADA, after, BEN, changed, conversation, empty, note, watching } from "./live-states";

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
