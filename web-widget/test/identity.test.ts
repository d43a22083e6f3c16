import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fake, newcomer, online, shelf, texts, until, visitor } from "./visitors";

const proof = (user: string) => ({ user_id: user, user_hash: `hash of ${user}` });

describe("a customer of the shop", () => {
  test("proofBeforeTheStart_goesWithTheFirstSession", async () => {
    const client = newcomer();
    client.identify(proof("7"));
    client.start();
    await until(client, online);

    assert.deepEqual(fake.sessionBodies, [{ tenant: "demo", ...proof("7") }]);
  });

  test("proofAfterAnAnonymousQuestion_bringsTheChatAlong", async () => {
    const client = visitor();
    await until(client, online);
    client.send("asked before signing in");
    await until(client, s => s.messages.length === 1 && s.pending.length === 0);

    client.identify(proof("7"));
    const done = await until(client, s => online(s) && fake.sessionBodies.length === 2);
    await until(client, s => s.messages.length === 1);

    assert.deepEqual(texts(client.current), ["asked before signing in"]);
    assert.equal(done.link, "online");
    assert.ok(fake.sessionBodies[1]?.token);
  });

  test("sameProofAgain_changesNothing", async () => {
    const client = visitor();
    client.identify(proof("7"));
    await until(client, online);
    const asked = fake.sessionBodies.length;

    client.identify(proof("7"));

    assert.equal(client.current.link, "online");
    assert.equal(fake.sessionBodies.length, asked);
  });

  test("proofThatIsRefused_isReportedAndABetterOneHelps", async () => {
    const client = newcomer();
    client.identify({ user_id: "7", user_hash: "forged" });
    client.start();
    const refused = await until(client, s => s.link === "failed");
    assert.equal(refused.failure?.code, "identity_invalid");

    client.identify(proof("7"));

    await until(client, online);
  });

  test("proof_isNeverStored", async () => {
    const client = visitor();
    client.identify(proof("7"));
    await until(client, online);

    assert.ok(shelf.kept.size > 0);
    assert.ok(![...shelf.kept.values()].some(text => text.includes("hash of")));
  });
});

describe("signing out", () => {
  test("reset_leavesNothingOfTheCustomer", async () => {
    const client = visitor();
    client.identify(proof("7"));
    await until(client, online);
    client.send("a secret");
    await until(client, s => s.messages.length === 1 && s.pending.length === 0);
    fake.failSessions.push(503);
    client.networkLost();
    client.send("never sent");

    client.reset();

    assert.deepEqual(client.current.messages, []);
    assert.deepEqual(client.current.pending, []);
    assert.deepEqual(client.store.drafts(), []);
    await until(client, online);
    assert.deepEqual(fake.sessionBodies.at(-1), { tenant: "demo" });
  });

  test("resetWhileASessionIsAskedFor_doesNotKeepIt", async () => {
    const client = newcomer();
    client.store.allow();
    client.identify(proof("7"));
    client.start();
    client.reset();
    await until(client, online);

    assert.deepEqual(fake.sessionBodies.at(-1), { tenant: "demo" });
    assert.equal(client.store.session()?.known, false);
  });

  test("anotherTabSignedOut_thisOneForgetsToo", async () => {
    const client = visitor();
    client.identify(proof("7"));
    await until(client, online);
    client.send("a secret");
    await until(client, s => s.messages.length === 1 && s.pending.length === 0);
    shelf.kept.clear();

    client.leave();

    assert.deepEqual(client.current.messages, []);
    await until(client, online);
    assert.deepEqual(fake.sessionBodies.at(-1), { tenant: "demo" });
  });

  test("nextCustomerWithoutAReset_saysNothingOfTheFormers", async () => {
    const client = visitor();
    client.identify(proof("7"));
    await until(client, online);
    client.stop();
    client.send("written by 7");

    client.identify(proof("8"));
    client.start();
    await until(client, online);

    assert.deepEqual(client.store.drafts(), []);
    assert.ok([...fake.conversations.values()].every(c => c.sends.length === 0));
  });
});
