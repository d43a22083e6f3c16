import assert from "node:assert/strict";
import { test } from "node:test";
import { dayIn, shifted } from "../src/console/kit/days";
import { check as checkPlan, planOf, settingsOf } from "../src/console/settings/hours/plan";
import {
  hoursAWeek,
  nextSpan,
  openAt,
  type Shift,
  shiftProblems,
  shiftsOf,
  weekOf,
} from "../src/console/settings/hours/shifts";
import { check as checkProof, bodyOf as proofBody, proofOf } from "../src/console/settings/identity/rules";
import { faintOn, PALETTE } from "../src/console/settings/labels/label-color";
import { check as checkLimits, everyDay, bodyOf as limitsBody } from "../src/console/settings/money/amounts";
import {
  check as checkLook,
  isOrigin,
  bodyOf as lookBody,
  lookOf,
} from "../src/console/settings/widget/rules";

const SHIFTS: readonly Shift[] = [
  { day: "MONDAY", from: "13:00:00", until: "17:00:00" },
  { day: "MONDAY", from: "09:00", until: "12:00" },
  { day: "SUNDAY", from: "20:00", until: "00:00" },
];

test("week_isInOrder_andGoesBackAsShifts", () => {
  const week = weekOf(SHIFTS);
  assert.deepEqual(
    week.MONDAY.map(span => span.from),
    ["09:00", "13:00"],
  );
  assert.equal(shiftsOf(week).length, 3);
  assert.equal(hoursAWeek(week), 11);
  assert.deepEqual(shiftProblems(week), {});
});

test("shiftsThatOverlapOrEndEarly_areNamedByTheirPlace", () => {
  const week = weekOf([
    { day: "FRIDAY", from: "09:00", until: "12:00" },
    { day: "FRIDAY", from: "11:00", until: "14:00" },
    { day: "SATURDAY", from: "22:00", until: "06:00" },
    { day: "SUNDAY", from: "09:00", until: "" },
  ]);
  assert.deepEqual(Object.keys(shiftProblems(week)).sort(), [
    "week.FRIDAY.1",
    "week.SATURDAY.0",
    "week.SUNDAY.0",
  ]);
});

test("nextShift_comesAnHourAfterTheLast_andEndsWithTheDay", () => {
  assert.deepEqual(nextSpan([]), { from: "09:00", until: "17:00" });
  assert.deepEqual(nextSpan([{ from: "09:00", until: "12:00" }]), { from: "13:00", until: "17:00" });
  assert.deepEqual(nextSpan([{ from: "09:00", until: "21:00" }]), { from: "22:00", until: "00:00" });
});

test("shop_isOpenByItsOwnClocks", () => {
  const week = weekOf(SHIFTS);
  const monday = new Date("2026-11-23T08:30:00Z");
  assert.equal(openAt(monday, "Europe/Berlin", week, []), true);
  assert.equal(openAt(monday, "UTC", week, []), false);
  assert.equal(openAt(monday, "Europe/Berlin", week, ["2026-11-23"]), false);
  assert.equal(openAt(new Date("2026-11-29T22:59:00Z"), "Europe/Berlin", week, []), true);
  assert.equal(openAt(monday, "UTC", weekOf([]), []), true);
});

test("handoffPlan_goesThereAndBack_andNamesWhatIsMissing", () => {
  const settings = {
    assign: true,
    capacity: 5,
    patience_seconds: 90,
    when_nobody: "mail",
    hours: { zone: "Europe/Berlin", shifts: [], holidays: ["2026-12-25"] },
    bot_hands_over: "after_asking",
    max_bot_turns: 0,
    after_unanswered: 2,
    on_anger: false,
  } as const;
  const plan = planOf(settings);
  assert.equal(plan.patience, "1.5");
  assert.deepEqual(settingsOf(plan), settings);
  assert.deepEqual(Object.keys(checkPlan(plan)), ["mail_to"]);
  assert.deepEqual(Object.keys(checkPlan({ ...plan, mail_to: "a@b", zone: "Mars", capacity: "0" })).sort(), [
    "capacity",
    "zone",
  ]);
  const numbers = { ...plan, mail_to: "a@b", after_unanswered: "", max_bot_turns: "1.5" };
  assert.deepEqual(Object.keys(checkPlan(numbers)).sort(), ["after_unanswered", "max_bot_turns"]);
  assert.equal("max_bot_turns" in settingsOf({ ...plan, max_bot_turns: " " }), false);
});

test("everyColourOfThePalette_isSeenOnBothGrounds", () => {
  for (const [color] of PALETTE) assert.deepEqual(faintOn(color), [], color);
  assert.deepEqual(faintOn("#ffee88"), ["light"]);
  assert.deepEqual(faintOn("#10130f"), ["dark"]);
});

test("everyDayOfASpan_isThere", () => {
  const tokens = { input_tokens: 1, cached_tokens: 0, output_tokens: 1 };
  const line = { calls: 1, estimated_calls: 0, audio_seconds: 0, ...tokens };
  const items = [{ ...line, day: "2026-03-01", cost: "0.25", saved: "0" }];
  assert.deepEqual(
    everyDay("2026-02-27", "2026-03-02", items).map(one => [one.day, one.cost]),
    [
      ["2026-02-27", 0],
      ["2026-02-28", 0],
      ["2026-03-01", 0.25],
      ["2026-03-02", 0],
    ],
  );
  assert.equal(shifted("2026-03-01", -1), "2026-02-28");
  assert.equal(dayIn("Asia/Tokyo", new Date("2026-11-25T16:00:00Z")), "2026-11-26");
});

test("budget_isSentWithoutWhatIsEmpty_andTakesACommaForAPoint", () => {
  const limits = { day: "2,50", month: "", conversation_tokens: "50000", zone: "" };
  assert.deepEqual(limitsBody(limits), { day: "2.50", conversation_tokens: 50_000 });
  assert.deepEqual(Object.keys(checkLimits({ ...limits, month: "much", conversation_tokens: "1.5" })), [
    "month",
    "conversation_tokens",
  ]);
});

const WIDGET = {
  tenant: "demo",
  shop: "Alder & Pine",
  bot_name: "Juniper",
  greeting: "Hello!",
  starters: ["Where is it?"],
  accent: "#2f6f5e",
  locale: "en",
  assistant_notice: "A machine answers.",
  handoff_hint: "Write to us.",
  allowed_origins: ["https://shop.example"],
  default_retention_hours: 720,
  sentences: {},
} as const;

test("widgetSettings_goThereAndBack", () => {
  const look = lookOf(WIDGET);
  const { tenant: _, default_retention_hours: __, sentences: ___, ...rest } = WIDGET;
  assert.deepEqual(lookBody(look), rest);
  assert.deepEqual(lookBody({ ...look, retention_days: "0" })["retention_hours"], 0);
  assert.deepEqual(checkLook(look), {});
});

test("widgetSettings_refuseTagsBlanksAndStrangeOrigins", () => {
  const wrong = checkLook({
    ...lookOf(WIDGET),
    shop: "<b>x",
    greeting: " ",
    accent: "red",
    allowed_origins: ["https://shop.example/path"],
  });
  assert.deepEqual(Object.keys(wrong).sort(), ["accent", "allowed_origins", "greeting", "shop"]);
  assert.ok(isOrigin("http://localhost:*") && isOrigin("https://a.example:8443"));
  assert.ok(!isOrigin("https://*.example/") && !isOrigin("shop.example"));
});

test("identityProvidersKeySet_staysWhenSomethingElseIsSaved", () => {
  const jwks = { url: "https://id.example/keys", alg: "RS256" } as const;
  const proof = proofOf({ mode: "required", user_hash: true, audience: "shop", keys: [], secrets: [], jwks });
  assert.deepEqual(checkProof(proof, 0), {});
  assert.deepEqual(proofBody(proof)["jwks"], jwks);
});

test("identity_needsSomethingToCheckWith_andNoPrivateKey", () => {
  const proof = proofOf({ mode: "required", user_hash: true, keys: [], secrets: [] });
  assert.deepEqual(Object.keys(checkProof(proof, 0)), ["mode"]);
  assert.deepEqual(checkProof(proof, 1), {});
  const key = { kid: "a", alg: "RS256", public_key: "-----BEGIN PUBLIC KEY-----" } as const;
  const stolen = { ...key, kid: "b", public_key: "-----BEGIN RSA PRIVATE KEY-----" };
  const wrong = checkProof({ ...proof, keys: [key, stolen, key] }, 0);
  assert.deepEqual(Object.keys(wrong), ["keys.1", "keys.2"]);
  assert.match(wrong["keys.1"] ?? "", /private/);
  assert.deepEqual(JSON.parse(JSON.stringify(proofBody({ ...proof, audience: " " }))), {
    mode: "required",
    user_hash: true,
    keys: [],
  });
});
