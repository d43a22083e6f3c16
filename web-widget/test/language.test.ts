import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { pageLocales } from "../src/loader/locale";
import { eventually, fake, newcomer, online, texts, until, visitor } from "./visitors";

describe("the language of a page", () => {
  const page = globalThis as { document?: unknown };
  const lang = (lang: string) => {
    page.document = { documentElement: { lang } };
  };
  afterEach(() => {
    delete page.document;
  });

  test("whatTheShopHasSet_goesBeforeThePage", () => {
    lang("de");
    assert.deepEqual(pageLocales("fr"), ["fr", "de"]);
    assert.deepEqual(pageLocales(null), ["de"]);
  });

  test("underscoresAndBlanks_areMended", () => {
    lang(" pt_BR ");
    assert.deepEqual(pageLocales("zh_Hant_TW"), ["zh-Hant-TW", "pt-BR"]);
  });

  test("whatIsNoTag_saysNothing", () => {
    lang("{{ lang }}");
    for (const odd of [undefined, null, 7, "", "english", "<b>", "de;q=1", `de${"-aaaaaaaa".repeat(4)}`])
      assert.deepEqual(pageLocales(odd), [], String(odd));
  });
});

describe("the language of a session", () => {
  test("knownBeforeTheStart_goesWithTheFirstRequest", async () => {
    const client = newcomer();
    client.speak("de");
    client.start();
    const state = await until(client, online);

    assert.deepEqual(fake.sessionBodies, [{ tenant: "demo", locale: "de" }]);
    assert.equal(state.settings.spoken, "de");
  });

  test("pageThatChangesItsLanguage_isToldToTheService", async () => {
    const client = visitor();
    await until(client, online);
    client.send("asked in English");
    await until(client, s => s.messages.length === 1 && s.pending.length === 0);

    client.speak("ar");
    client.speak("ar");
    await until(client, s => online(s) && s.settings.spoken === "ar");

    assert.equal(fake.sessionBodies.length, 2);
    assert.ok(fake.sessionBodies[1]?.token, "somebody else's session");
    assert.deepEqual(texts(client.current), ["asked in English"]);
  });

  test("lineThatBreaks_asksForNoNewSession", async () => {
    const client = newcomer();
    client.store.allow();
    client.speak("de");
    client.start();
    await until(client, online);

    fake.cut();
    await until(client, s => s.link === "offline");
    await until(client, online);

    assert.equal(fake.sessionBodies.length, 1);
  });

  test("customerWhoseProofIsOld_isNotAskedForItAgain", async () => {
    const client = newcomer();
    client.identify({ user_id: "7", user_hash: "hash of 7" });
    client.start();
    await until(client, online);

    client.speak("zh");
    await eventually(() => fake.sessionBodies.length === 2);
    await until(client, online);

    const { token, ...rest } = fake.sessionBodies[1] ?? {};
    assert.ok(token);
    assert.deepEqual(rest, { tenant: "demo", locale: "zh" });
  });
});
