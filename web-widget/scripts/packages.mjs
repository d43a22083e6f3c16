/**
 * Installs what package-lock.json names, once: `npm ci` alone would begin anew each time, and the build asks for packages early, and
 * again wherever they are needed. Whoever comes while another process installs waits for it.
 */
import { execSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { locked } from "./lock.mjs";

const MARK = "node_modules/.parley-packages";

const wanted = createHash("sha256")
  .update(readFileSync("package-lock.json"))
  .update(`${process.platform} ${process.arch} ${process.versions.modules}`)
  .digest("hex");

while (installed() !== wanted) {
  const lock = await locked("packages");
  if (lock === null) continue;
  execSync("npm ci --no-audit --no-fund", { stdio: "inherit" });
  // Last, so that an installation that was cut off is begun anew.
  writeFileSync(MARK, wanted);
  lock.close();
}

function installed() {
  try {
    return readFileSync(MARK, "utf8");
  } catch {
    return null;
  }
}
