/** The frames that both clients read are those of src/docs/asyncapi.yaml. The compiler compares their fields. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { parseYaml } from "@redocly/openapi-core";
import { KINDS, readFrame } from "../src/client/frames";
import { AGENT_KINDS } from "../src/console/live/frames";

type Frame = Readonly<Record<string, unknown>>;

interface Description {
  readonly operations: Readonly<Record<string, { readonly messages: readonly { readonly $ref: string }[] }>>;
  readonly components: {
    readonly messages: Readonly<
      Record<string, { readonly examples: readonly [{ readonly payload: Frame }] }>
    >;
  };
}

const { operations, components } = parseYaml(
  readFileSync(new URL("../../src/docs/asyncapi.yaml", import.meta.url), "utf8"),
) as Description;

/** Examples of all frames that the server sends to that side. */
function documented(side: "visitor" | "agent"): readonly Frame[] {
  const names = (operations[`${side}.send`]?.messages ?? []).map(({ $ref }) => $ref.replace(/.*\//, ""));
  return names.map(name => components.messages[name]?.examples[0].payload ?? {});
}

const types = (frames: readonly Frame[]) => frames.map(({ type }) => type).sort();

describe("frames of the visitor's socket", () => {
  const frames = documented("visitor");

  test("allThatAreDocumented_areRead", () => {
    assert.deepEqual(Object.keys(KINDS).sort(), types(frames));
    for (const frame of frames) assert.deepEqual(readFrame(JSON.stringify(frame), KINDS), frame);
  });
});

describe("frames of the agent's socket", () => {
  const frames = documented("agent");

  test("allThatAreDocumented_areRead", () => {
    assert.deepEqual(Object.keys(AGENT_KINDS).sort(), types(frames));
    for (const frame of frames) assert.deepEqual(readFrame(JSON.stringify(frame), AGENT_KINDS), frame);
  });

  for (const type of ["message", "answer.begin", "answer.delta", "answer.end", "state", "typing"])
    test(`${type}_withoutItsConversation_isIgnored`, () => {
      const { conversation, ...rest } = frames.find(frame => frame["type"] === type) ?? {};

      assert.ok(conversation);
      assert.equal(readFrame(JSON.stringify(rest), AGENT_KINDS), null);
    });
});
