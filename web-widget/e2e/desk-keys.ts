import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { atDesk, Desk, hire, waiting } from "./desk";
import { becomes } from "./harness";

atDesk("keyboardOnly_signsInClaimsWritesAndLeaves", async () => {
  const kim = await hire("Kim");
  const words = `keyboard ${randomUUID().slice(0, 8)}`;
  const id = await waiting({ texts: [`Is anybody there? ${words}`] });
  const desk = await Desk.stranger();
  const { keyboard } = desk.page;
  const hash = () => desk.page.evaluate(() => location.hash);
  const focused = () => desk.page.evaluate(() => document.activeElement?.tagName ?? "");

  await keyboard.type(kim.email);
  await keyboard.press("Tab");
  await keyboard.type(kim.password);
  await keyboard.press("Enter");
  await desk.page.locator(".rail").waitFor();

  // Two keys open a page, one key filters, Escape leaves the field.
  await keyboard.press("g");
  await keyboard.press("s");
  await becomes(hash, "#/search");
  await keyboard.press("Escape");
  await becomes(focused, "INPUT");
  await desk.page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await keyboard.press("g");
  await keyboard.press("i");
  await desk.row(id).waitFor();
  await keyboard.press("f");
  await becomes(focused, "INPUT");
  await keyboard.type(words);
  await becomes(() => desk.page.locator(".line").count(), 1);
  await desk.page.evaluate(() => (document.activeElement as HTMLElement).blur());

  // Next, claim, reply.
  await keyboard.press("j");
  await becomes(async () => (await hash()).startsWith(`#/conversations/${id}`), true);
  await desk.thread.getByText("Is anybody there?").waitFor();
  await keyboard.press("c");
  await desk.page.locator(".writer textarea").waitFor();
  await keyboard.press("Escape");
  await keyboard.press("r");
  await becomes(focused, "TEXTAREA");
  await keyboard.type("Yes: c, r and ? are only letters here.");
  await keyboard.press("Control+Enter");
  await keyboard.press("Control+Enter");
  await desk.thread.locator(".said.agent", { hasText: "only letters here" }).waitFor();
  assert.equal(await desk.page.locator("dialog").count(), 0);

  // The list of keys, and the palette; both return the focus.
  await keyboard.press("Escape");
  await keyboard.press("?");
  await desk.page.locator(".key-help").waitFor();
  await keyboard.press("Escape");
  await becomes(() => desk.page.locator("dialog").count(), 0);
  await keyboard.press("Control+k");
  await desk.page.locator(".palette").waitFor();
  await keyboard.type("your account");
  await desk.page.locator(".palette [aria-selected=true]", { hasText: "Go to your account" }).waitFor();
  await keyboard.press("Enter");
  await becomes(hash, "#/account");
  await desk.end();
});

atDesk("singleKeysTurnedOff_areLetters", async () => {
  const lou = await hire("Lou");
  const desk = await Desk.stranger();
  await desk.signIn(lou);
  await desk.go("#/account/keys");
  const kept = desk.page.waitForResponse(
    answer => answer.url().endsWith("/preferences") && answer.request().method() === "PUT",
  );
  await desk.page.getByLabel("Single keys are commands").uncheck();
  assert.equal((await kept).status(), 200);
  await desk.page.reload();
  await desk.page.getByLabel("Single keys are commands").waitFor();
  await becomes(() => desk.page.getByLabel("Single keys are commands").isChecked(), false);
  await desk.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

  await desk.page.keyboard.press("?");
  await desk.page.keyboard.press("Control+k");

  await desk.page.locator(".palette").waitFor();
  assert.equal(await desk.page.locator(".key-help").count(), 0);
  await desk.end();
});
