/** The REST types match the descriptions. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { TYPES, typesOf } from "../scripts/types.mjs";

for (const [description, types] of Object.entries(TYPES))
  test(`${description}_isWhatTheTypesWereMadeFrom`, async () => {
    assert.equal(readFileSync(types, "utf8"), await typesOf(description), "run `npm run types`");
  });
