import { rmSync } from "node:fs";
import { connect, createServer } from "node:net";

/**
 * For what only one process may do at a time. Null once the process that was doing it has ended. A socket is nobody's once its process
 * is gone, whatever ended that.
 *
 * @param {string} name
 * @returns {Promise<import("node:net").Server | null>}
 */
export function locked(name) {
  const path =
    process.platform === "win32"
      ? `\\\\.\\pipe\\${process.cwd().replaceAll("\\", "-")}-${name}`
      : `.parley-${name}`;
  return new Promise(resolve => {
    const lock = createServer().listen(path, () => resolve(lock));
    // A folder that takes no sockets has no lock.
    lock.on("error", error => resolve(is(error, "EADDRINUSE") ? otherEnded(path) : lock));
  });
}

/** @param {string} path @returns {Promise<null>} */
function otherEnded(path) {
  return new Promise(resolve => {
    const other = connect(path);
    other.on("error", error => is(error, "ECONNREFUSED") && rmSync(path, { force: true }));
    other.on("close", () => resolve(null));
  });
}

/** @param {NodeJS.ErrnoException} error @param {string} code */
function is(error, code) {
  return error.code === code;
}
