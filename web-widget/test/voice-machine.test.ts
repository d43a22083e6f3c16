import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Heard } from "../src/widget/voice/answers";
import { type Clip, type Event, IDLE, type State, step } from "../src/widget/voice/machine";

const LIMIT = 120_000;
const CLIP: Clip = { id: "r1", seconds: 12, peaks: "0123" };

/** The state after these events, and the effects of the last one. */
function after(state: State, ...events: readonly Event[]) {
  let effects: readonly { readonly type: string }[] = [];
  let now = state;
  for (const event of events) ({ state: now, effects } = step(now, event, LIMIT));
  return { state: now, todo: effects.map(e => e.type) };
}

const recording = after(IDLE, { type: "pressed" }, { type: "granted", at: 1_000 }).state;
const review: State = { is: "review", clip: CLIP, asks: false };
const hearing: State = { is: "hearing", clip: CLIP, asIs: false };
const answered = (answer: Heard): Event => ({ type: "answered", clip: CLIP.id, answer });
const failed = (kept: boolean): State => ({ is: "failed", clip: CLIP, why: "down", kept, asks: false });

describe("recording", () => {
  test("button_asksForTheMicrophoneAndNothingElse", () => {
    assert.deepEqual(after(IDLE, { type: "pressed" }), { state: { is: "asking" }, todo: ["ask"] });
  });

  test("microphoneThatComesTooLate_isLetGoOf", () => {
    const { state, todo } = after(
      IDLE,
      { type: "pressed" },
      { type: "cancel", at: 0 },
      { type: "granted", at: 1 },
    );
    assert.deepEqual([state, todo], [IDLE, ["drop"]]);
  });

  test("pause_doesNotCountAsTime", () => {
    const { state } = after(
      recording,
      { type: "pause", at: 5_000 },
      { type: "resume", at: 60_000 },
      { type: "pause", at: 61_000 },
    );
    assert.deepEqual(state, { is: "recording", spokenMs: 5_000, since: null, asks: false });
  });

  test("limit_endsItAndKeepsWhatWasSaid", () => {
    assert.deepEqual(after(recording, { type: "tick", at: 1_000 + LIMIT - 1 }).todo, []);
    const { state, todo } = after(recording, { type: "tick", at: 1_000 + LIMIT });
    assert.deepEqual([state.is, todo], ["finishing", ["stop"]]);
  });

  test("doneAtOnce_isTooShort", () => {
    const { state, todo } = after(recording, { type: "stop", at: 1_200 });
    assert.deepEqual([state, todo], [{ is: "refused", why: "short" }, ["drop"]]);
  });

  test("unplugged_keepsWhatWasSaidBefore", () => {
    assert.equal(after(recording, { type: "unplugged", at: 9_000 }).state.is, "finishing");
    const nothing = after(recording, { type: "unplugged", at: 1_100 }).state;
    assert.deepEqual(nothing, { is: "refused", why: "lost" });
  });

  test("escape_throwsAwayWhatIsShort_andAsksForWhatIsLong", () => {
    assert.deepEqual(after(recording, { type: "cancel", at: 2_000 }), { state: IDLE, todo: ["drop"] });
    const asked = after(recording, { type: "cancel", at: 20_000 });
    assert.deepEqual(asked.state, { is: "recording", spokenMs: 19_000, since: null, asks: true });
    assert.deepEqual(asked.todo, ["pause"]);
    const again = after(asked.state, { type: "cancel", at: 21_000 }).state;
    assert.deepEqual(again, { is: "recording", spokenMs: 19_000, since: null, asks: false });
    assert.deepEqual(after(asked.state, { type: "drop" }), { state: IDLE, todo: ["drop"] });
  });

  test("chatClosed_microphoneIsOffAndTheWordsAreKept", () => {
    const { state, todo } = after(recording, { type: "hidden", at: 9_000 });
    assert.deepEqual([state.is, todo], ["finishing", ["stop"]]);
    assert.equal(after(state, { type: "finished", clip: CLIP }).state.is, "review");
  });
});

describe("what was recorded", () => {
  test("understood_standsInTheBoxAndIsNotSent", () => {
    const { state, todo } = after(
      review,
      { type: "use" },
      answered({ is: "heard", text: "Hello", kept: true }),
    );
    assert.deepEqual([state, todo], [{ is: "attached", clip: CLIP }, ["write"]]);
  });

  test("nobodyUnderstands_recordingIsKept_andRetryUploadsTheSame", () => {
    const { state } = after(hearing, answered({ is: "unheard", why: "down", kept: true }));
    assert.deepEqual(state, failed(true));
    const retried = after(state, { type: "retry" });
    assert.deepEqual([retried.state, retried.todo], [hearing, ["upload"]]);
  });

  test("asItIs_isSentAtOnceWhereTheServiceHasIt", () => {
    assert.deepEqual(after(failed(true), { type: "asIs" }), { state: IDLE, todo: ["send"] });
  });

  test("asItIs_isUploadedFirstWhereTheServiceHasItNot", () => {
    const sending = after(failed(false), { type: "asIs" });
    assert.deepEqual(sending.todo, ["upload"]);
    for (const answer of [
      { is: "heard", text: "Hello", kept: true } as const,
      { is: "unheard", why: "down", kept: true } as const,
    ])
      assert.deepEqual(after(sending.state, answered(answer)), { state: IDLE, todo: ["send"] });
    assert.deepEqual(after(sending.state, answered({ is: "lost", why: "offline" })).state, {
      ...failed(false),
      why: "offline",
    });
  });

  test("shopThatKeepsNoSound_offersNoPersonWhoCouldHearIt", () => {
    const { state } = after(hearing, answered({ is: "unheard", why: "down", kept: false }));
    assert.deepEqual(state, { ...failed(true), kept: null });
    assert.deepEqual(after(state, { type: "asIs" }).todo, []);
    assert.deepEqual(after(state, { type: "retry" }).todo, ["upload"]);
    assert.deepEqual(after(state, { type: "typeInstead" }).todo, ["drop"]);
    const wished = after(failed(false), { type: "asIs" }).state;
    const heard = after(wished, answered({ is: "heard", text: "Hello", kept: false }));
    assert.deepEqual([heard.state, heard.todo], [{ is: "attached", clip: CLIP }, ["write"]]);
  });

  test("typedInstead_recordingGoesAlongWhereTheServiceHasIt", () => {
    const kept = after(failed(true), { type: "typeInstead" });
    assert.deepEqual([kept.state, kept.todo], [{ is: "attached", clip: CLIP }, ["write"]]);
    assert.deepEqual(after(failed(false), { type: "typeInstead" }), { state: IDLE, todo: ["drop"] });
  });

  test("connectionBack_triesAgainByItself_butOnlyThen", () => {
    const offline = after(hearing, answered({ is: "lost", why: "offline" })).state;
    assert.deepEqual(after(offline, { type: "online" }).todo, ["upload"]);
    assert.deepEqual(after(failed(false), { type: "online" }).todo, []);
  });

  test("emptyText_saysThatNothingIsHeard", () => {
    const { state } = after(hearing, answered({ is: "heard", text: "", kept: true }));
    assert.equal(state.is === "failed" && state.why, "silent");
  });

  test("cancelledWhileUploading_isStillThere_andALateAnswerIsNotHeard", () => {
    const back = after(hearing, { type: "cancel", at: 0 });
    assert.deepEqual([back.state, back.todo], [review, ["abort"]]);
    assert.deepEqual(after(back.state, answered({ is: "heard", text: "late", kept: true })).state, review);
  });

  test("answerToAnotherRecording_isNotHeard", () => {
    const other: Event = { type: "answered", clip: "r0", answer: { is: "heard", text: "other", kept: true } };
    assert.deepEqual(after(hearing, other).state, hearing);
  });

  test("escape_asksBeforeARecordingIsLost", () => {
    const asks = after(review, { type: "cancel", at: 0 });
    assert.deepEqual([asks.state, asks.todo], [{ ...review, asks: true }, []]);
    assert.deepEqual(after(asks.state, { type: "cancel", at: 0 }).state, review);
  });

  test("everyEventInEveryState_leadsSomewhere", () => {
    const states: readonly State[] = [
      IDLE,
      { is: "asking" },
      { is: "refused", why: "denied" },
      recording,
      { is: "finishing" },
      review,
      hearing,
      failed(true),
      { is: "attached", clip: CLIP },
    ];
    const events: readonly Event[] = [
      { type: "pressed" },
      { type: "granted", at: 2_000 },
      { type: "refused", why: "denied" },
      { type: "pause", at: 2_000 },
      { type: "resume", at: 2_000 },
      { type: "tick", at: 2_000 },
      { type: "stop", at: 2_000 },
      { type: "finished", clip: CLIP },
      { type: "keep" },
      { type: "use" },
      { type: "again" },
      { type: "retry" },
      { type: "asIs" },
      { type: "typeInstead" },
      { type: "online" },
      { type: "sent" },
    ];
    // Dropped recordings always need an effect: otherwise the microphone or the upload would continue.
    for (const state of states)
      for (const event of events) {
        const { state: now, todo } = after(state, event);
        const had = "clip" in state || state.is === "recording" || state.is === "asking";
        const has = "clip" in now || now.is !== "idle" || todo.includes("send") || event.type === "sent";
        assert.ok(!had || has || todo.includes("drop"), `${state.is} ${event.type}`);
      }
  });
});
