/** The README's map contains every folder and every style sheet. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const src = fileURLToPath(new URL("../src/", import.meta.url));
const map = readFileSync(new URL("../README.md", import.meta.url), "utf8").split("## A map")[1] ?? "";
const found = readdirSync(src, { recursive: true, withFileTypes: true }).map(entry => ({
  folder: entry.isDirectory(),
  path: `${entry.parentPath}/${entry.name}`.replaceAll("\\", "/").slice(src.length).replace(/^\//, ""),
}));

test("everyFolder_isInTheMap", () => {
  const folders = found.filter(one => one.folder && !one.path.endsWith("css")).map(one => one.path);
  assert.deepEqual(
    folders.filter(folder => !map.includes(`\`${folder}\``)),
    [],
  );
});

test("everyStyleSheet_isInTheMap", () => {
  const sheets = found.filter(one => one.path.endsWith(".css")).map(one => one.path);
  assert.deepEqual(
    sheets.filter(sheet => !map.includes(`\`${sheet.replace("console/css/", "")}\``)),
    [],
  );
});

test("nothingOfTheMap_isGone", () => {
  const named = [...map.matchAll(/^\| `([\w/.-]+)`/gm)].map(([, name = ""]) => name);
  const there = found.map(one => one.path.replace("console/css/", ""));
  assert.deepEqual(
    named.filter(name => !there.includes(name)),
    [],
  );
  assert.ok(named.length > 40);
});
