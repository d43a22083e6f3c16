import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { bars, digits, heights, level } from "../src/kit/recording/peaks";
import { minutes } from "../src/kit/recording/time";
import { readAnswer } from "../src/widget/voice/answers";
import type { Clip } from "../src/widget/voice/machine";
import { bestType, fileName, whyNot } from "../src/widget/voice/mic";
import { discard, forget, keep, upload } from "../src/widget/voice/recordings";
import { fake, online, until, visitor } from "./visitors";

const CLIP: Clip = { id: "r1", seconds: 12, peaks: "0123" };

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
