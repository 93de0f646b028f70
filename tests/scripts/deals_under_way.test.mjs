// Deals that are under way when the process changes: which ticks stay, what is asked of them, and what they are told.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import "./words_of_pages.mjs";
import { moved } from "../../generator/scripts/deals/deal.js";
import { read } from "../../generator/scripts/deals/deal_file.js";
import { acquainted, create } from "../../generator/scripts/deals/meeting.js";
import { newsFor } from "../../generator/scripts/deals/news.js";
import { added, progress, standing, tightened, whole } from "../../generator/scripts/deals/standing.js";
import { isOlder } from "../../generator/scripts/deals/versions.js";
import { evened } from "../../generator/scripts/deals/wordings.js";
import { deal, EARLY, item, process, stage, tickFor } from "./deal_examples.mjs";

const SLIPS = item("criterion:slips-counted", { text: "Counts its slips for two weeks", evidence: "The slip log" });
const SIGNED = item("criterion:signed");
const CALL = item("step:call", { part: "step", required: false });
const LAWYERS = item("criterion:lawyers-agree", { since: "3.0.0" });
const before = process("2.1.0", stage("first", [SLIPS, CALL]), stage("second", [SIGNED]), stage("third", []));
const begun = (is, items = {}) => ({ ...create(before, "Brown", is), items });
const after = (first, second = [SIGNED], ...more) =>
  process("3.0.0", stage("first", first), stage("second", second), ...more, stage("third", []));
const keys = (items) => items.map((each) => each.key);
const missing = (one, where) => keys(whole(one, where).missing);

describe("texts", () => {
  const { even, different } = JSON.parse(readFileSync(new URL("even_texts.json", import.meta.url), "utf8"));
  for (const [one, other] of even) {
    test(`are even: ${JSON.stringify(one)} and ${JSON.stringify(other)}`, () => assert.equal(evened(one), evened(other)));
  }
  for (const [one, other] of different) {
    test(`are not: ${JSON.stringify(one)} and ${JSON.stringify(other)}`, () => assert.notEqual(evened(one), evened(other)));
  }
});

describe("versions", () => {
  test("are compared by their numbers; what is none is older than nothing", () => {
    assert.deepEqual(["2.1.0", "2.10.0", "3.0.0-rc.1", "2.9.9"].map((each) => isOlder(each, "2.10.0")), [true, false, false, true]);
    assert.deepEqual([isOlder("next", "3.0.0"), isOlder("3.0.0", "next"), isOlder("", "")], [false, false, false]);
  });
});

describe("a tick", () => {
  const ticked = begun("first", { [SLIPS.key]: tickFor(SLIPS) });
  const stands = (more) => standing(ticked, { ...SLIPS, ...more }, before);
  test("stays for words that a release said in the same sense, and for such evidence", () => {
    const reworded = { text: "Counts its slips over two weeks", texts: ["Notes its slips", SLIPS.text] };
    const proven = { evidence: "Their slip log", evidences: ["the SLIP log."] };
    assert.equal(stands(reworded), "done");
    assert.equal(stands({ ...reworded, ...proven }), "done");
  });
  test("opens again where one of both says something else", () => {
    assert.equal(stands({ text: "Counts its slips for three weeks", texts: ["Counts its slips for 3 weeks"] }), "changed");
    assert.equal(stands({ text: "Counts its slips over two weeks", texts: [SLIPS.text], evidence: "A signed list" }), "changed");
    assert.equal(stands({ evidence: "" }), "changed");
  });
});

describe("a deal that is under way", () => {
  test("needs a new item that is still ahead, and is told since when and what it needed before", () => {
    const today = after([SLIPS, CALL], [SIGNED, LAWYERS]);
    const met = acquainted(begun("second", { [SLIPS.key]: tickFor(SLIPS) }), today);
    assert.deepEqual(missing(met, today), [SIGNED.key, LAWYERS.key]);
    const news = newsFor(met, today);
    assert.deepEqual([...news.added].map(([version, places]) => [version, keys(places.map((each) => each.item))]),
      [["3.0.0", [LAWYERS.key]]]);
    assert.deepEqual(news.before.map((each) => [each.stage.id, each.items.map((one) => [one.item.key, one.done])]),
      [["second", [[SIGNED.key, false]]]]);
    const done = { ...met, items: { [LAWYERS.key]: tickFor(LAWYERS) } };
    assert.equal(newsFor(done, today), null);
  });
  test("need not catch up with a new item of a stage that it has left, unless it goes back there", () => {
    const today = after([SLIPS, CALL, LAWYERS]);
    const met = acquainted(begun("second", { [SLIPS.key]: tickFor(SLIPS) }), today);
    assert.equal(standing(met, LAWYERS, today), "spared");
    assert.deepEqual(missing(met, today), [SIGNED.key]);
    assert.equal(progress(met, today.stages[0], today).of, 2);
    assert.equal(newsFor(met, today), null);
    assert.equal(standing(moved(met, "first"), LAWYERS, today), "open");
  });
  test("is told of what came without another version number, by the number that it got at last", () => {
    const unraised = { ...after([SLIPS, CALL], [SIGNED, { ...LAWYERS, since: "2.1.0" }]), version: "2.1.0" };
    const met = acquainted(begun("second"), unraised);
    assert.deepEqual([...newsFor(met, unraised).added.keys()], ["2.1.0"]);
    const released = after([SLIPS, CALL], [SIGNED, LAWYERS]);
    assert.deepEqual([...newsFor(acquainted(met, released), released).added.keys()], ["3.0.0"]);
    assert.equal(standing(acquainted(begun("third"), unraised), LAWYERS, unraised), "spared");
  });
  test("need not catch up with what is new on the way into its own stage", () => {
    const entry = { ...LAWYERS, part: "entry" };
    const today = after([SLIPS, CALL], [entry, SIGNED]);
    const [before, there] = ["first", "second"].map((is) => acquainted(begun(is), today));
    assert.deepEqual([standing(before, entry, today), standing(there, entry, today)], ["open", "spared"]);
    assert.equal(standing(create(today, "Brown", "second"), entry, today), "open");
  });
  test("still lacks a new item after it has moved on without it", () => {
    const today = after([SLIPS, CALL, LAWYERS]);
    const gone = acquainted(moved(acquainted(begun("first"), today), "second"), today);
    assert.deepEqual(missing(gone, today), [SLIPS.key, LAWYERS.key, SIGNED.key]);
  });
  test("is spared what holds for newer deals only, wherever it stands, also where it met that long ago", () => {
    const late = { ...LAWYERS, newOnly: true };
    const today = after([SLIPS, CALL], [SIGNED, late]);
    for (const is of ["first", "second", "third"]) {
      assert.equal(standing(acquainted(begun(is), today), late, today), "spared");
      assert.equal(standing({ ...begun(is), known: { [late.key]: "3.0.0" } }, late, today), "spared");
    }
    const unreleased = { ...late, since: undefined };
    assert.equal(standing(acquainted(begun("first"), after([SLIPS, CALL], [unreleased])), unreleased, today), "spared");
  });
  test("needs it once it holds for all deals, unless it has left the stage by then", () => {
    const late = { ...LAWYERS, newOnly: true };
    const forAll = { ...LAWYERS, since: "4.0.0" };
    const next = { ...after([SLIPS, CALL], [SIGNED, forAll]), version: "4.0.0" };
    const [there, past] = ["second", "third"].map((is) => acquainted(begun(is), after([SLIPS, CALL], [SIGNED, late])));
    assert.equal(added(acquainted(there, next), forAll, next), "4.0.0");
    assert.equal(standing(acquainted(past, next), forAll, next), "spared");
  });
  test("needs a step that has become required, unless it has left the stage by then", () => {
    const today = after([SLIPS, { ...CALL, required: true, since: "3.0.0" }]);
    const step = today.stages[0].items[1];
    const [there, past] = ["first", "second"].map((is) => acquainted(begun(is), today));
    assert.deepEqual([tightened(there, step, today), standing(past, step, today)], ["2.1.0", "spared"]);
    assert.deepEqual(newsFor(there, today).before[0].items.map((each) => each.item.key), [SLIPS.key]);
    const onwards = acquainted(moved(there, "second"), today);
    assert.equal(tightened(onwards, step, today), "2.1.0");
  });
  test("is told of a new stage ahead of it or behind", () => {
    const legal = (since) => stage("legal", [LAWYERS], { since });
    for (const since of ["3.0.0", undefined]) {
      const today = after([SLIPS, CALL], [SIGNED], legal(since));
      const told = (is) => newsFor(acquainted(begun(is), today), today)?.stages
        .map((each) => [each.stage.id, each.version, each.isAhead, each.next?.id, each.required]);
      assert.deepEqual(told("second"), [["legal", "3.0.0", true, "third", 1]]);
      assert.deepEqual(told("third"), [["legal", "3.0.0", false, "third", 0]]);
      assert.equal(newsFor(acquainted(begun("second"), today), today).added.size, 0);
      assert.deepEqual(missing(acquainted(begun("third"), today), today), [SLIPS.key, SIGNED.key]);
      const through = acquainted(moved(acquainted(begun("second"), today), "third"), today);
      assert.deepEqual(newsFor(through, today).stages, []);
      assert.deepEqual(keys(newsFor(through, today).added.get("3.0.0").map((each) => each.item)), [LAWYERS.key]);
    }
  });
  test("is told of a new last stage, and of none that has always been there", () => {
    const today = process("3.0.0", ...before.stages.map((each) => ({ ...each, since: "" })), stage("care", [], { since: "3.0.0" }));
    const told = newsFor(acquainted(begun("third"), today), today).stages;
    assert.deepEqual(told.map((each) => [each.stage.id, each.isAhead, each.next]), [["care", true, undefined]]);
    assert.equal(newsFor(acquainted(create(today, "New", "third"), today), today), null);
  });
  test("waits with all of that while its stage is gone", () => {
    const today = process("3.0.0", stage("first", [SLIPS, CALL, LAWYERS]), stage("third", []));
    const lost = acquainted(begun("second"), today);
    assert.deepEqual([lost, newsFor(lost, today)], [lost, null]);
    assert.equal(standing(acquainted(moved(lost, "third"), today), LAWYERS, today), "spared");
  });
  test("knows a stage under each id that it had, and one that two became", () => {
    const today = process("3.0.0", stage("both", [SLIPS, CALL, SIGNED], { before: ["first", "second"] }), stage("third", []));
    const met = acquainted(begun("second"), today);
    assert.deepEqual([met.spared, newsFor(met, today)], [{}, null]);
  });
});

describe("a deal that begins today", () => {
  test("needs all that is required of the stages that it left behind, but for what holds for newer deals", () => {
    const today = after([SLIPS, item("criterion:late", { newOnly: true, since: "3.0.0" }), LAWYERS]);
    const fresh = create(today, "Brown", "second");
    assert.deepEqual(missing(fresh, today), [SLIPS.key, LAWYERS.key, SIGNED.key]);
    assert.equal(standing(create(today, "Brown", "first"), today.stages[0].items[1], today), "open");
    assert.equal(newsFor(fresh, today), null);
  });
});

describe("a deal of an earlier script", () => {
  test("is told what came since it began, by the versions in which it met things", () => {
    const known = { [SLIPS.key]: "2.1.0", [CALL.key]: "2.1.0", [SIGNED.key]: "2.1.0", [LAWYERS.key]: "3.0.0" };
    const today = after([SLIPS, CALL], [SIGNED, { ...LAWYERS, since: undefined }]);
    const met = acquainted(deal({ known, stage: { is: "second", at: EARLY } }), today);
    assert.deepEqual([[...newsFor(met, today).added.keys()], met.came], [["3.0.0"], {}]);
  });
  test("is read without what scripts did not note then, and nothing of it is lost", () => {
    const { asked, came, optional, ...older } = deal({ known: { [SLIPS.key]: "2.1.0" }, items: { [SLIPS.key]: tickFor(SLIPS) } });
    assert.deepEqual(read(JSON.stringify(older)), { ...older, asked: {}, came: {}, optional: {} });
    assert.deepEqual(older.stage, { is: "first", at: EARLY });
  });
});
