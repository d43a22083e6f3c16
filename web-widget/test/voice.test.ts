import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { bars, digits, heights, level } from "../src/kit/recording/peaks";
import { minutes } from "../src/kit/recording/time";
import { type Heard, readAnswer } from "../src/widget/voice/answers";
import { type Clip, type Event, IDLE, type State, step } from "../src/widget/voice/machine";
import { bestType, fileName, whyNot } from "../src/widget/voice/mic";
import { discard, forget, keep, upload } from "../src/widget/voice/recordings";
import { fake, online, until, visitor } from "./visitors";

const LIMIT = 120_000;
const CLIP: Clip = { id: "r1", seconds: 12, peaks: "0123" };

/** Where these events lead to, and what is to be done on the last of them. */
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
    // What is dropped never without the order to do so: the microphone would stay on, the bytes on the service.
    for (const state of states)
      for (const event of events) {
        const { state: now, todo } = after(state, event);
        const had = "clip" in state || state.is === "recording" || state.is === "asking";
        const has = "clip" in now || now.is !== "idle" || todo.includes("send") || event.type === "sent";
        assert.ok(!had || has || todo.includes("drop"), `${state.is} ${event.type}`);
      }
  });
});

describe("answers of the service", () => {
  const say = (status: number, body: unknown) => readAnswer(Response.json(body, { status }));

  test("eachKind_meansWhatCanBeDone", async () => {
    assert.deepEqual(await say(201, { text: " Hello " }), { is: "heard", text: "Hello", kept: true });
    assert.deepEqual(await say(201, { text: null, failure: { code: "speech_unavailable" } }), {
      is: "unheard",
      why: "down",
      kept: true,
    });
    assert.deepEqual(await say(201, { text: "Hello", available: false }), {
      is: "heard",
      text: "Hello",
      kept: false,
    });
    assert.deepEqual(await say(201, { text: null, failure: { code: "nothing_heard" }, available: false }), {
      is: "unheard",
      why: "silent",
      kept: false,
    });
    assert.deepEqual(await say(422, { code: "audio_too_short" }), { is: "refused", why: "short" });
    assert.deepEqual(await say(422, { code: "audio_truncated" }), { is: "refused", why: "unusable" });
    assert.deepEqual(await say(422, { code: "audio_silent" }), { is: "lost", why: "silent" });
    assert.deepEqual(await say(429, { code: "rate_limited" }), { is: "lost", why: "busy" });
    assert.deepEqual(await say(503, { code: "draining" }), { is: "lost", why: "down" });
    assert.deepEqual(await readAnswer(new Response("<html>", { status: 502 })), { is: "lost", why: "down" });
  });
});

describe("sound", () => {
  test("digits_areAtMostAHundredAndTheLoudestIsNine", () => {
    const spoken = digits(Array.from({ length: 1_200 }, (_, i) => (i % 12) / 20));
    assert.match(spoken, /^\d{100}$/);
    assert.ok(spoken.includes("9"));
    assert.match(digits([0, 0, 0.001]), /^[0-4]{12}$/);
    assert.equal(digits([]), "");
  });

  test("peaksOfAnOddSender_areALevelLine", () => {
    for (const odd of [undefined, "", "12a", "1".repeat(101), "<b>"])
      assert.ok(
        heights(odd).every(height => height === 0),
        String(odd),
      );
    assert.deepEqual(heights("09"), [0, 9]);
    assert.equal(bars([9], 0, 1), "M1.5 1v18");
  });

  test("level_isTheRootOfTheMeanSquare", () => {
    assert.equal(level(new Float32Array([1, -1, 1, -1])), 1);
    assert.equal(level(new Float32Array()), 0);
  });

  test("recorderOfEachBrowser_isGivenWhatItCanWrite", () => {
    assert.equal(
      bestType(() => true),
      "audio/webm;codecs=opus",
    );
    assert.equal(
      bestType(type => type === "audio/mp4"),
      "audio/mp4",
    );
    assert.equal(
      bestType(type => type.startsWith("audio/ogg")),
      "audio/ogg;codecs=opus",
    );
    assert.equal(
      bestType(() => false),
      "",
    );
    assert.deepEqual(["audio/webm;codecs=opus", "audio/mp4", "video/x"].map(fileName), [
      "voice.webm",
      "voice.mp4",
      "voice.webm",
    ]);
  });

  test("whatTheBrowserThrows_isExplained", () => {
    const names = ["NotAllowedError", "NotFoundError", "NotReadableError", "SecurityError", "toString"];
    const said = names.map(name => whyNot(Object.assign(new Error(), { name })));
    assert.deepEqual(said, ["denied", "none", "inUse", "policy", "unsupported"]);
    assert.equal(whyNot(null), "unsupported");
  });

  test("minutes_areReadable", () => {
    assert.deepEqual([0, 5.9, 65, 600, -1].map(minutes), ["0:00", "0:05", "1:05", "10:00", "0:00"]);
  });
});

describe("a voice message", () => {
  const sound = new Blob(["sound"], { type: "audio/webm;codecs=opus" });

  test("uploadedAndSent_isInTheThreadWithItsRecording", async () => {
    const client = visitor();
    await until(client, online);
    keep(CLIP.id, sound);
    const heard = await upload(CLIP, client, new AbortController().signal);
    client.send("How long, please?", CLIP);
    const state = await until(client, s => s.messages.length === 1 && s.pending.length === 0);

    assert.equal(heard?.is, "heard");
    assert.equal(fake.recordings.get(CLIP.id)?.file, "voice.webm");
    assert.equal(fake.recordings.get(CLIP.id)?.peaks, CLIP.peaks);
    assert.equal(state.messages[0]?.text, "How long, please?");
    assert.equal(state.messages[0]?.recording?.id, CLIP.id);
  });

  test("sessionThatHasRunOut_isRenewedAndTheRecordingGoesThrough", async () => {
    const client = visitor();
    await until(client, online);
    keep(CLIP.id, sound);
    fake.forgetTokens();

    const heard = await upload(CLIP, client, new AbortController().signal);

    assert.equal(heard?.is, "heard");
    assert.equal(fake.heard, 1);
  });

  test("sentWhileOffline_keepsItsRecordingThroughAReload", async () => {
    const first = visitor();
    await until(first, online);
    keep(CLIP.id, sound);
    await upload(CLIP, first, new AbortController().signal);
    first.stop();
    first.send("", CLIP);
    assert.deepEqual(first.current.pending[0]?.recording, CLIP);

    const second = visitor();
    const state = await until(second, s => s.messages.length === 1 && s.owner === "waiting");

    assert.equal(state.messages[0]?.recording?.id, CLIP.id);
    assert.deepEqual(state.pending, []);
  });

  test("lineCut_saysOffline_andStoppedOnPurposeSaysNothing", async () => {
    const client = visitor({
      fetch: (input, init) =>
        String(input).includes("/voice")
          ? new Promise((_, fail) => {
              if (!init?.signal?.aborted) init?.signal?.addEventListener("abort", () => fail(new Error()));
              if (init?.body && !init.signal?.aborted && fake.mute) fail(new TypeError("network"));
            })
          : fetch(input, init),
    });
    await until(client, online);
    keep(CLIP.id, sound);
    const stop = new AbortController();
    const given = upload(CLIP, client, stop.signal);
    stop.abort();
    fake.mute = true;

    assert.equal(await given, null);
    assert.deepEqual(await upload(CLIP, client, new AbortController().signal), {
      is: "lost",
      why: "offline",
    });
  });

  test("thrownAway_isDeletedByTheService", async () => {
    const client = visitor();
    await until(client, online);
    keep(CLIP.id, sound);
    await upload(CLIP, client, new AbortController().signal);

    forget(CLIP.id);
    discard(CLIP.id, client);
    while (fake.discarded.length === 0) await new Promise(setImmediate);

    assert.deepEqual(fake.discarded, [CLIP.id]);
    assert.deepEqual(await upload(CLIP, client, new AbortController().signal), {
      is: "refused",
      why: "unusable",
    });
  });
});

test("everyLanguage_saysAllOfVoiceWithTheSamePlaces", () => {
  const folder = "src/widget/i18n/voice";
  const read = (file: string) =>
    JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as Record<string, string>;
  const places = (text = "") => (text.match(/\{\w+\}/g) ?? []).sort();
  const files = readdirSync(folder);
  assert.deepEqual(files, readdirSync("src/widget/i18n/words"));
  const en = read("en.json");
  for (const file of files) {
    const words = read(file);
    assert.deepEqual(Object.keys(words), Object.keys(en), file);
    for (const key of Object.keys(en))
      assert.deepEqual(places(words[key]), places(en[key]), `${file} ${key}`);
    const same = Object.keys(en).filter(key => words[key] === en[key]);
    assert.ok(file === "en.json" || same.length <= 1, `${file} still has ${same} in English`);
  }
});
