/** The frames that both clients read are those of src/docs/asyncapi.yaml, with all required fields. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { KINDS, readFrame } from "../src/client/frames";
import { AGENT_KINDS } from "../src/console/live/frames";

interface Documented {
  readonly name: string;
  readonly required: readonly string[];
  /** The types of its own fields, as JSON Schema names them. */
  readonly fields: ReadonlyMap<string, string>;
  readonly example: string;
}

const text = readFileSync(new URL("../../src/docs/asyncapi.yaml", import.meta.url), "utf8");
const messages = text.slice(text.indexOf("\ncomponents:\n"));

/** The frames that the server sends to that side. */
function documented(side: "visitor" | "agent"): readonly Documented[] {
  const blocks = messages.split(/\n {4}(?=\S)/).filter(block => block.startsWith(`${side}.server.`));
  return blocks.map(block => ({
    name: one(block, /\n {6}name: (\S+)/),
    required: JSON.parse(one(block, /\n {8}required: (\[.*\])/)),
    fields: new Map(
      [...block.matchAll(/\n {10}(\w+):\n {12}type: (\w+)/g)].map(([, name = "", type = ""]) => [name, type]),
    ),
    example: one(block, /\n {8}- payload: (.*)/),
  }));
}

function one(block: string, what: RegExp): string {
  const found = what.exec(block)?.[1];
  assert.ok(found, `${what} in ${block.slice(0, 60)}`);
  return found;
}

/** Names as in `typeof`. */
const TYPES: Readonly<Record<string, string>> = {
  string: "string",
  integer: "number",
  number: "number",
  object: "object",
  array: "object",
};

const visitors = documented("visitor");
const agents = documented("agent");
const ofAConversation = ["message", "answer.begin", "answer.delta", "answer.end", "state", "typing"];

describe("frames of the visitor's socket", () => {
  test("allThatAreDocumented_areRead", () => {
    assert.deepEqual(Object.keys(KINDS).sort(), visitors.map(({ name }) => name).sort());
    for (const { example } of visitors) assert.deepEqual(readFrame(example, KINDS), JSON.parse(example));
  });

  for (const { name, required, fields } of visitors)
    test(`${name}_needsNoFieldThatMayBeMissing`, () => {
      for (const [field, type] of Object.entries(KINDS[name as keyof typeof KINDS])) {
        assert.ok(required.includes(field), field);
        assert.equal(TYPES[fields.get(field) ?? ""], type, field);
      }
    });
});

describe("frames of the agent's socket", () => {
  test("allThatAreDocumented_areRead", () => {
    for (const { example } of agents) assert.deepEqual(readFrame(example, AGENT_KINDS), JSON.parse(example));
  });

  test("visitorsFrames_areReadWithTheirConversation", () => {
    for (const { name, example } of visitors.filter(frame => ofAConversation.includes(frame.name))) {
      const frame = { ...JSON.parse(example), conversation: "018f3b5e-7c1a-7000-8000-000000000009" };
      assert.deepEqual(readFrame(JSON.stringify(frame), AGENT_KINDS), frame, name);
      assert.equal(readFrame(example, AGENT_KINDS), null, name);
    }
  });

  for (const { name, required, fields } of agents)
    test(`${name}_needsNoFieldThatMayBeMissing`, () => {
      for (const [field, type] of Object.entries(AGENT_KINDS[name as keyof typeof AGENT_KINDS])) {
        assert.ok(required.includes(field), field);
        assert.equal(TYPES[fields.get(field) ?? ""], type, field);
      }
    });
});
