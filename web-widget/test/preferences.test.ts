import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { loadPreferences, prefer, preferences } from "../src/console/preferences";

const real = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = real;
});

test("whatIsChosenWhileTheOldOnesAreStillComing_stays", async () => {
  let come: (old: Response) => void = () => undefined;
  globalThis.fetch = ((_: unknown, init?: RequestInit) =>
    init?.method === "PUT"
      ? Promise.resolve(Response.json(JSON.parse(String(init.body))))
      : new Promise<Response>(done => {
          come = done;
        })) as typeof fetch;
  const loaded = loadPreferences("ben");
  await prefer({ reads_in: "de" });

  come(Response.json({ keys: true, sound: true, notifications: false, shortcuts: {} }));
  await loaded;

  assert.equal(preferences().reads_in, "de");
});
