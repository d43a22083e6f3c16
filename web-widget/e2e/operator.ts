/** The operator creates a shop, suspends it, deletes it and restores it, and its administrator sees the results. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { wcagFindings } from "./axe";
import { atDesk, type Credentials, Desk } from "./desk";
import { newContext, service, watch } from "./harness";

const KEY = process.env["PARLEY_OPERATOR_KEY"] ?? "operator-of-the-scenarios-0123456789";

async function opened(faults: string[]): Promise<Page> {
  const context = await newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  watch(page, faults);
  await page.goto(`${service.url}/operator`);
  return page;
}

async function enter(page: Page, key = KEY): Promise<void> {
  await page.getByLabel("Operator's key").fill(key);
  await page.getByRole("button", { name: "Open" }).click();
}

async function pick(page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
}

/** Follows the link from the operator. */
async function takeOver(link: string, email: string): Promise<Credentials> {
  const administrator = { email, password: "tall trees fall softly" };
  const context = await newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel("New password").fill(administrator.password);
  await page.getByLabel("The same again").fill(administrator.password);
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByLabel("E-mail").waitFor();
  await context.close();
  return administrator;
}

atDesk("operator_withAnotherKey_isToldSo", async () => {
  const faults: string[] = [];
  const page = await opened(faults);

  await enter(page, "pk_of_some_shop");

  await page.getByRole("alert").filter({ hasText: "not the operator's key" }).waitFor();
  await page.context().close();
  assert.deepEqual(faults, []);
});

atDesk(
  "operator_makesSuspendsDeletesAndRestoresAShop",
  async () => {
    const faults: string[] = [];
    const name = `Alder & Pine ${randomUUID().slice(0, 8)}`;
    const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    const email = `${randomUUID()}@alder.example`;
    const page = await opened(faults);
    await enter(page);

    await page.getByRole("button", { name: "New shop" }).first().click();
    await page.getByRole("button", { name: "Make the shop" }).click();
    await page.getByText("What the shop is called.").waitFor();
    await page.getByLabel("Name", { exact: true }).fill(name);
    assert.equal(await page.getByLabel("Short name").inputValue(), slug);
    await page.getByLabel("Addresses of its pages").fill("https://alder.example/shop");
    await page.getByLabel("Administrator's e-mail").fill(email);
    await page.getByRole("button", { name: "Make the shop" }).click();
    await page.getByText('"https://alder.example/shop" is no origin').waitFor();
    await page.getByLabel("Addresses of its pages").fill("https://alder.example");
    await page.getByRole("button", { name: "Make the shop" }).click();
    const link = await page
      .getByRole("figure", { name: "The administrator's link" })
      .locator("code")
      .innerText();
    assert.match(await page.getByRole("figure", { name: "The API key" }).locator("code").innerText(), /^pk_/);
    assert.deepEqual(await accessible(page), []);
    await page.getByRole("button", { name: "I have stored both" }).click();

    const administrator = await takeOver(link, email);
    const desk = await Desk.open("#/inbox", administrator);
    assert.equal(await desk.page.locator(".suspended").count(), 0);

    await pick(page, `Suspend ${name}`);
    await page.getByRole("button", { name: "Suspend", exact: true }).click();
    await page.getByText(`${name} is suspended.`).waitFor();
    await desk.page.reload();
    await desk.page.locator(".suspended").waitFor();
    assert.deepEqual(await accessible(desk.page), []);

    await pick(page, `Open ${name}`);
    await page.getByRole("button", { name: "Open again", exact: true }).click();
    await page.getByText(`${name} is open.`).waitFor();
    await desk.end();

    await pick(page, `Delete ${name}`);
    assert.equal(await page.getByRole("button", { name: "Delete", exact: true }).isDisabled(), true);
    await page.getByLabel(`Type ${slug} to delete it`).fill(slug);
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    const row = page.getByRole("row").filter({ hasText: slug });
    await row.getByText("can be restored until").waitFor();

    await pick(page, `Restore ${name}`);
    await row.getByText("open", { exact: true }).waitFor();
    assert.deepEqual(await accessible(page), []);

    await page.getByRole("link", { name: "Audit log" }).click();
    await page.getByRole("row").filter({ hasText: slug }).filter({ hasText: "restored" }).waitFor();
    await page.getByRole("link", { name: "Deleted shops" }).click();
    await page.getByRole("row").filter({ hasText: slug }).filter({ hasText: "restored" }).waitFor();
    await page.context().close();
    assert.deepEqual(faults, []);
  },
  180_000,
);

atDesk("operator_checksTheInstallation_andIsToldWhatToDo", async () => {
  const faults: string[] = [];
  const page = await opened(faults);
  await enter(page);

  await page.getByRole("link", { name: "Doctor" }).click();

  const mail = page.getByRole("row").filter({ hasText: "No mail is sent" });
  await mail.getByText("warning", { exact: true }).waitFor();
  await mail.getByText("Set PARLEY_MAIL_FROM").waitFor();
  await page.getByRole("row").filter({ hasText: "migrations" }).getByText("ok", { exact: true }).waitFor();
  assert.deepEqual(await accessible(page), []);

  await page.getByRole("button", { name: "Check again" }).click();
  await mail.waitFor();
  await page.context().close();
  assert.deepEqual(faults, []);
});

async function accessible(page: Page): Promise<readonly string[]> {
  await page.waitForFunction(() => !document.querySelector(".bones, .toast"));
  return wcagFindings(page, "operator");
}
