import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../src/console/operator/ask";
import { outcomeOf } from "../src/console/operator/doctor-words";

const found = (...statuses: Finding["status"][]): Finding[] =>
  statuses.map(status => ({ check: "disk", status, found: "…" }));

test("outcome_isThatOfTheWorstFinding", () => {
  assert.deepEqual(outcomeOf(found("ok", "ok")), { kind: "good", text: "Nothing to do." });
  assert.equal(outcomeOf(found("ok", "warning")).kind, "warn");
  assert.equal(outcomeOf(found("warning", "fault", "ok")).kind, "bad");
});

test("outcome_countsFaultsAndWarnings", () => {
  assert.match(outcomeOf(found("fault", "fault", "warning")).text, /^2 faults and 1 warning\./);
  assert.match(outcomeOf(found("warning")).text, /^1 warning\./);
});
