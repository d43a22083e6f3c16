import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { type Block, type Inline, inline, parse } from "../src/widget/markdown/parse";
import { plainText } from "../src/widget/markdown/plain";
import { safeUrl } from "../src/widget/markdown/url";

/** A short spelling of the tree, to compare it whole. */
const say = (nodes: readonly Inline[]): string =>
  nodes
    .map(n => {
      switch (n.kind) {
        case "text":
          return n.text;
        case "break":
          return "⏎";
        case "cite":
          return `cite(${n.number})`;
        case "link":
          return `link(${n.href}|${say(n.body)})`;
        case "code":
          return `code(${n.text})`;
        default:
          return `${n.kind}(${say(n.body)})`;
      }
    })
    .join("");

const sayBlocks = (found: readonly Block[]): string =>
  found
    .map(b => {
      switch (b.kind) {
        case "code":
          return `pre(${b.text})`;
        case "quote":
          return `quote(${sayBlocks(b.body)})`;
        case "table":
          return `table(${b.rows.map(row => row.map(say).join("|")).join(";")})`;
        case "list":
          return `${b.ordered ? `ol${b.start}` : "ul"}(${b.items.map(sayBlocks).join(";")})`;
        default:
          return `${b.kind === "heading" ? "h" : "p"}(${say(b.body)})`;
      }
    })
    .join("");

const inlines: readonly (readonly [string, string])[] = [
  ["plain", "plain"],
  ["**bold** and *em* and __b__ and _e_", "strong(bold) and em(em) and strong(b) and em(e)"],
  ["***both***", "strong(em(both))"],
  ["**a *b* c**", "strong(a em(b) c)"],
  ["snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"],
  ["~~gone~~ `**code**`", "del(gone) code(**code**)"],
  ["one\ntwo", "one⏎two"],
  ["\\*not em\\*", "*not em*"],
  ["see [1] and [12].", "see cite(1) and cite(12)."],
  ["[text](https://a.example/x_(y))", "link(https://a.example/x_(y)|text)"],
  ['[t](https://a.example "title")', "link(https://a.example/|t)"],
  ["![alt](https://a.example/p.png)", "link(https://a.example/p.png|alt)"],
  ["go to https://a.example/b.", "go to link(https://a.example/b|https://a.example/b)."],
  ["<https://a.example>", "link(https://a.example/|https://a.example)"],
  ["write to help@shop.example!", "write to link(mailto:help@shop.example|help@shop.example)!"],
  ["[call](tel:+4930123)", "link(tel:+4930123|call)"],
  ["[x](javascript:alert(1))", "x"],
  ["[x](data:text/html,hi)", "x"],
  ["[x](/relative)", "x"],
  ["[x](//evil.example)", "x"],
  ["<b>html</b> stays text", "<b>html</b> stays text"],
];

describe("inline", () => {
  for (const [text, tree] of inlines) test(JSON.stringify(text), () => assert.equal(say(inline(text)), tree));
});

describe("blocks", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["a\n\nb", "p(a)p(b)"],
    ["# Title\ntext", "h(Title)p(text)"],
    [
      "| Size | cm |\n|:--|--:|\n| **S** | 90 |\nM | 96 | x\n\nafter",
      "table(Size|cm;strong(S)|90;M|96)p(after)",
    ],
    ["a | b\n--- | ---\nx \\| y", "table(a|b;x | y|)"],
    ["a | b\nno table | here", "p(a | b⏎no table | here)"],
    ["| a | b |\n|---|", "p(| a | b |⏎|---|)"],
    ["- a\n- b\n  - c\n- d", "ul(p(a);p(b)ul(p(c));p(d))"],
    ["3. a\n4. b", "ol3(p(a);p(b))"],
    ["1. a\n\n2. b\n\nafter", "ol1(p(a);p(b))p(after)"],
    ["text\n- a", "p(text)ul(p(a))"],
    ["```js\n**x**\n```\nafter", "pre(**x**)p(after)"],
    ["> a\n> b", "quote(p(a⏎b))"],
    ["---", ""],
  ];
  for (const [text, tree] of cases)
    test(JSON.stringify(text), () => assert.equal(sayBlocks(parse(text)), tree));
});

describe("text still being written", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["so **bol", "p(so strong(bol))"],
    ["run `npm i", "p(run code(npm i))"],
    ["see [the page](https://a.exam", "p(see the page)"],
    ["```\ncode", "pre(code)"],
    ["5 *", "p(5 *)"],
  ];
  for (const [text, tree] of cases)
    test(JSON.stringify(text), () => assert.equal(sayBlocks(parse(text, true)), tree));
});

describe("hostile text", () => {
  const attacks = JSON.parse(readFileSync("e2e/attacks.json", "utf8")) as string[];

  test("noAttackBecomesALinkWithAnotherScheme", () => {
    for (const attack of attacks) {
      for (const text of [attack, `[x](${attack})`, `<${attack}>`, `![x](${attack})`]) {
        for (const [, href = ""] of sayBlocks(parse(text)).matchAll(/link\(([^|]*)\|/g)) {
          assert.match(href, /^(https?:|mailto:|tel:)/);
        }
      }
    }
  });

  for (const piece of [
    "*",
    "**a ",
    "[",
    "[a](",
    "`",
    "_a_",
    "> ",
    "- ",
    "*a ",
    "<http://",
    "a@",
    "![",
    "~~x",
    "1. ",
    "|-",
    "|a\n|-\n",
  ]) {
    test(`tenThousandCharactersOf ${JSON.stringify(piece)}_areReadQuickly`, () => {
      const text = piece.repeat(10_000 / piece.length);
      const start = process.cpuUsage().user;
      parse(text, true);
      assert.ok(process.cpuUsage().user - start < 500_000);
    });
  }

  test("userInfoInUrl_isRefused", () => assert.equal(safeUrl("https://shop.example@evil.example/"), null));
  test("blankHiddenInScheme_isRefused", () => assert.equal(safeUrl("java\nscript:alert(1)"), null));
});

test("plainText_readsWordsWithoutMarks", () => {
  assert.equal(plainText("**30 days** [1]\n\n- a\n- b"), "30 days  a. b");
  assert.equal(plainText("|S|90|\n|-|-|\n|M|96|"), "S, 90. M, 96");
});
