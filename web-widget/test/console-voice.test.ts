/** Voice messages at the desk: settings, and translations. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Message, Recording } from "../src/console/api/types";
import { wantsTranslation } from "../src/console/inbox/languages";
import { languageName, READABLE } from "../src/console/kit/languages";
import { reduceLive } from "../src/console/live/reduce";
import { initialLive } from "../src/console/live/state";
import { bodyOf, check, voiceOf } from "../src/console/settings/voice/rules";

const SETTINGS = { enabled: true, max_seconds: 120, keep_hours: 24, glossary: true, available: true };

function spoken(recording: Partial<Recording>, more: Partial<Message> = {}): Message {
  return {
    seq: 1,
    author: "visitor",
    text: "Wie lange?",
    at: "2026-11-30T05:00:00Z",
    recording: { id: "r1", seconds: 2, available: true, ...recording },
    ...more,
  };
}

describe("settings", () => {
  test("saved_asTheyWereRead", () => {
    const { available: _, ...rest } = SETTINGS;
    assert.deepEqual(bodyOf(voiceOf(SETTINGS)), rest);
  });

  test("numbers_mustBeWholeAndWithinWhatTheServiceTakes", () => {
    const voice = voiceOf(SETTINGS);
    assert.deepEqual(check(voice), {});
    assert.deepEqual(check({ ...voice, keep_hours: "0", max_seconds: "600" }), {});
    for (const odd of ["", " ", "4", "601", "1.5", "two"])
      assert.deepEqual(Object.keys(check({ ...voice, max_seconds: odd })), ["max_seconds"], odd);
    for (const odd of ["", "-1", "8785", "0.5"])
      assert.deepEqual(Object.keys(check({ ...voice, keep_hours: odd })), ["keep_hours"], odd);
  });
});

describe("translation", () => {
  test("anotherLanguageThanTheAgents_isWanted", () => {
    assert.equal(wantsTranslation(spoken({ language: "de" }), "en"), true);
    assert.equal(wantsTranslation(spoken({ language: "de", heard: "Wie lange" }, { text: "" }), "en"), true);
  });

  test("whatTheAgentReads_orNobodyKnows_isNot", () => {
    assert.equal(wantsTranslation(spoken({ language: "de-AT" }), "de"), false);
    assert.equal(wantsTranslation(spoken({ language: "de" }), "de-CH"), false);
    assert.equal(wantsTranslation(spoken({}), "en"), false);
    assert.equal(wantsTranslation(spoken({ language: "de" }, { text: "" }), "en"), false);
    assert.equal(wantsTranslation(spoken({ language: "de" }, { author: "agent" }), "en"), false);
    const { recording: _, ...typed } = spoken({});
    assert.equal(wantsTranslation(typed, "en"), false);
  });

  test("whatIsThereAlready_isNotAskedForAgain", () => {
    const translation = { language: "en", text: "How long?" };
    assert.equal(wantsTranslation(spoken({ language: "de", translation }), "en"), false);
    assert.equal(wantsTranslation(spoken({ language: "de", translation }), "fr"), true);
  });

  test("come_standsAtItsMessageAndAtNoOther", () => {
    const messages = [spoken({ language: "de" }), spoken({ language: "de" }, { seq: 2 })];
    const page = { type: "page", conversation: "c1", messages, before: null } as const;
    const translation = { language: "en", text: "How long?" };
    const state = reduceLive(reduceLive(initialLive("ada"), page), {
      type: "translated",
      conversation: "c1",
      seq: 1,
      translation,
    });

    const shown = state.threads.get("c1")?.messages.map(message => message.recording?.translation);
    assert.deepEqual(shown, [translation, undefined]);
  });

  test("languages_haveNames_andAnOddTagIsShownAsItIs", () => {
    assert.equal(languageName("de", "en"), "German");
    assert.equal(languageName("no tag at all", "en"), "no tag at all");
    for (const tag of READABLE) assert.notEqual(languageName(tag, "en"), tag);
  });
});
