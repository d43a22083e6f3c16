/** Which types the sources import from a file. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";

/** @param {string} file @param {string} [except] a source that does not count @returns {readonly string[]} */
export function namesImportedFrom(file, except) {
  return readdirSync("src", { recursive: true, encoding: "utf8" })
    .map(name => join("src", name))
    .filter(name => /\.tsx?$/.test(name) && name !== except)
    .flatMap(name => namesIn(name, file));
}

/** @param {string} source @param {string} file */
function namesIn(source, file) {
  const text = readFileSync(source, "utf8");
  return [...text.matchAll(/\btype \{([^}]*)\} from "(\.[^"]+)"/g)]
    .filter(([, , from = ""]) => normalize(join(dirname(source), `${from}.ts`)) === normalize(file))
    .flatMap(([, names = ""]) => names.split(",").map(name => name.trim().replace(/ as .*/, "")))
    .filter(Boolean);
}

/** How one file imports another. @param {string} from @param {string} to */
export function specifier(from, to) {
  const path = relative(dirname(from), to).replaceAll("\\", "/").replace(/\.ts$/, "");
  return path.startsWith(".") ? path : `./${path}`;
}
