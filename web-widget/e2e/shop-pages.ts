/** The chat on pages whose bodies are swapped, and whose language changes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { becomes, script } from "./harness";
import { focused, TAG, visitTo } from "./shop";

const SHOES = "How long do I have to send shoes back?";

type Swap = () => void;

const SWAPS: Readonly<Record<string, Swap>> = {
  turbo_replacesTheBody: () => {
    const next = new DOMParser().parseFromString("<body><h1>Next</h1></body>", "text/html");
    document.documentElement.replaceChild(next.body, document.body);
    document.dispatchEvent(new Event("turbo:load"));
  },
  plainReplaceWith: () => {
    const next = document.createElement("body");
    next.innerHTML = "<h1>Next</h1>";
    document.body.replaceWith(next);
  },
  pjaxAndHtmxBoost_fillTheBody: () => {
    document.body.innerHTML = "<h1>Next</h1>";
  },
  bodyOuterHtml: () => {
    document.body.outerHTML = "<body class=next><h1>Next</h1></body>";
  },
  astro_swapsHeadAndBody: () => {
    const next = new DOMParser().parseFromString(
      "<html lang=en data-astro><head><title>Next</title></head><body><h1>Next</h1></body></html>",
      "text/html",
    );
    const html = document.documentElement;
    for (const { name } of [...html.attributes]) html.removeAttribute(name);
    for (const { name, value } of next.documentElement.attributes) html.setAttribute(name, value);
    document.head.replaceChildren(...next.head.children);
    document.body.replaceWith(next.body);
    document.dispatchEvent(new Event("astro:page-load"));
  },
  rootIsFilledAnew: () => {
    document.documentElement.innerHTML = "<head><title>Next</title></head><body><h1>Next</h1></body>";
  },
  rootIsReplaced: () => {
    const next = new DOMParser().parseFromString(
      "<html lang=en><body><h1>Next</h1></body></html>",
      "text/html",
    );
    document.replaceChild(next.documentElement, document.documentElement);
  },
  chatIsTakenOut: () => {
    document.querySelector("parley-chat")?.remove();
  },
  pageIsCopiedAndPutBack: () => {
    document.documentElement.replaceChild(document.body.cloneNode(true), document.body);
    document.documentElement.append(document.querySelector("parley-chat")?.cloneNode(true) as Node);
  },
};

for (const [name, swap] of Object.entries(SWAPS)) {
  test(`bodySwap_${name}_chatStaysAsItWas`, { timeout: 60_000 }, async () => {
    const visit = await visitTo({ head: TAG, body: "<body><h1>Home</h1></body>" });
    await script({ text: "Thirty days." }, { text: "Once more." });
    await visit.open();
    await visit.ask(SHOES);
    await visit.answers.first().waitFor();
    await visit.input.pressSequentially("half a sent");

    for (let i = 0; i < 3; i++) await visit.page.evaluate(swap);

    await becomes(() => visit.page.locator("parley-chat .launcher").count(), 1);
    assert.equal(await visit.panel.isVisible(), true);
    assert.deepEqual(await visit.own.allInnerTexts(), [SHOES]);
    assert.equal(await visit.answers.count(), 1);
    assert.equal(await visit.input.inputValue(), "half a sent");
    await becomes(() => focused(visit), "TEXTAREA");
    await visit.page.keyboard.type("ence");
    await visit.page.keyboard.press("Enter");
    await becomes(() => visit.answers.count(), 2);
    assert.deepEqual(await visit.own.allInnerTexts(), [SHOES, "half a sentence"]);
    await visit.end();
  });
}

test("bodySwap_withTheSnippetInEveryBody_oneChatStays", { timeout: 60_000 }, async () => {
  const body = `<body><h1>Home</h1>${TAG}</body>`;
  const visit = await visitTo({ body });
  await visit.launcher.waitFor();

  await visit.page.evaluate(html => {
    const next = new DOMParser().parseFromString(html, "text/html");
    document.documentElement.replaceChild(next.body, document.body);
    for (const old of document.body.querySelectorAll("script")) {
      const fresh = document.createElement("script");
      for (const { name, value } of old.attributes) fresh.setAttribute(name, value);
      fresh.dataset["userJwt"] = "a.b.c";
      old.replaceWith(fresh);
    }
  }, body);

  await becomes(() => visit.page.locator("script[data-user-jwt]").count(), 0);
  assert.equal(await visit.page.locator("parley-chat").count(), 1);
  assert.equal(await visit.launcher.isVisible(), true);
  await visit.end();
});

test("pageInAnotherLanguage_launcherFollows", { timeout: 60_000 }, async () => {
  const visit = await visitTo({ head: TAG, body: "<body></body>" });
  await visit.launcher.waitFor();

  await visit.page.evaluate(() => document.documentElement.setAttribute("lang", "ja"));

  await becomes(() => visit.launcher.getAttribute("aria-label"), "チャットで問い合わせる");
  await visit.end();
});
