/**
 * `once.mjs <build> <script> …` runs scripts of package.json, each once for a build. Maven begins with them early, beside the compiler,
 * and asks again where they must have passed: then this waits, and runs again what has failed.
 */
import { execSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { locked } from "./lock.mjs";

const [build, ...scripts] = process.argv.slice(2);
if (!build) throw new Error("once.mjs <build> <script> …");

for (const script of scripts) {
  const mark = `node_modules/.parley-${script}`;
  while (passed(mark) !== build) {
    const lock = await locked(script);
    if (lock === null) continue;
    try {
      execSync(`npm run ${script}`, { stdio: "inherit" });
    } catch {
      // The script has said why.
      process.exit(1);
    }
    writeFileSync(mark, build);
    lock.close();
  }
}

/** @param {string} mark */
function passed(mark) {
  try {
    return readFileSync(mark, "utf8");
  } catch {
    return null;
  }
}
