import assert from "node:assert/strict";
import { test } from "node:test";
import { dayIn } from "../src/console/kit/days";
import { change, duration, type Figure, figures, money } from "../src/console/reports/figures";
import { daysOf, earlier, type Item, lastDays, type Report } from "../src/console/reports/report";
import { scale, spread } from "../src/console/reports/scale";

const none = { median: null, p90: null };
const total: Item = {
  conversations: 40,
  settled: 20,
  deflected: 15,
  handed_off: 10,
  first_response_seconds: { median: 95, p90: 400 },
  resolution_seconds: none,
  rated_up: 3,
  rated_down: 1,
};
const report = (change: Partial<Item> = {}): Report => ({
  from: "2026-11-01",
  to: "2026-11-07",
  zone: "UTC",
  by: "day",
  currency: "EUR",
  cost: "1.50",
  saved: "0",
  total: { ...total, ...change },
  items: [],
  reasons: [],
});
const figure = (name: string, now = report(), before = report()): Figure => {
  const found = figures(now, before).find(one => one.name === name);
  assert.ok(found);
  return found;
};

test("shares_areOfWhatIsKnown", () => {
  assert.equal(figure("Solved by the bot").now, 0.75);
  assert.equal(figure("Solved by the bot", report({ settled: 0, deflected: 0 })).now, null);
  assert.equal(figure("Satisfaction").now, 0.75);
  assert.equal(figure("Satisfaction", report({ rated_up: 0, rated_down: 0 })).now, null);
});

test("change_isToldInItsOwnUnitAndJudged", () => {
  const waited = figure("First response", report({ first_response_seconds: { median: 190, p90: 400 } }));
  assert.deepEqual(change(waited), { text: "100 % more", up: true, verdict: "worse" });
  const solved = figure("Solved by the bot", report({ deflected: 16 }));
  assert.deepEqual(change(solved), { text: "5 points more", up: true, verdict: "better" });
  assert.deepEqual(change(figure("Conversations")), { text: "as before", up: null, verdict: "neither" });
});

test("changeFromNothing_isNoNumber", () => {
  assert.equal(change(figure("Conversations", report(), report({ conversations: 0 }))), null);
  assert.equal(change(figure("Resolution")), null);
});

test("times_areWrittenInTwoUnits", () => {
  assert.deepEqual([0.4, 45, 60, 200, 7_500, 90_000].map(duration), [
    "0 s",
    "45 s",
    "1 min",
    "3 min 20 s",
    "2 h 5 min",
    "1 d 1 h",
  ]);
});

test("smallSums_areNotNothing", () => {
  assert.match(money(0.0181645, "USD"), /0\.0182/);
  assert.match(money(12.345, "USD"), /12\.35|12\.34/);
  assert.match(money(3, "not a currency"), /3\.00 not a currency/);
});

test("periodBefore_isAsLong", () => {
  assert.deepEqual(lastDays(7, "2026-03-02"), { from: "2026-02-24", to: "2026-03-02" });
  assert.deepEqual(earlier({ from: "2026-03-01", to: "2026-03-31" }), {
    from: "2026-01-29",
    to: "2026-02-28",
  });
  assert.equal(
    daysOf({ from: "2026-02-27", to: "2026-03-01" }).join(" "),
    "2026-02-27 2026-02-28 2026-03-01",
  );
});

test("today_isWhereTheShopIs", () => {
  const late = Date.parse("2026-11-25T23:30:00Z");
  assert.equal(dayIn("Europe/Berlin", late), "2026-11-26");
  assert.equal(dayIn("America/New_York", late), "2026-11-25");
});

test("axis_hasRoundNumbers", () => {
  assert.deepEqual(scale(30, true).ticks, [0, 10, 20, 30]);
  assert.deepEqual(scale(3, true).ticks, [0, 1, 2, 3]);
  assert.deepEqual(scale(0.018, false).ticks, [0, 0.005, 0.01, 0.015, 0.02]);
  assert.deepEqual(scale(200, false, true).ticks, [0, 60, 120, 180, 240]);
  assert.deepEqual(scale(0, true), { top: 1, ticks: [0] });
});

test("axis_holdsTheHighestBar", () => {
  for (let most = 0.001; most < 1e6; most *= 1.37)
    assert.ok(scale(most, false).top >= most * 0.999_999, `${most}`);
});

test("labels_areAsManyAsFit", () => {
  assert.deepEqual(spread(7, 7), [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(spread(7, 3), [0, 3, 6]);
  assert.deepEqual(spread(1, 0), [0]);
});
