import assert from "node:assert/strict";
import { test } from "node:test";
import { Trouble } from "../src/console/api/http";
import { move } from "../src/console/kit/order";
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
import {
  bodyOf,
  check,
  fieldOf,
  keepsKey,
  type Models,
  modelsOf,
  newLane,
  standings,
} from "../src/console/settings/models/rules";
import type { Lanes } from "../src/console/settings/models/types";
import {
  check as checkLimits,
  dayIn,
  daysBefore,
  everyDay,
  bodyOf as limitsBody,
} from "../src/console/settings/money/amounts";
import {
  check as checkLook,
  isOrigin,
  bodyOf as lookBody,
  fieldOf as lookField,
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

const FOUND: Lanes = {
  lanes: [
    {
      name: "main",
      kind: "openai",
      base_url: "https://api.openai.com/v1",
      key_set: true,
      model: "gpt-4o-mini",
      timeouts: { between_tokens_ms: 900, total_ms: 20_000 },
    },
    {
      name: "own",
      kind: "compatible",
      base_url: "https://llm.shop.example/v1",
      model: "llama3",
      region: "eu",
    },
  ],
  operator: [],
};
const MODELS: Models = modelsOf(FOUND);
const lane = (at: number) => {
  const found = MODELS.lanes[at];
  assert.ok(found);
  return found;
};

test("lanesThatWereNotTouched_areSentAsTheyWere_withoutKeys", () => {
  const body = JSON.parse(JSON.stringify(bodyOf(MODELS)));
  assert.deepEqual(body.lanes[0], {
    name: "main",
    kind: "openai",
    model: "gpt-4o-mini",
    timeouts: { between_tokens_ms: 900, total_ms: 20_000 },
  });
  assert.equal(body.moderation, undefined);
  assert.deepEqual(check(MODELS), {});
});

test("storedKey_staysOnlyWithNameKindAndAddress", () => {
  assert.equal(keepsKey(lane(0)), true);
  const renamed = { ...lane(0), name: "other" };
  assert.equal(keepsKey(renamed), false);
  assert.match(check({ ...MODELS, lanes: [renamed] })["lanes.0.key"] ?? "", /again/);
  assert.deepEqual(check({ ...MODELS, lanes: [{ ...renamed, key: "sk-1" }] }), {});
});

test("laneBeyondTheBorder_isNamed", () => {
  assert.deepEqual(Object.keys(check({ ...MODELS, stay_in: "EU" })), ["lanes.0.region"]);
});

test("speechLanes_areHeldBesideTheOthersAndSentWithThem", () => {
  const heard = {
    name: "ear",
    kind: "openai",
    model: "whisper-1",
    key_set: true,
    price: "0.004/min",
  } as const;
  const models = modelsOf({ ...FOUND, speech: [heard] });

  const body = JSON.parse(JSON.stringify(bodyOf(models)));

  assert.deepEqual(check(models), {});
  assert.deepEqual(body.speech, [
    { name: "ear", kind: "openai", model: "whisper-1", price: "0.004/min", timeouts: {} },
  ]);
  assert.deepEqual(body.lanes, JSON.parse(JSON.stringify(bodyOf(MODELS))).lanes);
});

test("newSpeechLane_isWhisperUnderANameOfItsOwn_andNeedsAKey", () => {
  const first = newLane("n", "speech", MODELS);
  const second = newLane("m", "speech", { ...MODELS, speech: [first] });

  assert.deepEqual([first.name, first.model, second.name], ["speech", "whisper-1", "speech-2"]);
  assert.deepEqual(Object.keys(check({ ...MODELS, speech: [first] })), ["speech.0.key"]);
  const twin = { ...first, key: "sk-1", name: MODELS.lanes[0]?.name ?? "" };
  assert.deepEqual(Object.keys(check({ ...MODELS, speech: [twin] })), ["speech.0.name"]);
});

test("pricesByTheMinute_areForSpeechAlone", () => {
  const priced = (use: "lanes" | "speech", price: string) => {
    const lane = { ...newLane("n", use, MODELS), name: "fresh", model: "m", key: "sk-1", price };
    return Object.keys(check({ ...MODELS, [use]: [...MODELS[use], lane] }));
  };
  for (const price of ["0.006/min", "2.50/1.25/10", "0"])
    assert.deepEqual(priced("speech", price), [], price);
  assert.deepEqual(priced("speech", "6 cents"), ["speech.0.price"]);
  assert.deepEqual(priced("lanes", "0.006/min"), [`lanes.${MODELS.lanes.length}.price`]);
});

test("refusalOfASpeechLane_isShownAtIt", () => {
  const ear = newLane("n", "speech", MODELS);
  const at = fieldOf({ ...MODELS, speech: [ear] });
  const say = (code: string, detail: string) => at(new Trouble(422, code, detail));

  assert.equal(say("bad_lane", "Speech lane 1: `price` looks like 0.006/min."), "speech.0.price");
  assert.equal(say("model_gone", "Lane `speech`: the server does not have whisper-1."), "speech.0.model");
  assert.equal(say("bad_lane", "Speech lane 2: `name` is another lane's already."), null);
});

test("newLane_needsModelAndKey", () => {
  const wrong = check({ ...MODELS, lanes: [...MODELS.lanes, newLane("n", "lanes", MODELS)] });
  assert.deepEqual(Object.keys(wrong).sort(), ["lanes.2.key", "lanes.2.model"]);
});

test("refusalsOfTheServer_findTheirField", () => {
  const of = (code: string, detail: string) => fieldOf(MODELS)(new Trouble(422, code, detail));
  assert.equal(of("model_gone", "Lane `own`: the server does not have llama3."), "lanes.1.model");
  assert.equal(
    of("bad_lane", "Lane 2: `window` lies between 1,024 and 10,000,000 tokens."),
    "lanes.1.window",
  );
  assert.equal(of("bad_lane", "Lane 1: `timeouts.total_ms` lies between."), "lanes.0.total_ms");
  assert.equal(of("bad_lane", "Lane 9: `name` is another lane's already."), null);
  assert.equal(of("bad_stay_in", "`stay_in` is a short word."), "stay_in");
  assert.equal(of("no_price", "The model x has no price."), null);
});

test("lanes_changePlaces_andStayAtTheEnds", () => {
  assert.deepEqual(move(["a", "b", "c"], 2, -1), ["a", "c", "b"]);
  assert.deepEqual(move(["a", "b"], 0, -1), ["a", "b"]);
});

test("stateOfALane_saysTheWorstFirst", () => {
  const kinds = (state: Parameters<typeof standings>[0]) => standings(state).map(one => one.kind);
  assert.deepEqual(kinds({ breaker: "closed", alarms: [] }), ["accent"]);
  assert.deepEqual(kinds({ breaker: "open", alarms: ["key_refused"] }), ["bad", "bad"]);
  assert.match(standings({ breaker: "closed", alarms: ["ending"], days_left: 21 })[0]?.text ?? "", /21 days/);
  const last_error = { code: "bad_request", at: "2026-03-01T00:00:00Z" };
  const wants = [{ code: "max_completion_tokens", text: "This model wants max_completion_tokens." }];
  assert.deepEqual(
    standings({ breaker: "closed", alarms: [], failing: true, last_error, wants }).map(one => one.text),
    ["Failing: bad request", "This model wants max_completion_tokens."],
  );
  assert.deepEqual(kinds({ breaker: "closed", alarms: [], failing: false, last_error, wants }), [
    "accent",
    "",
  ]);
});

test("everyDayOfASpan_isThere", () => {
  const line = { calls: 1, estimated_calls: 0, input_tokens: 1, cached_tokens: 0, output_tokens: 1 };
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
  assert.equal(daysBefore("2026-03-01", 1), "2026-02-28");
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
} as const;

test("widgetSettings_goThereAndBack", () => {
  const look = lookOf(WIDGET);
  const { tenant: _, default_retention_hours: __, ...rest } = WIDGET;
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

test("missingField_isFoundInTheSentence", () => {
  const trouble = new Trouble(400, "field_missing", "The field `greeting` must be a string.");
  assert.equal(lookField(trouble), "greeting");
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
