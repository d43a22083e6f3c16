/** Requests of the console's pages that prevent overwriting a colleague's changes. */
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { ApiError, ask, etagOf, tagged } from "../src/console/api/http";

interface Sent {
  readonly url: string;
  readonly ifMatch: string | undefined;
  readonly body: unknown;
}

const real = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = real;
});

function answering(status: number, body: unknown, etag?: string): Sent[] {
  const sent: Sent[] = [];
  globalThis.fetch = async (url, init) => {
    const headers = init?.headers as Record<string, string>;
    sent.push({ url: String(url), ifMatch: headers["If-Match"], body: init?.body });
    return new Response(JSON.stringify(body), { status, headers: etag ? { etag } : {} });
  };
  return sent;
}

test("changeOfWhatWasRead_namesTheStateThatWasRead", async () => {
  const sent = answering(200, { url: "https://shop.example/" }, '"one"');
  const read = await ask<{ url: string }>("GET", "/webhooks/1");
  await ask("PUT", "/webhooks/1", { body: { ...read }, over: { ...read, url: "https://other.example/" } });
  await ask("PUT", "settings/voice", { body: {} });

  assert.deepEqual(
    sent.map(one => [one.url, one.ifMatch]),
    [
      ["/v1/webhooks/1", undefined],
      ["/v1/webhooks/1", '"one"'],
      ["/v1/console/settings/voice", undefined],
    ],
  );
  assert.equal(sent[1]?.body, '{"url":"https://shop.example/"}');
});

test("whatWasKeptInTheBrowser_getsItsTagBack", () => {
  const kept = JSON.parse(JSON.stringify(tagged({ id: "1" }, '"one"'))) as { id: string };

  assert.equal(etagOf(kept), undefined);
  assert.equal(etagOf(tagged(kept, '"one"')), '"one"');
});

test("refusalBecauseOfAColleague_isToldInPlainWords", async () => {
  answering(412, { code: "changed_meanwhile", detail: "It is no longer what `If-Match` names." });

  const refused = await ask("PUT", "settings/voice", { body: {} }).then(
    () => null,
    (error: unknown) => error as ApiError,
  );
  assert.ok(refused instanceof ApiError);
  assert.match(refused.detail, /Somebody else has changed this meanwhile/);
});

test("faults_arePlacesInTheBody", () => {
  const detail = "It is wrong.";
  const errors = [{ field: "/lanes/0/base_url", detail }, { detail }, { field: "/a~1b", detail }];
  const fields = (body: Record<string, unknown>) =>
    new ApiError(400, "bad", detail, null, body).faults.map(fault => fault.field);

  assert.deepEqual(fields({ errors, field: "/lanes/0/base_url" }), ["lanes.0.base_url", "a/b"]);
  assert.deepEqual(fields({ field: "/name" }), ["name"]);
  assert.deepEqual(fields({}), []);
});
