import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lines } from "../src/kit/card-lines";

describe("cards", () => {
  test("a currency stands behind its sums", () => {
    const order = { type: "order", number: "A-7", total: "59.90", currency: "EUR" };

    assert.deepEqual(lines(order), [
      ["number", "A-7"],
      ["total", "59.90 EUR"],
    ]);
  });

  test("lists and objects become text", () => {
    const order = { type: "order", items: [{ name: "Boots", quantity: 1 }, "Laces"], gift: true, note: null };

    assert.deepEqual(lines(order), [
      ["items", "Boots · 1\nLaces"],
      ["gift", "true"],
      ["note", ""],
    ]);
  });
});
