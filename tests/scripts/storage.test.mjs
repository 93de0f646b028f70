// Where the browser keeps what: cabinets by address and kind, what earlier scripts kept, what other places offer.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { drawersOf } from "../../generator/scripts/storage/drawers.js";

/** A browser's storage that refuses what is above its room. */
class Storage {
  constructor(entries = {}, room = Infinity) {
    this.entries = new Map(Object.entries(entries));
    this.room = room;
  }
  get length() { return this.entries.size; }
  key(at) { return [...this.entries.keys()][at] ?? null; }
  getItem(key) { return this.entries.get(key) ?? null; }
  setItem(key, text) {
    if (this.entries.size >= this.room && !this.entries.has(key)) throw new Error("no room");
    this.entries.set(key, text);
  }
  removeItem(key) { this.entries.delete(key); }
}

const at = (root) => encodeURIComponent(root);

/** The storage as a site sees it that stands at `root`. */
function opened(localStorage, { root = "/pb/", title = "Ours", processes = ["sell"], kind = "" } = {}) {
  return drawersOf({ localStorage, sessionStorage: new Storage() }, at(root), { title, processes, kind });
}

const OLD_DEAL = JSON.stringify({ process: "sell" });
const offered = (drawer) => drawer.others().filter(({ entries }) => entries.length)
  .map(({ title, entries }) => [title, entries.map(({ key }) => key)]);

describe("what earlier scripts kept without a title", () => {
  const OLD = { [`twolane:start:${at("/pb/")}::seller/one`]: "tick", [`twolane:keys:${at("/pb/")}::single`]: "off" };
  for (const kind of ["", "partner"]) {
    test(`is the own one of a site at the same address (${kind || "house"})`, () => {
      const local = new Storage(OLD);
      const storage = opened(local, { kind });
      assert.equal(storage.open("start").read("seller/one"), "tick");
      assert.equal(storage.open("keys").read("single"), "off");
      assert.deepEqual([...local.entries.keys()].filter((key) => key in OLD), []);
      assert.equal(opened(local, { kind }).open("start").read("seller/one"), "tick");
    });
  }
  test("stays where it is when a preview stands there", () => {
    const local = new Storage(OLD);
    assert.deepEqual(opened(local, { kind: "preview" }).open("start").keys(), []);
    assert.deepEqual([...local.entries.keys()], Object.keys(OLD));
  });
  test("is offered from another address whose deals are ours, under their title", () => {
    const deals = { [`twolane:deal:${at("/pb/")}:${at("Old title")}:deal-1`]: OLD_DEAL };
    const moved = opened(new Storage({ ...OLD, ...deals }), { root: "/moved/" });
    assert.deepEqual(offered(moved.open("start")), [["Old title", ["seller/one"]]]);
    assert.deepEqual(moved.open("start").keys(), []);
  });
  test("is offered as well once those deals have moved into their cabinet", () => {
    const deals = { [`twolane:deal:${at("/pb/")}:Ours:deal-1`]: OLD_DEAL };
    const local = new Storage({ ...OLD, ...deals });
    opened(local).open("deal");
    assert.deepEqual(offered(opened(local, { root: "/moved/" }).open("start")), [["Ours", ["seller/one"]]]);
  });
  test("is nobody's where other playbooks kept deals, or none did", () => {
    const foreign = { [`twolane:deal:${at("/pb/")}:Theirs:deal-1`]: JSON.stringify({ process: "hire" }) };
    for (const deals of [foreign, {}]) {
      assert.deepEqual(offered(opened(new Storage({ ...OLD, ...deals }), { root: "/moved/" }).open("start")), []);
    }
  });
});

describe("what earlier scripts kept under a title", () => {
  const OLD = { [`twolane:deal:${at("/pb/")}:${at("Old title")}:deal-1`]: OLD_DEAL };
  test("moves into the cabinet of the house at the same address, by title or process", () => {
    const local = new Storage(OLD);
    assert.deepEqual(opened(local).open("deal").keys(), ["deal-1"]);
    assert.deepEqual([...local.entries.keys()].filter((key) => key in OLD), []);
  });
  test("is offered to a site for an audience there, and to one at another address", () => {
    for (const site of [{ kind: "partner" }, { root: "/moved/" }]) {
      const drawer = opened(new Storage(OLD), site).open("deal");
      assert.deepEqual([drawer.keys(), offered(drawer)], [[], [["Old title", ["deal-1"]]]]);
    }
  });
  test("stays until there is room for its new place", () => {
    const local = new Storage(OLD, 1);
    opened(local).open("deal");
    assert.deepEqual([...local.entries.keys()], Object.keys(OLD));
  });
});

describe("a cabinet", () => {
  test("is the same one under a new title, and another one for a playbook without a process of it", () => {
    const local = new Storage();
    opened(local).open("deal").write("a", "1");
    assert.deepEqual(opened(local, { title: "New title" }).open("deal").keys(), ["a"]);
    const foreign = opened(local, { title: "Theirs", processes: ["hire"] }).open("deal");
    assert.deepEqual([foreign.keys(), offered(foreign)], [[], []]);
  });
  test("of a preview is offered to nobody; that of the house to all its sites", () => {
    const local = new Storage();
    opened(local, { kind: "preview" }).open("deal").write("a", "1");
    assert.deepEqual(offered(opened(local).open("deal")), []);
    opened(local).open("deal").write("b", "2");
    for (const kind of ["preview", "partner"]) {
      assert.deepEqual(offered(opened(local, { kind }).open("deal")), [["Ours", ["b"]]]);
    }
  });
  test("keeps in mind what was answered, until that is taken back", () => {
    const local = new Storage();
    opened(local).open("deal").write("a", "1");
    const answered = () => opened(local, { root: "/moved/" }).open("deal").others()[0];
    answered().answer(["a"], true);
    assert.equal(answered().entries[0].answered, true);
    answered().answer(["a"], false);
    assert.equal(answered().entries[0].answered, false);
  });
});
