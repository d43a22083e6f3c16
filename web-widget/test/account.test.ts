import assert from "node:assert/strict";
import { test } from "node:test";
import { bare, spaced } from "../src/console/account/second-factor";
import { ssoErrorOf, ssoHref } from "../src/console/account/sso";
import { browserOf } from "../src/console/kit/browser-name";
import { pieces } from "../src/console/kit/marked";

test("userAgent_isToldAsPeopleWould", () => {
  const chrome =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0 Safari/537.36";
  assert.equal(browserOf(chrome), "Chrome on Windows");
  assert.equal(browserOf(`${chrome} Edg/147.0`), "Edge on Windows");
  assert.equal(
    browserOf("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1"),
    "Safari on iPhone",
  );
  assert.equal(
    browserOf("Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0"),
    "Firefox on Linux",
  );
  assert.equal(browserOf("curl/8.5"), "curl/8.5");
  assert.equal(browserOf(undefined), "Unknown browser");
});

test("codeTypedWithBlanks_isSentWithout", () => {
  assert.equal(bare(" 123 456 "), "123456");
  assert.equal(spaced("ABCDEFGHIJ"), "ABCD EFGH IJ");
});

test("wayToTheProvider_bringsBackToThePage", () => {
  assert.equal(ssoHref("/v1/console/sso", ""), "/v1/console/sso");
  assert.equal(ssoHref("/v1/console/sso", "#/faq"), "/v1/console/sso?return=%23%2Ffaq");
  assert.equal(ssoHref("/v1/console/sso", "#password=x"), "/v1/console/sso");
  assert.equal(ssoHref("https://evil.example", ""), null);
  assert.equal(ssoHref("//evil.example", ""), null);
});

test("errorOfTheProvider_isShownWhateverItIs", () => {
  assert.match(ssoErrorOf("#sso=not_invited") ?? "", /invite/);
  assert.match(ssoErrorOf("#sso=constructor") ?? "", /Try again/);
  assert.equal(ssoErrorOf("#/inbox"), null);
});

test("marks_cutTheTextWhateverTheyAre", () => {
  const cut = (marks: readonly { from: number; until: number }[]) =>
    pieces("abcdef", marks)
      .map(({ text, marked }) => (marked ? `[${text}]` : text))
      .join("");
  assert.equal(cut([]), "abcdef");
  assert.equal(cut([{ from: 1, until: 3 }]), "a[bc]def");
  assert.equal(
    cut([
      { from: 4, until: 99 },
      { from: 0, until: 2 },
      { from: 1, until: 3 },
    ]),
    "[ab][c]d[ef]",
  );
  assert.equal(cut([{ from: 9, until: 12 }]), "abcdef");
});
