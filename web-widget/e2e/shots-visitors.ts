/**
 * Takes screenshots of what visitors who do not speak English see, and of the agent who helps them, into `e2e/shots`:
 * `PARLEY_URL=… SCRIPTED_MODEL_URL=… npm run shots:visitors`.
 */
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { Desk, hire, REAL } from "./desk";
import { newContext, script, service, Visit } from "./harness";
import { THEMES } from "./pages";

const INTO = new URL("./shots/", import.meta.url).pathname;

interface Guest {
  readonly lang: string;
  readonly greeting: string;
  readonly question: string;
  readonly standalone: string;
  readonly answer: string;
  readonly foreign: string;
  readonly person: string;
  readonly reply: string;
}

const GUESTS: readonly Guest[] = [
  {
    lang: "de",
    greeting: "Guten Tag!",
    question: "Wie lange kann ich Schuhe zurückschicken?",
    standalone: "How long do I have to send shoes back?",
    answer:
      "Sie haben **30 Tage** Zeit, ungetragene Schuhe zurückzuschicken [1].\n\n- Etikett im Konto erstellen\n- Paket bei der Post abgeben",
    foreign: "Verleihen Sie auch Surfbretter?",
    person: "Ich möchte bitte mit einem Menschen sprechen",
    reply: "Guten Tag, ich bin **Ben**. Wie lautet die Bestellnummer?",
  },
  {
    lang: "zh",
    greeting: "你好",
    question: "鞋子多久之内可以退货？",
    standalone: "退货期限是多久？",
    answer: "未穿过的鞋子可在 **30 天**内退货 [1]。\n\n- 在账户中生成退货标签\n- 把包裹交给快递",
    foreign: "你们出租冲浪板吗？",
    person: "转人工",
    reply: "您好，我是**小本**。请问订单号是多少？",
  },
  {
    lang: "ar",
    greeting: "مرحبا",
    question: "كم يومًا لدي لإرجاع الأحذية؟",
    standalone: "How long do I have to send shoes back?",
    answer:
      "يمكنك إرجاع الأحذية غير المستعملة خلال **30 يومًا** [1].\n\n- أنشئ ملصق الإرجاع في حسابك\n- سلّم الطرد إلى البريد",
    foreign: "هل تؤجرون ألواح ركوب الأمواج؟",
    person: "أريد التحدث إلى موظف",
    reply: "مرحبًا، أنا **بن**. ما رقم الطلب؟",
  },
  {
    lang: "ja",
    greeting: "こんにちは",
    question: "靴の返品はいつまでできますか？",
    standalone: "How long do I have to send shoes back?",
    answer:
      "未使用の靴は**30日**以内に返品できます [1]。\n\n- アカウントで返品ラベルを作成\n- 荷物を郵便局に持ち込む",
    foreign: "サーフボードのレンタルはありますか？",
    person: "担当者と話したいです",
    reply: "こんにちは、**ベン**です。ご注文番号を教えてください。",
  },
];

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(a => a.finished.catch(() => undefined))),
  );
  await page.screenshot({ path: `${INTO}${name}.png` });
}

test("visitors", { timeout: 900_000, skip: REAL ? false : "needs PARLEY_URL" }, async () => {
  mkdirSync(INTO, { recursive: true });
  for (const guest of GUESTS) for (const colorScheme of THEMES) await visitOf(guest, colorScheme);
});

async function visitOf(guest: Guest, colorScheme: "light" | "dark"): Promise<void> {
  const { lang } = guest;
  const name = (what: string) => `visitor-${lang}-${what}-${colorScheme}`;
  const context = await newContext({
    locale: lang,
    colorScheme,
    reducedMotion: "reduce",
    ...(colorScheme === "dark" ? PHONE : { viewport: { width: 1280, height: 1400 } }),
  });
  await context.route(`${service.url}/demo/`, async route => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<html lang="en">', `<html lang="${lang}">`);
    await route.fulfill({ response, body });
  });
  const visit = await Visit.inside(context);
  await visit.go("/demo/");
  await visit.open();
  await visit.panel.locator(".bubble").first().waitFor();
  await shoot(visit.page, name("1-opened"));
  const said = async (text: string) => {
    const before = await visit.answers.count();
    await visit.ask(text);
    await visit.answers.nth(before).waitFor({ timeout: 40_000 });
    await visit.page.waitForTimeout(300);
  };
  await script();
  await said(guest.greeting);
  await shoot(visit.page, name("2-greeted"));
  const rewrite = JSON.stringify({ question: guest.standalone, language: lang });
  await script({ text: rewrite, chunk_chars: 1000 }, { text: guest.answer }, { text: guest.answer });
  await said(guest.question);
  await shoot(visit.page, name("3-answered"));
  await script();
  await said(guest.foreign);
  await shoot(visit.page, name("4-refused"));
  const ben = await hire("Ben");
  const agent = await Desk.open("#/inbox?view=all", ben, { colorScheme, reducedMotion: "reduce" });
  await visit.ask(guest.person);
  await visit.page.waitForTimeout(2500);
  await shoot(visit.page, name("5-waiting"));
  await agent.page.locator(".line").first().click();
  await agent.thread.getByText(guest.foreign).first().waitFor();
  await shoot(agent.page, name("6-desk"));
  await agent.page.keyboard.press("c");
  await agent.page.locator(".writer textarea").waitFor();
  await agent.write(guest.reply);
  await visit.page.waitForTimeout(1500);
  await shoot(visit.page, name("7-joined"));
  await shoot(agent.page, name("8-desk"));
  await agent.page.keyboard.press("Escape");
  await agent.page.keyboard.press("e");
  await visit.page.waitForTimeout(1500);
  await shoot(visit.page, name("9-closed"));
  await shoot(agent.page, name("9-desk"));
  console.info(lang, colorScheme, visit.faults, agent.faults);
  await context.close();
  await agent.context.close();
}
