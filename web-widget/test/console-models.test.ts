import assert from "node:assert/strict";
import { test } from "node:test";
import { ApiError } from "../src/console/api/http";
import { problemsOf } from "../src/console/kit/form";
import { move } from "../src/console/kit/order";
import {
  bodyOf,
  check,
  keepsKey,
  type Models,
  modelsOf,
  named,
  newLane,
  standings,
} from "../src/console/settings/models/rules";
import type { Lanes } from "../src/console/settings/models/types";

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

test("newLane_needsModelAndKey", () => {
  const wrong = check({ ...MODELS, lanes: [...MODELS.lanes, newLane("n", "lanes", MODELS)] });
  assert.deepEqual(Object.keys(wrong).sort(), ["lanes.2.key", "lanes.2.model"]);
});

test("refusalsOfTheServer_findTheirFields", () => {
  const of = (...pointers: readonly string[]) => {
    const errors = pointers.map(field => ({ code: "bad_lane", detail: field, field }));
    return Object.keys(problemsOf(new ApiError(422, "bad_lane", "", null, { errors }), MODELS, named));
  };
  assert.deepEqual(of("/lanes/1/model", "/speech/0/price"), ["lanes.1.model", "speech.0.price"]);
  assert.deepEqual(of("/lanes/0/timeouts/total_ms"), ["lanes.0.total_ms"]);
  assert.deepEqual(of("/lanes/0"), ["lanes.0.name"]);
  assert.deepEqual(of("/stay_in", "/moderation/x"), ["stay_in"]);
  const one = new ApiError(422, "key_refused", "The server refuses the key.", null, {
    field: "/lanes/0/key",
  });
  assert.deepEqual(problemsOf(one, MODELS, named), { "lanes.0.key": "The server refuses the key." });
  assert.deepEqual(problemsOf(new ApiError(422, "no_price", "The model x has no price."), MODELS, named), {});
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
