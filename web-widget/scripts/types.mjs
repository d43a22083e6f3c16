/**
 * Makes TypeScript types from the descriptions in src/docs: `npm run types`, after the descriptions were stored. They are checked in, so
 * that a build needs no service; a test compares them with the descriptions. Of REST, only what the sources import is made.
 */
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { CONSOLE, framesOf, restOf, SHOP, SOCKETS } from "./descriptions.mjs";
import { namesImportedFrom, specifier } from "./imports.mjs";
import { declarations, needed } from "./schemas.mjs";

/** @typedef {import("./schemas.mjs").Schemas} Schemas */

const VISITOR_FRAMES = "src/client/visitor-frames.ts";
const AGENT_FRAMES = "src/console/live/agent-frames.ts";
const CONSOLE_REST = "src/console/api/console-rest.ts";
const SHOP_REST = "src/console/api/shop-rest.ts";
const REPORTS_REST = "src/console/reports/console-rest.ts";
const SETTINGS_CONSOLE_REST = "src/console/settings/console-rest.ts";
const SETTINGS_SHOP_REST = "src/console/settings/shop-rest.ts";

/** What makes each file. Files come after those that import from them. */
export const TYPES = {
  [VISITOR_FRAMES]: () => visitorFrames(),
  [AGENT_FRAMES]: () => agentFrames(),
  [REPORTS_REST]: () => rest(CONSOLE, REPORTS_REST, CONSOLE_REST),
  [SETTINGS_CONSOLE_REST]: () => rest(CONSOLE, SETTINGS_CONSOLE_REST, CONSOLE_REST),
  [SETTINGS_SHOP_REST]: () => rest(SHOP, SETTINGS_SHOP_REST, SHOP_REST),
  [CONSOLE_REST]: () => rest(CONSOLE, CONSOLE_REST),
  [SHOP_REST]: () => rest(SHOP, SHOP_REST),
};

function visitorFrames() {
  const frames = framesOf("visitor");
  return fileOf(SOCKETS, frames, needed(frames, ["VisitorClientFrame", "VisitorServerFrame"]), new Map());
}

function agentFrames() {
  const frames = framesOf("agent");
  const names = needed(frames, ["AgentClientFrame", "AgentServerFrame"]);
  const visitors = needed(framesOf("visitor"), ["VisitorClientFrame", "VisitorServerFrame"]);
  const elsewhere = new Map();
  for (const name of names)
    if (visitors.has(name)) elsewhere.set(name, specifier(AGENT_FRAMES, VISITOR_FRAMES));
    else if (!(name in frames)) elsewhere.set(name, specifier(AGENT_FRAMES, CONSOLE_REST));
  return fileOf(SOCKETS, frames, names, elsewhere);
}

/** @param {string} description @param {string} file @param {string} [shared] has what both need */
function rest(description, file, shared) {
  const schemas = restOf(description);
  const elsewhere = new Map();
  if (shared)
    for (const name of needed(schemas, namesImportedFrom(shared, file)))
      elsewhere.set(name, specifier(file, shared));
  return fileOf(description, schemas, needed(schemas, namesImportedFrom(file)), elsewhere);
}

/** @param {string} description @param {Schemas} schemas @param {Set<string>} names @param {Map<string, string>} elsewhere */
async function fileOf(description, schemas, names, elsewhere) {
  return declarations(`Made by \`npm run types\` from src/docs/${description}.`, schemas, names, elsewhere);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const [file, made] of Object.entries(TYPES)) writeFileSync(file, await made());
