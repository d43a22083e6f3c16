import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Areas, areaOf, cycles, readImports, trespasses } from "./imports";

const SHARED = ["client", "kit"];
/** Parts used by the console's screens. */
const MEANS = [
  ...SHARED,
  ...["api", "preferences", "router", "session", "kit", "keys", "live", "css"].map(name => `console/${name}`),
];
const SCREENS = ["account", "faq", "inbox", "operator", "reports", "search", "settings"].map(
  name => `console/${name}`,
);

/** In order of dependency: an area imports only areas above it in this list. */
const AREAS: Areas = {
  client: [],
  kit: ["client"],
  loader: SHARED,
  widget: SHARED,
  // The widget's own panel, for the preview in the shop's settings.
  "widget/preview": [...SHARED, "widget"],
  "console/css": [],
  "console/api": SHARED,
  "console/router": [],
  "console/session": ["console/api"],
  "console/preferences": ["console/api"],
  "console/kit": [...SHARED, "console/api", "console/router"],
  "console/keys": ["console/api", "console/kit", "console/preferences", "console/router", "console/session"],
  "console/live": [
    ...SHARED,
    "console/api",
    "console/kit",
    "console/preferences",
    "console/router",
    "console/session",
  ],
  // Screens do not import each other: shared parts belong to the kit.
  ...Object.fromEntries(SCREENS.map(screen => [screen, MEANS])),
  "console/settings": [...MEANS, "widget/preview"],
  "console/routes": [...MEANS, ...SCREENS],
  "console/shell": [...MEANS, "console/routes"],
  "console/app": [...MEANS, "console/account", "console/routes", "console/shell"],
  "console/main": ["console/css", "console/app"],
};

const imports = readImports(fileURLToPath(new URL("../src/", import.meta.url)));

test("modules_importEachOtherInOneDirection", () => {
  assert.deepEqual(cycles(imports), []);
});

test("areas_importWhatTheTableAllows", () => {
  assert.deepEqual(trespasses(imports, AREAS), []);
});

test("table_opensNoBorderUpwards", () => {
  const order = Object.keys(AREAS);
  for (const [area, allowed] of Object.entries(AREAS))
    for (const one of allowed) assert.ok(order.indexOf(one) < order.indexOf(area), `${area} -> ${one}`);
});

test("sources_areReadWithTypesAndLateImports", () => {
  assert.ok(imports.get("console/routes.tsx")?.includes("console/inbox/page.tsx"));
  assert.ok(imports.get("widget/status.tsx")?.includes("widget/props.ts"));
  assert.ok(imports.get("loader/element.ts")?.includes("loader/launcher.css"));
});

test("cycle_isFoundOnce", () => {
  const circle = new Map([
    ["a", ["b"]],
    ["b", ["c"]],
    ["c", ["b", "d"]],
    ["d", []],
  ]);

  assert.deepEqual(cycles(circle), ["b -> c -> b"]);
});

test("import_acrossAClosedBorderIsNamed", () => {
  const areas: Areas = { client: [], kit: ["client"], "kit/inner": [] };
  const all = new Map([
    ["client/a.ts", ["kit/b.ts"]],
    ["kit/b.ts", ["client/a.ts", "kit/inner/c.ts"]],
    ["elsewhere/d.ts", ["client/a.ts"]],
  ]);

  assert.equal(areaOf("kit/inner/c.ts", areas), "kit/inner");
  assert.deepEqual(trespasses(all, areas), [
    "client/a.ts -> kit/b.ts",
    "kit/b.ts -> kit/inner/c.ts",
    "elsewhere/d.ts -> client/a.ts",
  ]);
});
