/** The generated types match the descriptions and what the sources import. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { TYPES } from "../scripts/types.mjs";

for (const [file, made] of Object.entries(TYPES))
  test(`${file}_isMadeFromItsDescription`, async () => {
    assert.equal(readFileSync(file, "utf8"), await made(), "run `npm run types`");
  });
