/** What the shop's own systems need: keys, webhooks, actions. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ApiError } from "../src/console/api/http";
import { argumentsOf, howItStands } from "../src/console/inbox/context/actions";
import { problemsOf } from "../src/console/kit/form";
import {
  bodyOf as actionBody,
  named as actionField,
  check as checkAction,
  draftOf,
  pointersOf,
  switched,
} from "../src/console/settings/actions/rules";
import { check as checkKey, bodyOf as keyBody, standing } from "../src/console/settings/keys/rules";
import {
  check as checkHook,
  bodyOf as hookBody,
  standing as hookStanding,
  outcome,
  type Webhook,
  whyPaused,
} from "../src/console/settings/webhooks/rules";

const AT = "2026-11-25T00:00:00Z";

test("apiKey_needsANameAndAScope_andADayToCome", () => {
  const wrong = checkKey({ name: " ", scopes: [], until: "2026-11-24" }, "2026-11-25");
  assert.deepEqual(Object.keys(wrong).sort(), ["name", "scopes", "until"]);
  assert.deepEqual(keyBody({ name: " Shop ", scopes: ["faq"], until: "" }), {
    name: "Shop",
    scopes: ["faq"],
  });
  const until = String(keyBody({ name: "Shop", scopes: ["faq"], until: "2027-01-31" })["expires_at"]);
  assert.equal(new Date(until).getDate(), 31);
});

test("apiKey_isGoodReplacedOrEnded", () => {
  const key = { id: "1", name: "Shop", scopes: ["faq"], created_at: "2026-11-01T00:00:00Z" };
  const now = Date.parse("2026-11-25T00:00:00Z");
  assert.equal(standing(key, now), "good");
  assert.equal(standing({ ...key, replaced_by: "2", expires_at: "2026-11-26T00:00:00Z" }, now), "ending");
  assert.equal(standing({ ...key, expires_at: "2026-11-24T00:00:00Z" }, now), "ended");
});

test("webhook_needsAWholeAddressAndAnEvent", () => {
  assert.deepEqual(Object.keys(checkHook({ url: "shop.example", events: [] })).sort(), ["events", "url"]);
  assert.deepEqual(checkHook({ url: " https://shop.example/p ", events: ["message.created"] }), {});
  assert.deepEqual(hookBody({ url: " https://shop.example/p ", events: ["message.created"] }), {
    url: "https://shop.example/p",
    events: ["message.created"],
  });
});

test("webhook_isActiveFailingOrPaused_withTheReasonInWords", () => {
  const hook: Webhook = { id: "1", url: "https://shop.example/", events: [], created_at: AT, failures: 0 };
  assert.equal(hookStanding(hook).text, "active");
  assert.equal(hookStanding({ ...hook, failures: 2 }).text, "failing");
  assert.deepEqual(hookStanding({ ...hook, paused: { at: AT, reason: "by_hand" } }), {
    kind: "warn",
    text: "paused",
  });
  assert.equal(hookStanding({ ...hook, paused: { at: AT, reason: "gone" } }).kind, "bad");
  assert.match(whyPaused("no_secret"), /Make a new secret/);
  assert.match(whyPaused("something_new"), /something_new/);
});

test("attempt_isToldInWords", () => {
  assert.equal(outcome({ at: AT, duration_ms: 5, status: 500 }), "the server answered 500");
  assert.equal(outcome({ at: AT, duration_ms: 5, error: "timeout" }), "no answer in time");
  assert.equal(outcome({ at: AT, duration_ms: 5, error: "something_new" }), "something_new");
});

test("action_goesThereAndBack", () => {
  const declared = {
    name: "order_status",
    description: "Looks it up.",
    parameters: { type: "object", properties: { number: { type: "string" } } },
    url: "https://shop.example/orders",
    method: "POST",
    auth_header: "Authorization",
    timeout_ms: 3_000,
    requires: "verified",
    confirm: "visitor",
    confirm_text: "Shall I?",
    customer_field: "customer_id",
    tell: { status: "/order/status", first: "/items/0" },
    card: { type: "order", fields: { total: "/total" } },
    enabled: true,
    idempotent: true,
  } as const;
  assert.deepEqual(actionBody(draftOf(declared)), declared);
  assert.deepEqual(switched({ ...declared, id: "1", auth_set: true }, false), {
    ...declared,
    enabled: false,
  });
});

test("action_isCheckedFieldByField", () => {
  const blank = {
    ...draftOf({}),
    parameters: "[]",
    auth_header: "X-Key",
    tell: "status",
    timeout_ms: "9000",
  };
  assert.deepEqual(Object.keys(checkAction(blank, false)).sort(), [
    "auth_value",
    "description",
    "name",
    "parameters",
    "tell",
    "timeout_ms",
    "url",
  ]);
  assert.ok(!("auth_value" in checkAction(blank, true)));
  assert.deepEqual(pointersOf(" a /b \n\nc_1   /d/0"), { a: "/b", c_1: "/d/0" });
  assert.equal(pointersOf("a b"), null);
});

test("partsOfACard_areFieldsOfTheirOwn", () => {
  const refused = new ApiError(400, "bad_tool", "It is a name.", null, { field: "/card/type" });
  assert.deepEqual(problemsOf(refused, draftOf({}), actionField), { card_type: "It is a name." });
});

test("actions_areToldAsTheyStand", () => {
  const action = { id: "1", name: "cancel", arguments: "{}", consent: true, tries: 1, conversation: "2" };
  assert.equal(howItStands({ ...action, state: "ended", outcome: "done" }), "Done");
  assert.match(howItStands({ ...action, state: "performing", outcome: "unknown" }), /check/);
  assert.match(howItStands({ ...action, state: "agreed" }), /not done/);
  assert.equal(howItStands({ ...action, state: "ended", outcome: "of another time" }), "Ended");
});

test("an action's arguments are told by name, whatever the model sent", () => {
  assert.deepEqual(argumentsOf('{"number":"A-7","count":2,"lines":[1]}'), [
    "number: A-7",
    "count: 2",
    "lines: [1]",
  ]);
  assert.deepEqual(argumentsOf("{}"), []);
  assert.deepEqual(argumentsOf("[1]"), ["[1]"]);
  assert.deepEqual(argumentsOf('{"number"'), ['{"number"']);
});
