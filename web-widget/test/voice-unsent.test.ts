import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { IDLE, type State, step } from "../src/widget/voice/machine";
import { isMine, upload } from "../src/widget/voice/recordings";
import { isOver, keptFor, UnsentClip } from "../src/widget/voice/unsent";
import { fake, online, shelf, until, visitor } from "./visitors";

const CLIP = { id: "unsent-1", seconds: 12, peaks: "0123" };
const SOUND = new Blob(["sound"], { type: "audio/webm" });
const NOW = Date.parse("2026-11-30T08:00:00Z");
const HOUR = 3_600_000;

async function chat() {
  const client = visitor();
  await until(client, online);
  return client;
}

/** On a page after the one where it was recorded. */
const nextPage = async (now = NOW) => new UnsentClip(await chat(), () => now);

describe("a recording that was not sent", () => {
  test("itsNextPage_offersWhatTheServiceMayHave", async () => {
    const first = new UnsentClip(await chat(), () => NOW);
    first.begin(CLIP, SOUND);
    first.tell();

    assert.deepEqual(await (await nextPage(NOW + HOUR)).find(), CLIP);
  });

  test("withoutItsBytes_neitherHereNorThere_isForgotten", async () => {
    new UnsentClip(await chat(), () => NOW).begin(CLIP, SOUND);

    assert.equal(await (await nextPage()).find(), null);
    assert.equal([...shelf.kept.keys()].filter(key => key.endsWith("spoken")).length, 0);
  });

  test("afterADay_isForgotten", async () => {
    const first = new UnsentClip(await chat(), () => NOW);
    first.begin(CLIP, SOUND);
    first.tell();

    assert.equal(await (await nextPage(NOW + 24 * HOUR)).find(), null);
    assert.equal(await (await nextPage(NOW)).find(), null);
  });

  test("isKeptNoLongerThanTheShopKeepsSound", () => {
    assert.deepEqual(
      [undefined, 0, 1, 24, 720].map(keptFor),
      [24, 0, 1, 24, 24].map(hours => hours * HOUR),
    );
    const kept = { ...CLIP, at: NOW, told: false };
    assert.deepEqual(
      [0, HOUR - 1, HOUR, -2 * HOUR].map(later => isOver(kept, NOW + later, 1)),
      [false, false, true, true],
    );
  });

  test("sent_isOfferedNoMore_andStillPlays", async () => {
    const client = await chat();
    const unsent = new UnsentClip(client, () => NOW);
    unsent.begin(CLIP, SOUND);
    unsent.tell();
    unsent.sent();

    assert.equal(await (await nextPage()).find(), null);
    assert.equal(isMine(CLIP.id), true);
  });

  test("thrownAway_isTakenBackFromTheServiceWhereItMayBeThere", async () => {
    const client = await chat();
    const unsent = new UnsentClip(client, () => NOW);
    unsent.begin(CLIP, SOUND);
    assert.equal(unsent.drop(), null);
    unsent.begin(CLIP, SOUND);
    unsent.tell();
    assert.equal(unsent.drop(), CLIP.id);

    assert.equal(isMine(CLIP.id), false);
    assert.equal(client.store.unsent(), null);
  });

  test("whoSignsOut_leavesNothingBehind", async () => {
    const client = await chat();
    const unsent = new UnsentClip(client, () => NOW);
    unsent.begin(CLIP, SOUND);
    unsent.tell();

    client.reset();

    assert.equal(client.store.unsent(), null);
    assert.equal(await (await nextPage()).find(), null);
  });

  test("sentOnAnotherPage_isLostToThisOne_butNotWhenThatOneHasRecordedAnew", async () => {
    const here = new UnsentClip(await chat(), () => NOW);
    here.begin(CLIP, SOUND);
    const key = [...shelf.kept.keys()].find(each => each.endsWith(".spoken")) as string;

    assert.equal(here.isLost({ key, newValue: "{}" }), false);
    assert.equal(here.isLost({ key: `${key}x`, newValue: null }), false);
    assert.equal(here.isLost({ key, newValue: null }), true);
    here.sent();
    assert.equal(here.isLost({ key, newValue: null }), false);
  });

  test("foundAgain_isHeardByWhatTheServiceHas", async () => {
    const client = await chat();
    fake.recordings.set("unsent-3", {
      type: "audio/webm",
      bytes: new Uint8Array(5),
      peaks: "",
      file: "voice.webm",
    });

    const heard = await upload({ ...CLIP, id: "unsent-3" }, client, new AbortController().signal);

    assert.equal(heard?.is, "heard");
  });

  test("offer_waitsForWhoRecords_andGoesWhereAnotherPageHasSentIt", () => {
    const offered = step(IDLE, { type: "found", clip: CLIP }, 120_000).state;
    assert.deepEqual(offered, { is: "review", clip: CLIP, asks: false });
    assert.deepEqual(step({ is: "asking" }, { type: "found", clip: CLIP }, 1).state, { is: "asking" });
    assert.deepEqual(step(offered, { type: "gone" }, 1).state, IDLE);
    const attached: State = { is: "attached", clip: CLIP };
    assert.deepEqual(step(attached, { type: "gone" }, 1).state, attached);
  });
});
