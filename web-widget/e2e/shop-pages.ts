/** The chat on pages as shops have them: bodies that are swapped, shortcuts of the page, customers who sign out, two tabs at once. */
import assert from "node:assert/strict";
import { createHmac, randomUUID } from "node:crypto";
import { test } from "node:test";
import type { BrowserContext } from "playwright-core";
import { atDesk, Desk, REAL, shop } from "./desk";
import { becomes, newContext, script, service, Visit } from "./harness";

const SHOES = "How long do I have to send shoes back?";
const TAG = `<script async src="/widget.js" data-tenant="demo"></script>`;

interface Page {
  readonly head?: string;
  readonly body: string;
}

/** A context in which the address `/demo/shop…` is that page. */
async function pageOf({ head = "", body }: Page): Promise<BrowserContext> {
  const context = await newContext();
  await context.route(`${service.url}/demo/shop*`, route =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>${head}</head>${body}</html>`,
    }),
  );
  return context;
}

async function visitTo(page: Page, context?: BrowserContext): Promise<Visit> {
  const visit = await Visit.inside(context ?? (await pageOf(page)));
  await visit.go("/demo/shop");
  return visit;
}

const focused = (visit: Visit) =>
  visit.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName ?? "none");

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

/** Whoever listens writes down what it hears; commands are carried out as such pages do. */
const HOTKEYS = `<script>
  window.heard = [];
  const typing = t => t.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(t.tagName);
  const hear = where => e => {
    if (typing(e.target)) return;
    window.heard.push(where + " " + e.type + " " + e.key);
    e.preventDefault();
  };
  for (const type of ["keydown", "keypress", "keyup"]) {
    document.addEventListener(type, hear("document"));
    document.addEventListener(type, hear("document on the way down"), true);
    window.addEventListener(type, hear("window"));
    addEventListener("load", () => setTimeout(() =>
      document.documentElement.addEventListener(type, hear("root on the way down"), true)));
  }
  window.late = () => { for (const type of ["keydown", "keypress", "keyup"]) window.addEventListener(type, hear("window on the way down"), true); };
</script>`;

async function hotkeys(): Promise<Visit> {
  const visit = await visitTo({
    head: HOTKEYS + TAG.replace("data-tenant", 'data-open="true" data-tenant'),
    body: "<body><h1>Gallery</h1><input></body>",
  });
  await visit.input.waitFor();
  await visit.page.evaluate(() => (window as unknown as { late(): void }).late());
  return visit;
}

const heard = (visit: Visit) =>
  visit.page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));

test("keysTypedInTheBox_neverReachThePage", { timeout: 60_000 }, async () => {
  const visit = await hotkeys();
  await script({ text: "Gladly." });
  await visit.page.locator("h1").click();
  await visit.page.keyboard.press("s");
  assert.notDeepEqual(await heard(visit), [], "the page hears its own keys");

  await visit.input.focus();
  await visit.page.keyboard.type("search/ckS? #");
  await visit.page.keyboard.press("Shift+ArrowLeft");
  await visit.page.keyboard.press("End");
  await visit.page.keyboard.press("Control+Alt+q");
  await visit.page.keyboard.press("Alt+k");
  await visit.page.keyboard.press("Backspace");
  await visit.page.keyboard.press("Shift+Enter");
  await visit.page.keyboard.type("x");

  assert.deepEqual(await heard(visit), []);
  assert.equal(await visit.input.inputValue(), "search/ckS? \nx");
  await visit.page.keyboard.press("Enter");
  await becomes(() => visit.own.allInnerTexts(), ["search/ckS? \nx"]);
  await visit.page.keyboard.press("Escape");
  await becomes(() => visit.panel.isVisible(), false);
  assert.deepEqual(await heard(visit), []);
  await visit.end();
});

test("wordsComposed_stayInTheBoxAndAreNotSentByTheEnterThatChoosesThem", { timeout: 60_000 }, async () => {
  const visit = await hotkeys();
  await visit.input.focus();
  const ime = await visit.context.newCDPSession(visit.page);
  const key = { windowsVirtualKeyCode: 229, key: "Process", code: "KeyN" };
  await ime.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
  await ime.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
  await ime.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  await ime.send("Input.dispatchKeyEvent", {
    type: "rawKeyDown",
    windowsVirtualKeyCode: 229,
    key: "Enter",
    code: "Enter",
  });
  await ime.send("Input.insertText", { text: "日本" });

  assert.equal(await visit.input.inputValue(), "日本");
  assert.equal(await visit.own.count(), 0);
  assert.deepEqual(await heard(visit), []);
  await visit.end();
});

test("launcherPressedByKeys_isNotTakenForAShortcut", { timeout: 60_000 }, async () => {
  const body = `<body><script>document.addEventListener("keydown", e => e.key === " " && e.preventDefault())</script></body>`;
  const visit = await visitTo({ head: TAG, body });
  await visit.launcher.focus();

  await visit.page.keyboard.press(" ");

  await visit.input.waitFor();
  await visit.end();
});

let secret = "";

/** What the shop's server would sign for its customer. */
async function proofOf(user: string): Promise<{ user_id: string; user_hash: string }> {
  if (!REAL) return { user_id: user, user_hash: `hash of ${user}` };
  if (!secret) {
    secret = (await shop<{ secret: string }>("POST", "identity/secrets", {})).secret;
    await shop("PUT", "identity", { mode: "optional" });
  }
  return { user_id: user, user_hash: createHmac("sha256", secret).update(user).digest("hex") };
}

type Say = (...call: unknown[]) => void;
const say = (visit: Visit, ...call: readonly unknown[]) =>
  visit.page.evaluate(all => (window as unknown as { parley: Say }).parley(...all), call as unknown[]);

const WAYS_OUT: Readonly<Record<string, () => void>> = {
  storageEmptied: () => localStorage.clear(),
  storageEmptiedThenReset: () => {
    localStorage.clear();
    (window as unknown as { parley: Say }).parley("reset");
  },
  resetThenStorageEmptied: () => {
    (window as unknown as { parley: Say }).parley("reset");
    localStorage.clear();
  },
  reset: () => (window as unknown as { parley: Say }).parley("reset"),
  logout: () => (window as unknown as { parley: Say }).parley("logout"),
  shutdown: () => (window as unknown as { parley: Say }).parley("shutdown"),
  ownKeysRemoved: () => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("parley.")) localStorage.removeItem(key);
  },
  sessionRemoved: () => localStorage.removeItem("parley.demo.session"),
  bothStoragesEmptied: () => {
    sessionStorage.clear();
    localStorage.clear();
  },
};

const SECRET = "my secret question";

const everything = (visit: Visit) =>
  visit.page.evaluate(() => {
    const shadow = document.querySelector("parley-chat")?.shadowRoot;
    return `${shadow?.textContent} ${[...(shadow?.querySelectorAll("textarea") ?? [])].map(t => t.value)}`;
  });

for (const [name, out] of Object.entries(WAYS_OUT)) {
  test(`signedOut_${name}_everyTabForgetsTheCustomer`, { timeout: 60_000 }, async () => {
    const page = { head: TAG, body: "<body><h1>Account</h1></body>" };
    const proof = await proofOf(`customer-${randomUUID()}`);
    const first = await visitTo(page);
    await script({ text: "The secret answer." });
    await say(first, "setUser", proof);
    await first.open();
    await first.ask(SECRET);
    await first.answers.first().waitFor();
    await first.input.fill("secret draft");
    const second = await visitTo(page, first.context);
    await say(second, "setUser", proof);
    await second.open();
    await second.answers.first().waitFor();
    await second.input.fill("secret draft");
    // Never opened: the customer's proof is in its memory alone.
    const third = await visitTo(page, first.context);
    await say(third, "setUser", proof);

    await first.page.evaluate(out);

    for (const tab of [first, second]) await becomes(async () => /secret/.test(await everything(tab)), false);
    await third.open();
    await third.panel.locator(".bubble").first().waitFor();
    await script({ text: "Who are you?" });
    await third.ask("somebody else");
    for (const tab of [first, second, third]) {
      await becomes(() => tab.own.allInnerTexts(), ["somebody else"]);
      assert.doesNotMatch(await everything(tab), /secret/);
    }
    const stored = await first.page.evaluate(() => JSON.stringify(localStorage));
    assert.doesNotMatch(stored, /"known":true|\\"known\\":true/);
    for (const tab of [third, second]) assert.deepEqual(tab.faults, []);
    await first.end();
  });
}

test("signedOutOnTheNextPage_theOneInTheBackForwardCacheForgets", { timeout: 60_000 }, async () => {
  const visit = await visitTo({ head: TAG, body: "<body></body>" });
  await script({ text: "The secret answer." });
  await say(visit, "setUser", await proofOf(`customer-${randomUUID()}`));
  await visit.open();
  await visit.ask(SECRET);
  await visit.answers.first().waitFor();

  // As the browser does it: nothing of the page runs while the next one signs the customer out.
  await visit.page.evaluate(() => {
    localStorage.clear();
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });

  await becomes(async () => /secret answer/.test(await everything(visit)), false, 2_000);
  await visit.end();
});

test("twoTabsOpenedAtOnce_areOneVisitor", { timeout: 60_000 }, async () => {
  const page = { head: TAG.replace("data-tenant", 'data-open="true" data-tenant'), body: "<body></body>" };
  const context = await pageOf(page);
  const tabs = await Promise.all([visitTo(page, context), visitTo(page, context), visitTo(page, context)]);
  await script({ text: "One." }, { text: "Two." }, { text: "Three." });

  await Promise.all(
    tabs.map(async (tab, i) => {
      await tab.input.click();
      await tab.ask(`from tab ${i}`);
    }),
  );

  for (const tab of tabs)
    await becomes(
      async () => (await tab.own.allInnerTexts()).sort(),
      ["from tab 0", "from tab 1", "from tab 2"],
    );
  for (const tab of tabs) assert.deepEqual(tab.faults, []);
  await context.close();
});

atDesk("pageViewAlone_makesNoConversation", async () => {
  const count = async () =>
    (await shop<{ items: { id: string }[] }>("GET", "conversations?limit=100")).items.length;
  const before = await count();
  const visit = await visitTo({
    head: TAG.replace("data-tenant", 'data-open="true" data-tenant'),
    body: "<body></body>",
  });
  await visit.panel.locator(".bubble").first().waitFor();
  await visit.input.click();
  await visit.input.fill("not sent");
  await visit.page.reload();
  await visit.panel.locator(".bubble").first().waitFor();
  const other = await visitTo({ head: TAG, body: "<body></body>" }, visit.context);
  await other.input.waitFor();
  assert.equal(await count(), before);

  await script({ text: "Thirty days." });
  await visit.ask(SHOES);

  await visit.answers.first().waitFor();
  await other.answers.first().waitFor();
  assert.equal(await count(), before + 1);
  await visit.end();
});

atDesk("filesOfAnAgent_areShownReadOutAndSaved", async () => {
  const visit = await visitTo({ head: TAG, body: "<body></body>" });
  const question = `Where is my label ${randomUUID().slice(0, 8)}?`;
  await visit.open();
  await visit.panel.locator(".person").click();
  await visit.panel.locator(".wait").waitFor();
  await visit.ask(question);
  const desk = await Desk.open("#/inbox?view=waiting");
  await desk.page.locator(".line", { hasText: question }).first().click();
  await desk.thread.getByText(question).waitFor();
  await desk.page.keyboard.press("c");
  await desk.page.locator(".writer textarea").waitFor();
  const pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
  const [chooser] = await Promise.all([
    desk.page.waitForEvent("filechooser"),
    desk.page.getByRole("button", { name: "Attach files" }).click(),
  ]);
  await chooser.setFiles([
    { name: "größe & label.txt", mimeType: "text/plain", buffer: Buffer.from("to the shop") },
    { name: "map.png", mimeType: "image/png", buffer: Buffer.from(pixel, "base64") },
  ]);
  await becomes(() => desk.page.locator(".writer .attached li").count(), 2);
  await becomes(() => desk.page.locator(".writer .attached .spinner").count(), 0);
  await desk.page.locator(".writer textarea").press("Control+Enter");
  await desk.page.locator(".writer textarea").press("Control+Enter");

  const file = visit.panel.locator(".file").first();
  await file.waitFor();
  assert.match(await file.innerText(), /größe & label\.txt/);
  await visit.panel.locator("canvas[aria-label='map.png']").waitFor();
  await becomes(
    async () =>
      /größe & label\.txt.*map\.png/.test(await visit.panel.locator("div.sr[role=status]").innerText()),
    true,
  );
  const [saved] = await Promise.all([visit.page.waitForEvent("download"), file.click()]);
  assert.equal(saved.suggestedFilename(), "größe & label.txt");
  await desk.end();
  await visit.end();
});
