/**
 * Fails if the widget exceeds its size budget (brotli, as shops' visitors download it). The argument is the folder of
 * the build, by default `dist`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const FIRST = 4_000;
const ALL = 26_000;
const VOICE = 14_500;
const dist = process.argv[2] ?? "dist";
const files = ["widget.js", ...readdirSync(`${dist}/widget`).map(name => `widget/${name}`)];
const sizes = new Map(files.map(name => [name, brotliCompressSync(readFileSync(`${dist}/${name}`)).length]));
const first = sizes.get("widget.js") ?? 0;
// A visitor loads one language, and rarely used parts only on demand.
const languages = [...sizes].filter(([name]) => name.includes("/words-")).map(([, size]) => size);
const app = [...sizes].find(([name]) => name.includes("/app-"))?.[1] ?? 0;
const all = first + app + Math.max(...languages);
const spoken = [...sizes].filter(([name]) => name.includes("/spoken-")).map(([, size]) => size);
const voice = ([...sizes].find(([name]) => name.includes("/voice-"))?.[1] ?? 0) + Math.max(...spoken);

for (const [name, size] of sizes) console.info(`${String(size).padStart(6)} B br  ${name}`);
console.info(
  `${String(all).padStart(6)} B br  a conversation in the longest language (at most ${ALL}; first load at most ${FIRST})`,
);
console.info(`${String(voice).padStart(6)} B br  the first voice message (at most ${VOICE})`);
if (first > FIRST || all > ALL || voice > VOICE) {
  console.error("The widget is over its budget.");
  process.exit(1);
}
