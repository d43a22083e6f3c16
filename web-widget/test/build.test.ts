import assert from "node:assert/strict";
import { test } from "node:test";
import { resolveConfig } from "vite";

test("builtWhileTheServiceIsDeveloped_isWhatVisitorsGet", async () => {
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "development";
  try {
    // The first build: the others need its name.
    const config = await resolveConfig({}, "build", "extras", "development");
    assert.equal(config.isProduction, true);
  } finally {
    if (before === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = before;
  }
});
