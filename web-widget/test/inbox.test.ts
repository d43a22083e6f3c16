import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Message, Note } from "../src/console/api/types";
import { filled, tokenAt, wrapped } from "../src/console/inbox/compose/tokens";
import { threadLines } from "../src/console/inbox/lines";
import { listNames, visitorName } from "../src/console/inbox/names";
import { presets } from "../src/console/inbox/presets";
import { reasonName, whyAsked } from "../src/console/kit/handoff-reason";

const at = (minute: number, day = 25) => new Date(2026, 10, day, 10, minute).toISOString();

function message(seq: number, change: Partial<Message> = {}): Message {
  return { seq, author: "visitor", text: "", at: at(seq), ...change };
}

function note(id: string, after_seq: number): Note {
  return {
    id,
    conversation: "c",
    author: "ben",
    name: "Ben",
    client_id: id,
    text: "",
    mentions: [],
    after_seq,
    at: at(after_seq),
  };
}

const kinds = (lines: ReturnType<typeof threadLines>) =>
  lines.map(line => (line.is === "message" ? `${line.message.seq}${line.first ? " head" : ""}` : line.is));

describe("a thread's lines", () => {
  test("messagesOfOneAuthor_shareOneHead", () => {
    const lines = threadLines([message(1), message(2), message(3, { author: "bot" })], [], [], null);
    assert.deepEqual(kinds(lines), ["day", "1 head", "2", "3 head"]);
  });

  test("longPause_beginsANewHead", () => {
    assert.deepEqual(kinds(threadLines([message(1), message(2, { at: at(20) })], [], [], null)), [
      "day",
      "1 head",
      "2 head",
    ]);
  });

  test("nextDay_isSaid", () => {
    const lines = threadLines([message(1), message(2, { at: at(0, 26) })], [], [], null);
    assert.deepEqual(kinds(lines), ["day", "1 head", "day", "2 head"]);
  });

  test("note_standsBehindItsMessage", () => {
    const lines = threadLines([message(1), message(2)], [note("n", 1)], [], null);
    assert.deepEqual(kinds(lines), ["day", "1 head", "note", "2 head"]);
  });

  test("noteOfWhatIsNotLoaded_comesWithItsMessage", () => {
    assert.deepEqual(kinds(threadLines([message(51), message(52)], [note("n", 3)], [], null)), [
      "day",
      "51 head",
      "52",
    ]);
  });

  test("new_beginsAtTheFirstUnreadMessage", () => {
    assert.deepEqual(kinds(threadLines([message(1), message(2)], [], [], 2)), [
      "day",
      "1 head",
      "new",
      "2 head",
    ]);
  });
});

describe("what is typed", () => {
  test("slashAtTheBeginningOfAWord_asksForCannedAnswers", () => {
    assert.deepEqual(tokenAt("Hi /re", 6, "/"), { sign: "/", typed: "re", from: 3, until: 6 });
    assert.equal(tokenAt("and/or", 6, "/"), null);
    assert.equal(tokenAt("https://shop", 12, "/"), null);
  });

  test("signThatMeansNothingHere_asksForNothing", () => {
    assert.equal(tokenAt("@Ben", 4, "/"), null);
  });

  test("cursorBehindTheWord_asksNoMore", () => {
    assert.equal(tokenAt("/re and more", 12, "/"), null);
  });

  test("placeholders_areFilledAndUnknownOnesStay", () => {
    const filling = { visitor: "Mara", agent: "Ada", shop: "Alder & Pine" };
    assert.equal(
      filled("Hi {{visitor.name}}, {{ agent.name }} of {{shop}} here: {{order}} {{constructor}}", filling),
      "Hi Mara, Ada of Alder & Pine here: {{order}} {{constructor}}",
    );
  });

  test("bold_goesOnAndOff", () => {
    const on = wrapped("so sorry", 3, 8, "**");
    assert.deepEqual(on, { text: "so **sorry**", from: 5, until: 10 });
    assert.deepEqual(wrapped(on.text, on.from, on.until, "**"), { text: "so sorry", from: 3, until: 8 });
  });
});

describe("names and times", () => {
  test("visitorWithoutAName_isCalledTheSameEachTime", () => {
    const item = { visitor: "01a211ee-c72c-7b65-8f74-7cf1bed14af3" } as Parameters<typeof visitorName>[0];
    assert.equal(visitorName(item), "Visitor 4AF3");
    assert.equal(visitorName({ ...item, customer: "c-1" }), "c-1");
    assert.equal(visitorName({ ...item, customer: "c-1" }, { name: " Mara " }), "Mara");
    assert.equal(visitorName({ ...item, customer: "c-1" }, { name: { first: "Mara" } }), "c-1");
  });

  test("names_areJoinedAsOneSpeaks", () => {
    assert.equal(listNames(["Ada", "Ben", "Cem"]), "Ada, Ben and Cem");
    assert.equal(listNames(["Ada"]), "Ada");
  });

  test("mondaysSnooze_isNextMonday", () => {
    const monday = new Date(2026, 10, 23, 8);
    const sunday = new Date(2026, 10, 29, 8);
    const next = (now: Date) => presets(now).at(-1)?.[1];
    assert.deepEqual(next(monday), new Date(2026, 10, 30, 9));
    assert.deepEqual(next(sunday), new Date(2026, 10, 30, 9));
  });
});

describe("why a person was asked for", () => {
  test("reasons_areSaidAsStaffWouldSayThem", () => {
    assert.equal(whyAsked({ reason: "asked", by: "visitor" }), "The visitor asked for a person");
    assert.equal(whyAsked({ reason: "asked", by: "shop" }), "The shop asked for a person");
    assert.equal(whyAsked({ reason: "anger", by: "rule" }), "The visitor is upset");
  });

  test("reasonThatIsNewOrInOwnWords_isNoNameOfOurs", () => {
    assert.equal(whyAsked({ reason: "later_added", by: "rule" }), "A person was asked for");
    assert.equal(reasonName("wants a refund"), null);
    assert.equal(reasonName("constructor"), null);
  });
});
