// Deals as values: what counts as done, how two copies become one, what a file of deals must be.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import "./words_of_pages.mjs";
import * as values from "../../generator/scripts/deals/deal.js";
import * as files from "../../generator/scripts/deals/deal_file.js";
import * as meeting from "../../generator/scripts/deals/meeting.js";
import * as standing from "../../generator/scripts/deals/standing.js";
import { deal, EARLY, item, LATE, process, stage, tickFor } from "./deal_examples.mjs";

const deals = { ...values, ...files, ...meeting, ...standing };
const SLIPS = item("criterion:slips-counted");
const CALL = item("step:call", { part: "step", required: false });
const TODAY = process("2.1.0", stage("first", [SLIPS, CALL]), stage("second", [item("criterion:signed")]));

const tick = (more = {}) => tickFor(SLIPS, more);
const file = (more = {}, around = {}) => JSON.stringify({
  format: "twolane-deals", formatVersion: 1, exported: LATE, playbook: "Any", deals: [deal(more)], ...around
});

describe("a tick", () => {
  test("counts as long as the words are those that were ticked, spaces, capitals and the mark at the end apart", () => {
    const done = deal({ items: { [SLIPS.key]: tick({ text: ` ${SLIPS.text.replace(" ", "  ")}` }) } });
    assert.equal(deals.standing(done, SLIPS, TODAY), "done");
    assert.equal(deals.standing(done, { ...SLIPS, text: "Counts its slips for three weeks" }, TODAY), "changed");
    assert.equal(deals.standing(done, { ...SLIPS, evidence: "A list" }, TODAY), "changed");
    assert.equal(deals.standing(deal(), SLIPS, TODAY), "open");
  });
  test("follows an item that has a new key, and the newest of its keys counts", () => {
    const renamed = { ...SLIPS, key: "criterion:counted", before: [SLIPS.key] };
    const both = { [SLIPS.key]: tick(), [renamed.key]: tick({ done: false, at: LATE }) };
    assert.equal(deals.standing(deal({ items: { [SLIPS.key]: tick() } }), renamed, TODAY), "done");
    assert.equal(deals.standing(deal({ items: both }), renamed, TODAY), "open");
  });
  test("is never older than the one that it takes the place of", () => {
    const future = "2999-01-01T00:00:00.000Z";
    const again = deals.ticked(deal({ items: { [SLIPS.key]: tick({ at: future }) } }), SLIPS, false, TODAY);
    assert.equal(again.items[SLIPS.key].at, "2999-01-01T00:00:00.001Z");
  });
});

describe("progress", () => {
  test("counts what is ticked of what is asked, and what is required and missing", () => {
    const done = deal({ items: { [SLIPS.key]: tick() } });
    const { missing, ...figures } = deals.progress(done, TODAY.stages[0], TODAY);
    assert.deepEqual({ ...figures, missing: missing.map((each) => each.key) }, { done: 1, of: 2, missing: [], changed: [] });
    assert.deepEqual(deals.whole(deal(), TODAY).missing.map((each) => each.key), [SLIPS.key, "criterion:signed"]);
  });
  test("leaves out what holds for newer deals only in a stage that is left behind", () => {
    const later = process("3.0.0", stage("first", [SLIPS, item("criterion:new", { newOnly: true })]), TODAY.stages[1]);
    const [behind, there] = ["second", "first"].map((is) => deals.acquainted(deal({ stage: { is, at: EARLY } }), later));
    assert.equal(deals.standing(behind, later.stages[0].items[1], later), "spared");
    assert.equal(deals.progress(behind, later.stages[0], later).of, 1);
    assert.equal(deals.standing(there, later.stages[0].items[1], later), "open");
  });
  test("says of what has become required when it was not", () => {
    const met = deals.acquainted(deal(), TODAY);
    assert.equal(deals.tightened(met, { ...CALL, required: true }, TODAY), "2.1.0");
    assert.equal(deals.tightened(met, SLIPS, TODAY), "");
  });
  test("knows what is ticked and no longer in the playbook", () => {
    const old = deal({ items: { "criterion:gone": tick({ text: "Old words" }), [SLIPS.key]: tick() } });
    assert.deepEqual(deals.gone(old, TODAY).map((each) => each.text), ["Old words"]);
  });
});

describe("two copies of a deal", () => {
  const here = deal({ name: { is: "Brown & Sons", at: LATE }, items: { [SLIPS.key]: tick() }, known: { a: "2.1.0" } });
  const there = deal({ stage: { is: "second", at: LATE }, items: { [SLIPS.key]: tick({ done: false, at: LATE }), [CALL.key]: tick() } });
  test("become one in which the newest of each thing counts", () => {
    const one = deals.merged(here, there);
    assert.deepEqual([one.name.is, one.stage.is], ["Brown & Sons", "second"]);
    assert.deepEqual([one.items[SLIPS.key].done, one.items[CALL.key].done], [false, true]);
  });
  test("become the same one in either order, from the same moment too, and with themselves", () => {
    assert.equal(deals.text(deals.merged(here, there)), deals.text(deals.merged(there, here)));
    const twin = deal({ name: { is: "Braun", at: EARLY } });
    assert.equal(deals.text(deals.merged(deal(), twin)), deals.text(deals.merged(twin, deal())));
    assert.ok(deals.same(here, deals.merged(here, here)));
  });
});

describe("a file of deals", () => {
  const bad = { "step:call-the-planner": { done: "yes", at: LATE, version: "1", text: "", evidence: "" } };
  const damaged = [
    ["", "The file is not JSON"],
    ['{"format": "twolane-deals", "deals": [', "The file is not JSON"],
    ["[]", "The file holds no deals"],
    ["null", "The file holds no deals"],
    ['{"format": "something"}', "The file holds no deals"],
    [file({}, { formatVersion: 2 }), "format version 2; this playbook reads version 1"],
    [file({}, { deals: {} }), "damaged at deals: a list was expected"],
    [file({}, { deals: [7] }), "damaged at deals[0]: a record in braces was expected"],
    [file({ id: "../x" }), "damaged at deals[0].id: an id of letters, digits and hyphens"],
    [file({ name: { is: " ", at: LATE } }), "damaged at deals[0].name.is: a text of 1 to 200"],
    [file({ name: { is: "Brown", at: "soon" } }), "damaged at deals[0].name.at: a date such as"],
    [file({ state: { is: "won", at: LATE } }), "deals[0].state.is: open, archived or deleted was"],
    [file({ items: JSON.parse('{"__proto__": {}}') }), "deals[0].items.__proto__: criterion: or step: and an id"],
    [file({ optional: ["step:x"] }), "deals[0].optional: a record in braces was expected"],
    [file({ optional: { "step:x": 2 } }), "deals[0].optional.step:x: a text of 1 to 200 letters"],
    [file({ items: bad }), "deals[0].items.step:call-the-planner.done: true or false was expected"]
  ];
  for (const [number, [content, said]] of damaged.entries()) {
    test(`that is damaged says so and where (${number + 1}: ${said})`, () => {
      assert.ok(deals.fromFile(content).problem.includes(said), deals.fromFile(content).problem);
    });
  }
  test("gives back what was saved, behind a mark of the byte order too", () => {
    const saved = deals.file([deal({ items: { [SLIPS.key]: tick() } })], "Any");
    for (const text of [saved, `\uFEFF${saved}`]) {
      assert.deepEqual(deals.fromFile(text), { deals: [deal({ items: { [SLIPS.key]: tick() } })], playbook: "Any" });
    }
  });
  test("may lack what files lacked before steps could be required, and before a deal was told of news", () => {
    const { optional, came, asked, ...older } = deal();
    assert.deepEqual(deals.fromFile(file({}, { deals: [older] })).deals, [deal()]);
  });
  test("holds each deal once: two of the same id become one", () => {
    const twice = file({}, { deals: [deal(), deal({ name: { is: "Braun", at: LATE } })] });
    assert.deepEqual(deals.fromFile(twice).deals.map((each) => each.name.is), ["Braun"]);
  });
});
