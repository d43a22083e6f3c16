/**
 * Which source imports which, read from the text. Imports of types count, since they also make code harder to follow.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** By path below `src/`, written as `console/kit/page.tsx`. */
export type Imports = ReadonlyMap<string, readonly string[]>;

const IMPORT = /(?:\bfrom|\bimport|\bimport\()\s*"(\.[^"]+)"/g;

export function readImports(root: string): Imports {
  const names = readdirSync(root, { recursive: true, encoding: "utf8" })
    .map(name => name.replaceAll("\\", "/"))
    .filter(name => /\.tsx?$/.test(name));
  return new Map(names.map(name => [name, importsOf(root, name)]));
}

function importsOf(root: string, name: string): readonly string[] {
  const text = readFileSync(join(root, name), "utf8");
  return [...text.matchAll(IMPORT)].map(([, spec = ""]) => {
    const to = normalize(join(dirname(name), spec.replace(/\?.*$/, ""))).replaceAll("\\", "/");
    const found = [to, `${to}.ts`, `${to}.tsx`, `${to}/index.ts`, `${to}/index.tsx`].find(
      one => /\.\w+$/.test(one) && existsSync(join(root, one)),
    );
    if (!found) throw new Error(`${name} imports ${spec}, which is not there`);
    return found;
  });
}

/** Modules that import themselves indirectly, each cycle once, as `a -> b -> a`. */
export function cycles(imports: Imports): readonly string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (name: string, way: readonly string[]): void => {
    const at = way.indexOf(name);
    if (at >= 0) {
      found.push([...way.slice(at), name].join(" -> "));
      return;
    }
    if (done.has(name)) return;
    for (const next of imports.get(name) ?? []) visit(next, [...way, name]);
    done.add(name);
  };
  for (const name of imports.keys()) visit(name, []);
  return found;
}

/** What an area may import besides itself. An area is a folder, or a single file of the folder above. */
export type Areas = Readonly<Record<string, readonly string[]>>;

/** The longest area that contains the path; `console/kit` before `console`. */
export function areaOf(name: string, areas: Areas): string | null {
  const fits = Object.keys(areas).filter(
    area => name.startsWith(`${area}/`) || name.replace(/\.\w+$/, "") === area,
  );
  return fits.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Imports that the table does not allow, as `from -> to`. */
export function trespasses(imports: Imports, areas: Areas): readonly string[] {
  return [...imports].flatMap(([from, all]) =>
    all
      .filter(to => {
        const [here, there] = [areaOf(from, areas), areaOf(to, areas)];
        return !here || !there || (here !== there && !areas[here]?.includes(there));
      })
      .map(to => `${from} -> ${to}`),
  );
}
