import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../src/console/api/faq";
import { BLANK, bodyOf, check, type Draft, draftOf } from "../src/console/faq/draft";
import { formatOf } from "../src/console/faq/file-format";
import { differences, merged, suggested } from "../src/console/faq/merge";
import {
  alsoFound,
  gain,
  isClear,
  origin,
  type Proposal,
  type Proposals,
  remedy,
  why,
} from "../src/console/faq/proposals";
import { validity } from "../src/console/faq/validity";
import { waiting } from "../src/console/faq/waiting";
import { added } from "../src/console/kit/chips";
import { same } from "../src/console/kit/same";

const ENTRY: Entry = {
  id: "1",
  question: "Can I return it?",
  variants: ["return"],
  answer: "Within 30 days.",
  locale: "en",
  products: [],
  tags: ["returns"],
  status: "published",
  valid_from: "2026-11-01T08:00:42Z",
  created_at: "2026-11-01T08:00:00Z",
  updated_at: "2026-11-01T08:00:00Z",
};
const READ = draftOf(ENTRY);

test("entryThatWasNotTouched_isSentAsItWas", () => {
  const body = bodyOf(READ, ENTRY);
  assert.equal(body["valid_from"], ENTRY.valid_from);
  assert.equal(body["url"], undefined);
  assert.deepEqual(body["variants"], ["return"]);
});

test("entriesThatWait_areCounted_andNothingIsSaidOfNone", () => {
  const status = {
    entries: 2_000,
    searchable: 500,
    pending: 1_500,
    ready_in_s: 61,
    languages: { en: 2_000 },
    floors: {},
  };
  assert.match(waiting(status) ?? "", /^1,500 of 2,000 .* About 2 minutes left\.$/);
  assert.match(waiting({ ...status, ready_in_s: 9 }) ?? "", /Less than a minute left/);
  assert.equal(waiting({ ...status, pending: 0 }), null);
});

test("blankAndDoubleWordings_areNotSent", () => {
  const body = bodyOf({ ...READ, variants: [" send back ", "", "send back", "refund"] });
  assert.deepEqual(body["variants"], ["send back", "refund"]);
});

test("draftWithoutAnswer_isFine_butNotPublished", () => {
  const draft: Draft = { ...BLANK, question: "Hm?" };
  assert.deepEqual(check(draft), {});
  assert.deepEqual(Object.keys(check({ ...draft, status: "published" })), ["answer"]);
});

test("everyWrongField_isNamed", () => {
  const wrong = check({
    ...READ,
    question: " ",
    url: "javascript:alert(1)",
    locale: "not a locale",
    variants: ["x".repeat(501)],
    valid_from: "2026-12-02T00:00",
    valid_until: "2026-12-01T00:00",
  });
  assert.deepEqual(Object.keys(wrong).sort(), ["locale", "question", "url", "valid_until", "variants"]);
});

test("changesOfTwo_goTogetherWhereOnlyOneChangedAField", () => {
  const mine: Draft = { ...READ, answer: "Within 60 days.", tags: ["returns", "refund"] };
  const theirs: Draft = { ...READ, answer: "Within 14 days.", locale: "en-GB" };
  const found = differences(READ, mine, theirs);
  assert.deepEqual(
    found.map(one => [one.field, one.clash, suggested(one)]),
    [
      ["answer", true, "mine"],
      ["locale", false, "theirs"],
      ["tags", false, "mine"],
    ],
  );
  const both = merged(mine, theirs, Object.fromEntries(found.map(one => [one.field, suggested(one)])));
  assert.deepEqual(both, {
    ...READ,
    answer: "Within 60 days.",
    locale: "en-GB",
    tags: ["returns", "refund"],
  });
});

test("sameChangeOfTwo_isNoDifference", () => {
  const both: Draft = { ...READ, answer: "Within 60 days." };
  assert.deepEqual(differences(READ, both, { ...both }), []);
});

test("validity_saysNothingWhileInForce", () => {
  const now = Date.parse("2026-11-25T12:00:00Z");
  assert.equal(validity({ valid_from: "2026-11-01T00:00:00Z" }, now), null);
  assert.equal(validity({ valid_until: "2026-11-01T00:00:00Z" }, now)?.kind, "bad");
  assert.match(validity({ valid_from: "2026-12-05T12:00:00Z" }, now)?.text ?? "", /^From /);
});

test("fileNames_sayTheirFormat", () => {
  assert.deepEqual(["a.CSV", "b.json", "c.ndjson", "d.xlsx", "csv.pdf"].map(formatOf), [
    "csv",
    "json",
    "jsonl",
    null,
    null,
  ]);
});

test("pastedList_comesApart_withoutDoubles", () => {
  assert.deepEqual(added(["a"], " b, a,,c\nb "), ["a", "b", "c"]);
  const value = ["a"];
  assert.equal(added(value, " a "), value);
});

test("same_looksInside_andTakesUndefinedForAbsent", () => {
  assert.ok(same({ a: [1, { b: 2 }], c: undefined }, { a: [1, { b: 2 }] }));
  assert.ok(!same({ a: [1, 2] }, { a: [1] }));
  assert.ok(!same([], {}));
  assert.ok(!same(null, {}));
});

test("proposedWording_saysInPlainWordsWhatItGains", () => {
  const one: Proposal = {
    text: "x",
    source: "visitors",
    asked: 3,
    now: "not_found",
    after: "found",
    also_found: 1,
  };
  assert.equal(gain(one), "Found now: no → yes");
  assert.equal(origin(one), "Customers asked it 3 times, in vain");
  assert.equal(alsoFound(one), "Answers 1 more question that customers asked in vain.");
  assert.equal(isClear(one), true);
  assert.match(gain({ ...one, after: "not_found" }), /not before this entry is published/);
  assert.equal(isClear({ ...one, after: "not_found" }), false);
  assert.equal(isClear({ ...one, now: "taken", taken_by: { id: "2", question: "y" } }), false);
  assert.equal(alsoFound({ ...one, also_found: 0 }), null);
});

test("modelThatDidNotWrite_isSaidWithWhatToDo", () => {
  const none: Proposals = { items: [], asked_in_vain: 0 };
  assert.equal(why(none), null);
  assert.match(why({ ...none, trouble: "no_model" }) ?? "", /No model is set up/);
  assert.equal(remedy("no_model")?.page, "models");
  assert.match(why({ ...none, trouble: "budget_exhausted" }) ?? "", /budget is used up/);
  assert.equal(remedy("budget_exhausted")?.page, "money");
  assert.equal(remedy("model_failed"), null);
});
