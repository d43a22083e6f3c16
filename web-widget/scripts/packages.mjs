/**
 * Installs what package-lock.json names, once: `npm ci` alone would begin anew each time, and the build asks for packages early, and
 * again wherever they are needed. Whoever comes while another process installs waits for it.
 */
import { execSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";

const MARK = "node_modules/.parley-packages";
const LOCK = process.platform === "win32" ? `\\\\.\\pipe\\${hash(process.cwd())}` : ".parley-installing";

const { platform, arch, versions } = process;
const wanted = hash(`${readFileSync("package-lock.json", "utf8")}${platform} ${arch} ${versions.modules}`);

while (installed() !== wanted) {
  const lock = await locked();
  if (lock === null) continue;
  execSync("npm ci --no-audit --no-fund", { stdio: "inherit" });
  // Last, so that an installation that was cut off is begun anew.
  writeFileSync(MARK, wanted);
  lock.close();
}

/** Null once the other process has ended. A socket is nobody's once its process is gone, whatever ended that. */
function locked() {
  return new Promise(resolve => {
    const lock = createServer().listen(LOCK, () => resolve(lock));
    // A folder that takes no sockets has no lock.
    lock.on("error", error => resolve(is(error, "EADDRINUSE") ? otherEnded() : lock));
  });
}

function otherEnded() {
  return new Promise(resolve => {
    const other = connect(LOCK);
    other.on("error", error => is(error, "ECONNREFUSED") && rmSync(LOCK, { force: true }));
    other.on("close", () => resolve(null));
  });
}

/** @param {NodeJS.ErrnoException} error @param {string} code */
function is(error, code) {
  return error.code === code;
}

/** @param {string} text */
function hash(text) {
  return createHash("sha256").update(text).digest("hex");
}

function installed() {
  try {
    return readFileSync(MARK, "utf8");
  } catch {
    return null;
  }
}
