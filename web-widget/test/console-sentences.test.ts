import assert from "node:assert/strict";
import { test } from "node:test";
import { change, check, example, GROUPS, groupsOf, rebased } from "../src/console/settings/sentences/rules";

const PLACES = { joined: "{agent}" };
const own = (texts: Readonly<Record<string, string>>, language = "de") => ({
  sentences: { [language]: texts },
});

test("ownSentence_isCheckedBeforeItIsSent", () => {
  const wrong = (text: string, key = "greeting") => check(own({ [key]: text }), PLACES)[`de.${key}`];
  assert.equal(wrong("Moin!"), undefined);
  assert.match(wrong("  ") ?? "", /Write something/);
  assert.match(wrong("x".repeat(501)) ?? "", /Shorten/);
  assert.equal(wrong("👍".repeat(500)), undefined);
  assert.match(wrong("<b>Moin</b>") ?? "", /tag/);
  assert.match(wrong("Jemand ist da.", "joined") ?? "", /Keep \{agent\}/);
  assert.equal(wrong("{agent} ist da.", "joined"), undefined);
  assert.match(wrong("Hallo {name}!") ?? "", /\{name\} would stay/);
});

test("sentenceTakenBack_leavesNoEmptyLanguage", () => {
  const one = change({ sentences: {} }, "de", "greeting", "Moin!");
  assert.deepEqual(one, own({ greeting: "Moin!" }));
  assert.deepEqual(change(one, "de", "greeting", null), { sentences: {} });
});

test("colleaguesSentences_staySaved_underOnesOwnChanges", () => {
  const base = own({ greeting: "Moin!", thanks: "Gern!" });
  const mine = own({ greeting: "Tach!", thanks: "Gern!" });
  const theirs = { sentences: { de: { greeting: "Servus!" }, en: { greeting: "Hi!" } } };
  const { own: together, both } = rebased(base, mine, theirs);
  assert.deepEqual(together, { sentences: { de: { greeting: "Tach!" }, en: { greeting: "Hi!" } } });
  assert.deepEqual(both, ["de.greeting"]);
  assert.deepEqual(rebased(base, own({ thanks: "Gern!" }), base).own, own({ thanks: "Gern!" }));
});

test("example_readsAsVisitorsReadIt", () => {
  assert.equal(example("{agent} ist da.", "de"), "Ada ist da.");
  assert.match(example("Wieder am {opens}.", "de"), /Montag/);
});

test("sentenceThatThisPageDoesNotKnow_standsThereAllTheSame", () => {
  const known = GROUPS.flatMap(([, all]) => all.map(one => one.key));
  assert.equal(new Set(known).size, known.length);
  assert.deepEqual(groupsOf(["greeting", "new_one"]).at(-1)?.[1], [{ key: "new_one", when: "new one" }]);
});
