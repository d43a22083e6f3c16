import assert from "node:assert/strict";
import { test } from "node:test";
import { filters, readQuery, toWire, writeQuery } from "../src/console/search/query";

test("query_outlivesTheAddress", () => {
  const query = readQuery(new URLSearchParams("q=%22a%20b%22&label=vip%26more&from=2026-11-01&other=1"));
  assert.equal(query.q, '"a b"');
  assert.equal(query.label, "vip&more");
  assert.deepEqual(readQuery(new URLSearchParams(writeQuery(query))), query);
  assert.equal(filters(query), 2);
});

test("emptyFields_areLeftOutOfTheAddress", () => {
  assert.equal(writeQuery(readQuery(new URLSearchParams("q=a&state=&author="))), "q=a");
});

test("days_areWholeInTheAgentsTimeZone", () => {
  const wire = toWire(readQuery(new URLSearchParams("q=a&from=2026-02-28&until=2026-02-28")));
  assert.equal(wire["from"], new Date(2026, 1, 28).toISOString());
  assert.equal(wire["until"], new Date(2026, 2, 1).toISOString());
});

test("dayThatIsNone_isNotSent", () => {
  assert.equal(toWire(readQuery(new URLSearchParams("q=a&from=soon")))["from"], "");
});

test("quotationMarksOfAnyKind_makeAPhrase", () => {
  assert.equal(toWire(readQuery(new URLSearchParams("q=„30 days“ «new»")))["q"], '"30 days" "new"');
});
