/** TypeScript from schemas, one declaration for each. */
import { execFileSync } from "node:child_process";
import { register } from "node:module";

register("./compiler.mjs", import.meta.url);

/** @typedef {Record<string, any>} Schemas by name */

const REF = "#/components/schemas/";

/** The schemas of these names with all that they refer to. @param {Schemas} schemas @param {readonly string[]} names */
export function needed(schemas, names) {
  /** @type {Set<string>} */
  const found = new Set();
  const visit = (/** @type {string} */ name) => {
    if (found.has(name)) return;
    found.add(name);
    JSON.stringify(schemas[name] ?? {}, (key, value) => {
      if (key === "$ref") visit(value.slice(REF.length));
      return value;
    });
  };
  names.forEach(visit);
  return found;
}

/**
 * A file of the schemas of these names.
 *
 * @param {string} comment
 * @param {Schemas} schemas
 * @param {Set<string>} names
 * @param {Map<string, string>} elsewhere the module of each that another file declares
 */
export async function declarations(comment, schemas, names, elsewhere) {
  const own = [...names].filter(name => !elsewhere.has(name)).sort();
  const missing = own.filter(name => !(name in schemas));
  if (missing.length) throw new Error(`${missing} of ${comment} is not described`);
  const types = await typesOf(schemas, names);
  const used = own.flatMap(name => types.get(name)?.references ?? []);
  const text = [
    `/** ${comment} */`,
    importsOf(elsewhere, new Set(used)).join("\n"),
    ...own.map(name => types.get(name)?.declaration),
  ];
  return formatted(text.join("\n\n"));
}

/** @param {Map<string, string>} elsewhere @param {Set<string>} used */
function importsOf(elsewhere, used) {
  const modules = new Set(elsewhere.values());
  return [...modules].map(module => {
    const names = [...used].filter(name => elsewhere.get(name) === module).sort();
    return `import type { ${names.join(", ")} } from "${module}";`;
  });
}

/** @param {Schemas} schemas @param {Set<string>} names */
async function typesOf(schemas, names) {
  const { astToString, default: openapiTS } = await import("openapi-typescript");
  const document = {
    openapi: "3.1.0",
    info: { title: "Types", version: "1" },
    components: { schemas: Object.fromEntries([...names].map(name => [name, bare(schemas[name] ?? {})])) },
  };
  const nodes = await openapiTS(JSON.stringify(document), { immutable: true, silent: true });
  const components = /** @type {any} */ (
    nodes.find(node => /** @type {any} */ (node).name?.text === "components")
  );
  const { members } = components.members.find(
    (/** @type {any} */ member) => member.name.text === "schemas",
  ).type;
  return new Map(
    members.map((/** @type {any} */ member) => [
      member.name.text,
      declared(member.name.text, astToString(member.type), schemas[member.name.text]?.description),
    ]),
  );
}

/** @param {string} name @param {string} type @param {string | undefined} description */
function declared(name, type, description) {
  const references = new Set();
  const plain = type
    .replace(/components\["schemas"\]\["(\w+)"\]/g, (_, one) => {
      references.add(one);
      return one;
    })
    .replace(/^\s*(\/\*\*|\*) @(enum|constant)\b.*\n/gm, match =>
      match.includes("/**") && !match.includes("*/") ? "/**\n" : "",
    )
    .replaceAll("@description ", "")
    .trim()
    .replace(/;$/, "");
  const comment = description ? `/** ${description} */\n` : "";
  const declaration =
    /^\{[\s\S]*\}$/.test(plain) && !/^\}\s*[&|[]/m.test(plain)
      ? `${comment}export interface ${name} ${plain}`
      : `${comment}export type ${name} = ${plain};`;
  return { declaration, references: [...references] };
}

/**
 * Without what would only become a comment. A property may have the name of a keyword, as in `properties: { format: … }`: keywords
 * have no schema as their value.
 *
 * @param {unknown} schema
 */
function bare(schema) {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    const keyword = key === "examples" || (/^(example|format)$/.test(key) && typeof value === "string");
    return keyword ? undefined : value;
  });
}

/** @param {string} text */
function formatted(text) {
  return execFileSync("node_modules/.bin/biome", ["check", "--write", "--stdin-file-path=types.ts"], {
    input: text,
    encoding: "utf8",
  });
}
