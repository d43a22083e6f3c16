// @ts-nocheck: Node runs it as it is, and what it prints is checked.
/** OpenAI's own client for Node sends a recording to a running service; a test of the service starts it and reads what it prints. */
import { createReadStream } from "node:fs";
import OpenAI, { toFile } from "openai";

const [baseURL, apiKey, file] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
const heard = (response_format, more) =>
  client.audio.transcriptions.create({
    file: createReadStream(file),
    model: "whisper-1",
    response_format,
    ...more,
  });

const verbose = await heard("verbose_json", { timestamp_granularities: ["segment"] });
const translation = await client.audio.translations.create({
  file: createReadStream(file),
  model: "whisper-1",
});
const refused = await client.audio.transcriptions
  .create({ file: await toFile(Buffer.from("no sound"), "question.wav"), model: "whisper-1" })
  .catch(error => [error.status, error.code]);

console.info(
  JSON.stringify({
    json: (await heard("json")).text,
    text: await heard("text"),
    srt: await heard("srt"),
    vtt: await heard("vtt"),
    verbose: [verbose.language, verbose.duration, verbose.segments.length],
    translation: translation.text,
    refused,
  }),
);
