import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { type Inline, inline } from "../src/kit/markdown/inline";
import { type Block, parse } from "../src/kit/markdown/parse";
import { plainText } from "../src/kit/markdown/plain";
import { safeUrl } from "../src/kit/markdown/url";

/** A short notation of the tree, to compare it as a whole. */
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
  [
    '[t](https://a.example "x") and [u](https://b.example "y")',
    "link(https://a.example/|t) and link(https://b.example/|u)",
  ],
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
  ["**Note: **text", "strong(Note: )text"],
  ["** Note:** text", "strong( Note:) text"],
  ["**Note: ** see **here**", "strong(Note: ) see strong(here)"],
  ["__Note: __text", "strong(Note: )text"],
  ["**注意：**请在**30 天**内退货", "strong(注意：)请在strong(30 天)内退货"],
  ["**注意： **请联系我们", "strong(注意： )请联系我们"],
  ["**Note: never ended", "Note: never ended"],
  ["**Note: begun\nand **this** ended", "Note: begun⏎and strong(this) ended"],
  ["2 ** 3 ** 4", "2 ** 3 ** 4"],
  ["19,90 €** plus shipping", "19,90 €** plus shipping"],
  ["one<br>two<br/>three", "one⏎two⏎three"],
  [
    "见https://a.example/退货。谢谢",
    "见link(https://a.example/%E9%80%80%E8%B4%A7|https://a.example/退货)。谢谢",
  ],
  ["（https://a.example/b）", "（link(https://a.example/b|https://a.example/b)）"],
  ["「https://a.example/b」です", "「link(https://a.example/b|https://a.example/b)」です"],
  [
    "https://a.example/b、https://a.example/c",
    "link(https://a.example/b|https://a.example/b)、link(https://a.example/c|https://a.example/c)",
  ],
  ["https://a.example/b！", "link(https://a.example/b|https://a.example/b)！"],
  ["(see https://a.example/x_(y))", "(see link(https://a.example/x_(y)|https://a.example/x_(y)))"],
  ["(https://a.example/b).", "(link(https://a.example/b|https://a.example/b))."],
  ["[https://a.example/b]", "[link(https://a.example/b|https://a.example/b)]"],
  ["https://a.example/?q[0]=1", "link(https://a.example/?q[0]=1|https://a.example/?q[0]=1)"],
  ["“https://a.example/b”…", "“link(https://a.example/b|https://a.example/b)”…"],
  ["**https://a.example/b**", "strong(link(https://a.example/b|https://a.example/b))"],
  ["https://a.example/b?!", "link(https://a.example/b|https://a.example/b)?!"],
  ["[text] (https://a.example/b)", "link(https://a.example/b|text)"],
  ["[1] (https://a.example/b)", "cite(1) (link(https://a.example/b|https://a.example/b))"],
  ["[https://a.example](https://a.example)", "link(https://a.example/|https://a.example)"],
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
    ["Title\n=====\ntext", "p(Title)p(text)"],
    ["##Title\ntext", "h(Title)p(text)"],
    ["# C# and more ##", "h(C# and more)"],
    ["#1 of all", "p(#1 of all)"],
    ["You need:\n-your order\n-the box", "p(You need:)ul(p(your order);p(the box))"],
    ["-fach", "p(-fach)"],
    ["1.Open\n2.Close", "ol1(p(Open);p(Close))"],
    ["–your order\n•the box", "p(–your order)ul(p(the box))"],
    ["– a\n– b", "ul(p(a);p(b))"],
    ["1. a\n\t- x\n\t- y\n2. b", "ol1(p(a)ul(p(x);p(y));p(b))"],
    ["- a\n    - x\n        - y\n- b", "ul(p(a)ul(p(x)ul(p(y)));p(b))"],
    ["| Size | cm |\n| S | 90 |\n\nafter", "table(Size|cm;S|90)p(after)"],
    ["Sizes:\n| a | b |\n|---|---|\n| x<br>y | 2 |", "p(Sizes:)table(a|b;x⏎y|2)"],
    ["```\n-a\n-b\n```", "pre(-a\n-b)"],
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

  for (const text of [
    `[a](${" ".repeat(60_000)}`,
    `[a](b${" ".repeat(60_000)}`,
    `# a${" ".repeat(60_000)}b`,
    `# a${" #".repeat(30_000)}b`,
    `# ${"#".repeat(60_000)}b`,
    `# a ${"#".repeat(60_000)}`,
    '[a](b "'.repeat(9_000),
    "[a](".repeat(15_000),
    `${"[".repeat(60_000)}]`,
    `https://${"(".repeat(60_000)}`,
    "- - ".repeat(15_000),
    "**a ".repeat(15_000),
    "| ".repeat(30_000),
    `${" ".repeat(60_000)}x`,
    `- ${" ".repeat(60_000)}x`,
    "<br ".repeat(15_000),
    "a@a.".repeat(15_000),
    "# |\n|-|\n".repeat(7_500),
  ]) {
    test(`sixtyThousandCharactersOf ${JSON.stringify(text.slice(0, 8))}_areReadQuickly`, () => {
      const start = process.cpuUsage().user;
      parse(text, false);
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
