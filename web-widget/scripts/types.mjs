/**
 * Makes the types of REST from its descriptions in src/docs: `npm run types`, after the descriptions were stored. They are checked in, so
 * that a build needs no service; a test holds them to the descriptions.
 */
import { writeFileSync } from "node:fs";
import { register } from "node:module";
import { pathToFileURL } from "node:url";

register("./compiler.mjs", import.meta.url);

/** Which description makes which types. */
export const TYPES = {
  "../src/docs/openapi.yaml": "src/console/api/shop-rest.ts",
  "../src/docs/openapi-console.yaml": "src/console/api/console-rest.ts",
};

/** @param {string} description a path */
export async function typesOf(description) {
  const { astToString, default: openapiTS } = await import("openapi-typescript");
  const all = await openapiTS(pathToFileURL(description), {
    immutable: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
  });
  // Of the operations the pages use the shapes alone.
  const shapes = all.filter(node => !("name" in node && /^(paths|webhooks|operations)$/.test(nameOf(node))));
  return `/** Made by \`npm run types\` from ${description.replace("../", "")}. */\n${astToString(shapes)}`;
}

/** @param {object} node */
function nameOf(node) {
  return /** @type {{ name?: { text?: string } }} */ (node).name?.text ?? "";
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const [description, types] of Object.entries(TYPES)) writeFileSync(types, await typesOf(description));
