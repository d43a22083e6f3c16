// @ts-nocheck: Node runs it as it is, and what it prints is checked.
/** OpenAI's own client for Node against a running service; a test of the service starts it and reads what it prints. */
import OpenAI from "openai";

const [baseURL, apiKey, question] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
const ask = more => ({ model: "gpt-4o-mini", messages: [{ role: "user", content: question }], ...more });

const plain = await client.chat.completions.create(ask());
const conversation = plain.metadata.conversation;

let streamed = "";
let usage;
const stream = await client.chat.completions.create(
  ask({ stream: true, stream_options: { include_usage: true }, metadata: { conversation } }),
);
for await (const chunk of stream) {
  streamed += chunk.choices[0]?.delta?.content ?? "";
  usage = chunk.usage ?? usage;
}

const refused = async body => client.chat.completions.create(body).catch(error => [error.status, error.code]);
const models = [];
for await (const model of client.models.list()) models.push(model.id);

console.info(
  JSON.stringify({
    plain: plain.choices[0].message.content,
    conversation,
    streamed,
    tokens: usage.total_tokens,
    models,
    absent: await refused(ask({ metadata: { conversation: "018f3b5e-7c1a-7000-8000-000000000001" } })),
    empty: await refused(ask({ messages: [] })),
  }),
);
