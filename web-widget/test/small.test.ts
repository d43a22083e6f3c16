import assert from "node:assert/strict";
import { test } from "node:test";
import { delayMs, verdict } from "../src/client/backoff";
import { direction } from "../src/client/direction";
import { accent, contrast, rgb } from "../src/kit/color";
import { speech } from "../src/widget/i18n";
import { everyWord } from "../src/widget/i18n/all";
import { en } from "../src/widget/i18n/en";

test("backoff_growsToThirtySecondsWithFullJitter", () => {
  const longest = [0, 1, 2, 3, 4, 5, 6, 60].map(n => delayMs(n, () => 1));
  assert.deepEqual(longest, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  assert.equal(
    delayMs(3, () => 0),
    0,
  );
});

test("closeCodes_areJudgedAsTheProtocolSays", () => {
  const judged = [1001, 1012, 1006, 4408, 4429, 1008, 4500, 4999].map(verdict);
  assert.deepEqual(judged, ["spread", "spread", "retry", "retry", "retry", "renew", "final", "final"]);
});

test("anyAccent_staysReadable", () => {
  for (let i = 0; i < 4096; i += 7) {
    const wish = `#${i.toString(16).padStart(3, "0")}`;
    for (const dark of [false, true]) {
      const colors = accent(wish, dark);
      const parts = (css: string) =>
        (css.match(/\d+/g) ?? []).map(Number) as unknown as [number, number, number];
      const ground = dark ? ([28, 30, 34] as const) : ([255, 255, 255] as const);
      assert.ok(contrast(parts(colors.fill), parts(colors.onFill)) >= 4.5, `${wish} text on the accent`);
      assert.ok(contrast(parts(colors.text), ground) >= 4.5, `${wish} text in the accent`);
    }
  }
});

test("accentThatIsNoColour_isTheDefault", () => {
  assert.equal(rgb("red; background: url(//evil.example)"), null);
  assert.deepEqual(accent("nonsense", false), accent(undefined, false));
});

test("localeUnknown_fallsBackInOrder", () => {
  assert.equal(speech("fi", "de-AT", "en").locale, "de-AT");
  assert.equal(speech("constructor", null).locale, "en");
  assert.equal(speech("ar-EG").dir, "rtl");
});

test("everyLanguage_saysEverythingWithTheSamePlaces", () => {
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [language, words] of Object.entries(everyWord)) {
    assert.deepEqual(Object.keys(words).sort(), Object.keys(en).sort(), language);
    const keys = Object.keys(en) as (keyof typeof en)[];
    for (const key of keys) assert.deepEqual(places(words[key]), places(en[key]), `${language}.${key}`);
    const same = keys.filter(key => words[key] === en[key]);
    assert.ok(language === "en" || same.length <= 2, `${language} still has ${same} in English`);
  }
});

test("noticeThatBeginsWithAName_isWrittenInTheDirectionOfItsWords", () => {
  const found = [
    "Ben معك الآن.",
    "معك الآن Ben",
    "Nimbus ist da",
    "Benが担当いたします。",
    "שלום Ben",
    "2 × 30 €",
    "",
  ].map(direction);
  assert.deepEqual(found, ["rtl", "rtl", "ltr", "ltr", "rtl", "ltr", "ltr"]);
});
