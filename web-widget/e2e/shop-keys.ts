/** The chat on pages with keyboard shortcuts of their own. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { becomes, script, type Visit } from "./harness";
import { TAG, visitTo } from "./shop";

/** Records the keys that the page receives; commands are carried out as on such pages. */
const HOTKEYS = `<script>
  window.heard = [];
  const typing = t => t.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(t.tagName);
  const hear = where => e => {
    if (typing(e.target)) return;
    window.heard.push(where + " " + e.type + " " + e.key);
    e.preventDefault();
  };
  for (const type of ["keydown", "keypress", "keyup"]) {
    document.addEventListener(type, hear("document"));
    document.addEventListener(type, hear("document on the way down"), true);
    window.addEventListener(type, hear("window"));
    addEventListener("load", () => setTimeout(() =>
      document.documentElement.addEventListener(type, hear("root on the way down"), true)));
  }
  window.late = () => { for (const type of ["keydown", "keypress", "keyup"]) window.addEventListener(type, hear("window on the way down"), true); };
</script>`;

async function hotkeys(): Promise<Visit> {
  const visit = await visitTo({
    head: HOTKEYS + TAG.replace("data-tenant", 'data-open="true" data-tenant'),
    body: "<body><h1>Gallery</h1><input></body>",
  });
  await visit.input.waitFor();
  await visit.page.evaluate(() => (window as unknown as { late(): void }).late());
  return visit;
}

const heard = (visit: Visit) =>
  visit.page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));

test("keysTypedInTheBox_neverReachThePage", { timeout: 60_000 }, async () => {
  const visit = await hotkeys();
  await script({ text: "Gladly." });
  await visit.page.locator("h1").click();
  await visit.page.keyboard.press("s");
  assert.notDeepEqual(await heard(visit), [], "the page hears its own keys");

  await visit.input.focus();
  await visit.page.keyboard.type("search/ckS? #");
  await visit.page.keyboard.press("Shift+ArrowLeft");
  await visit.page.keyboard.press("End");
  await visit.page.keyboard.press("Control+Alt+q");
  await visit.page.keyboard.press("Alt+k");
  await visit.page.keyboard.press("Backspace");
  await visit.page.keyboard.press("Shift+Enter");
  await visit.page.keyboard.type("x");

  assert.deepEqual(await heard(visit), []);
  assert.equal(await visit.input.inputValue(), "search/ckS? \nx");
  await visit.page.keyboard.press("Enter");
  await becomes(() => visit.own.allInnerTexts(), ["search/ckS? \nx"]);
  await visit.page.keyboard.press("Escape");
  await becomes(() => visit.panel.isVisible(), false);
  assert.deepEqual(await heard(visit), []);
  await visit.end();
});

test("wordsComposed_stayInTheBoxAndAreNotSentByTheEnterThatChoosesThem", { timeout: 60_000 }, async () => {
  const visit = await hotkeys();
  await visit.input.focus();
  const ime = await visit.context.newCDPSession(visit.page);
  const key = { windowsVirtualKeyCode: 229, key: "Process", code: "KeyN" };
  await ime.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
  await ime.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
  await ime.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  await ime.send("Input.dispatchKeyEvent", {
    type: "rawKeyDown",
    windowsVirtualKeyCode: 229,
    key: "Enter",
    code: "Enter",
  });
  await ime.send("Input.insertText", { text: "日本" });

  assert.equal(await visit.input.inputValue(), "日本");
  assert.equal(await visit.own.count(), 0);
  assert.deepEqual(await heard(visit), []);
  await visit.end();
});

test("launcherPressedByKeys_isNotTakenForAShortcut", { timeout: 60_000 }, async () => {
  const body = `<body><script>document.addEventListener("keydown", e => e.key === " " && e.preventDefault())</script></body>`;
  const visit = await visitTo({ head: TAG, body });
  await visit.launcher.focus();

  await visit.page.keyboard.press(" ");

  await visit.input.waitFor();
  await visit.end();
});
