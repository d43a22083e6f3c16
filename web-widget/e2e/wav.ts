/** Input of the browser's fake microphone: bursts of a tone, as loud and as short as words. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const RATE = 48_000;

export function wavOfWords(seconds = 4): string {
  const samples = Buffer.alloc(RATE * seconds * 2);
  for (let i = 0; i < RATE * seconds; i++) {
    const at = i / RATE;
    const loud = Math.max(0, Math.sin(at * 2 * Math.PI * 1.7)) * (0.4 + 0.3 * Math.sin(at * 2.3));
    samples.writeInt16LE(Math.round(Math.sin(at * 2 * Math.PI * 220) * loud * 20_000), i * 2);
  }
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.length, 40);
  const path = join(mkdtempSync(join(tmpdir(), "parley-words-")), "words.wav");
  writeFileSync(path, Buffer.concat([head, samples]));
  return path;
}
