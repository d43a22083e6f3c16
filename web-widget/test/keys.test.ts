import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { COMMAND_IDS, COMMANDS, meet } from "../src/console/keys/catalogue";
import { fit, marks, ranked } from "../src/console/keys/fuzzy";
import { clash, meaning, named, type Press } from "../src/console/keys/press";
import { written } from "../src/console/kit/key-names";

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: "",
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});

test("key_isWhatItTypes", () => {
  assert.equal(named(press("z", { code: "KeyY" })), "z");
  assert.equal(named(press("?", { shiftKey: true, code: "Slash" })), "?");
  assert.equal(named(press("/", { shiftKey: true, code: "Digit7" })), "/");
  assert.equal(named(press("C")), "c", "Caps Lock");
  assert.equal(named(press("C", { shiftKey: true })), "C");
  assert.equal(named(press("ArrowDown")), "down");
});

test("keyThatTypesNoLatinLetter_isTheOneThatSitsThere", () => {
  assert.equal(named(press("ل", { code: "KeyG" })), "g");
  assert.equal(named(press("ш", { code: "KeyI" })), "i");
  assert.equal(named(press("ü", { code: "BracketLeft" })), "ü");
});

test("keyWithAlt_isLeftAlone", () => {
  assert.equal(named(press("@", { altKey: true, ctrlKey: true, code: "KeyQ" })), null);
  assert.equal(named(press("AltGraph")), null);
  assert.equal(named(press("Shift", { shiftKey: true })), null);
});

test("chord_isOneOnEverySystem", () => {
  assert.equal(named(press("k", { ctrlKey: true })), "mod+k");
  assert.equal(named(press("k", { metaKey: true })), "mod+k");
  assert.equal(named(press("Enter", { metaKey: true })), "mod+enter");
});

const bound = [
  { keys: "g i", command: "inbox" },
  { keys: "g s", command: "search" },
  { keys: "i", command: "details" },
];

test("twoKeys_areOneCommandWhenTheyComeInTime", () => {
  const first = meaning("g", 1_000, null, bound);
  assert.deepEqual(first, { is: "begun", pending: { key: "g", at: 1_000 } });
  const pending = { key: "g", at: 1_000 };
  assert.deepEqual(meaning("i", 1_400, pending, bound), { is: "command", command: "inbox" });
  assert.deepEqual(meaning("i", 9_000, pending, bound), { is: "command", command: "details" });
  assert.deepEqual(meaning("x", 1_400, pending, bound), { is: "nothing" });
});

test("keysOfOnePlace_neverClash", () => {
  for (const a of COMMAND_IDS)
    for (const b of COMMAND_IDS)
      if (a < b && meet(a, b)) assert.ok(!clash(COMMANDS[a].keys, COMMANDS[b].keys), `${a} and ${b}`);
});

test("clash_isTheSameOrTheBeginning", () => {
  assert.ok(clash("g", "g i"));
  assert.ok(clash("g i", "g i"));
  assert.ok(!clash("g i", "g s"));
  assert.ok(!clash("", ""));
});

test("keysForPeople_areWrittenAsOnTheKeyboard", () => {
  assert.deepEqual(written("g i", false), ["G", "I"]);
  assert.deepEqual(written("mod+k", true), ["⌘ K"]);
  assert.deepEqual(written("mod+enter", false), ["Ctrl Enter"]);
  assert.deepEqual(written("A", false), ["⇧ A"]);
  assert.deepEqual(written("?", false), ["?"]);
});

test("fewLetters_findTheirText", () => {
  const texts = Object.values(COMMANDS).map(command => command.text);
  const best = (query: string) => ranked(query, texts, text => text)[0]?.[0];
  assert.equal(best("inbox"), "Go to the inbox");
  assert.equal(best("gtr"), "Go to reports");
  assert.equal(best("snooze"), "Snooze it");
  assert.equal(best("claim"), "Claim it");
});

test("lettersInAnotherOrder_doNotFit", () => {
  assert.equal(fit("xobni", "Go to the inbox"), null);
  assert.notEqual(fit("", "anything"), null);
});

test("accentsAndCase_doNotMatter", () => {
  assert.notEqual(fit("lukasz", "ŁUKASZ Wójcik".replace("Ł", "L")), null);
  assert.notEqual(fit("wojcik", "Łukasz Wójcik"), null);
  assert.notEqual(fit("محمد", "مُحَمَّد"), null);
});

test("marks_countUtf16Units", () => {
  assert.deepEqual(marks("🙂 ab", [2, 3]), [{ from: 3, until: 5 }]);
  const found = fit("ab", "🙂 ab");
  assert.deepEqual(marks("🙂 ab", found?.at ?? []), [{ from: 3, until: 5 }]);
});

test("everyCommand_isBoundSomewhere", () => {
  const root = new URL("../src/console/", import.meta.url);
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter(name => /\.tsx?$/.test(name) && !name.endsWith("catalogue.ts"))
    .map(name => readFileSync(new URL(name, root), "utf8"))
    .join("\n");
  assert.deepEqual(
    COMMAND_IDS.filter(id => !sources.includes(`"${id}"`)),
    [],
  );
});
