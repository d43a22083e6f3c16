/** The descriptions in src/docs, as schemas by the names of their types. */
import { readFileSync } from "node:fs";
import { parseYaml } from "@redocly/openapi-core";

/** @typedef {import("./schemas.mjs").Schemas} Schemas */

export const SOCKETS = "asyncapi.yaml";
export const SHOP = "openapi.yaml";
export const CONSOLE = "openapi-console.yaml";

/** @param {string} name */
const read = name =>
  /** @type {any} */ (parseYaml(readFileSync(new URL(`../../src/docs/${name}`, import.meta.url), "utf8")));

/** @param {string} description @returns {Schemas} */
export const restOf = description => read(description).components.schemas;

/**
 * A socket's frames, each named like its message (`agent.client.send` is `AgentClientSend`), and for each direction the choice of all
 * (`AgentClientFrame`).
 *
 * @param {"visitor" | "agent"} socket
 * @returns {Schemas}
 */
export function framesOf(socket) {
  const { channels, operations, components } = read(SOCKETS);
  /** @type {Schemas} */
  const schemas = { ...components.schemas };
  for (const [name, message] of Object.entries(components.messages)) schemas[typeOf(name)] = message.payload;
  for (const [direction, side] of [
    ["receive", "Client"],
    ["send", "Server"],
  ]) {
    const messages = operations[`${socket}.${direction}`].messages.map(
      (/** @type {{ $ref: string }} */ { $ref }) => {
        const { $ref: of } = channels[socket].messages[last($ref)];
        return { $ref: `#/components/schemas/${typeOf(last(of))}` };
      },
    );
    schemas[`${typeOf(socket)}${side}Frame`] = { anyOf: messages };
  }
  return JSON.parse(JSON.stringify(schemas), (key, value) => (key === "$ref" ? local(value) : value));
}

/** @param {string} ref */
function local(ref) {
  const payload = /^#\/components\/messages\/([^/]+)\/payload$/.exec(ref)?.[1];
  return `#/components/schemas/${payload ? typeOf(payload) : last(ref)}`;
}

/** @param {string} ref */
const last = ref => ref.slice(ref.lastIndexOf("/") + 1);

/** @param {string} name as in `visitor.server.answer.begin` */
const typeOf = name => name.replace(/(?:^|\.)(\w)/g, (_, first) => first.toUpperCase());
