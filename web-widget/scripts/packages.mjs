/** Installs what package-lock.json names, once: `npm ci` alone would begin anew each time, and the build asks for it twice. */
import { execSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const MARK = "node_modules/.parley-packages";

const wanted = createHash("sha256")
  .update(readFileSync("package-lock.json"))
  .update(`${process.platform} ${process.arch} ${process.versions.modules}`)
  .digest("hex");

if (installed() !== wanted) {
  execSync("npm ci --no-audit --no-fund", { stdio: "inherit" });
  // Last, so that an installation that was cut off is begun anew.
  writeFileSync(MARK, wanted);
}

function installed() {
  try {
    return readFileSync(MARK, "utf8");
  } catch {
    return null;
  }
}
