// Search as its messages go: under which spellings a word of a page is kept, and what a query becomes.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadedIn } from "./loaded.mjs";

/** A worker in which the script stands in front of the theme's own, with these texts as the only page. */
function worker(...texts) {
  let heard, spelled;
  class Builder { add() {} }
  class Index { query() { return []; } }
  const lunr = { Builder, Index, TokenSet: class {}, Pipeline: { registerFunction: (given) => { spelled = given; } } };
  const addEventListener = (_, listener) => { heard = listener; };
  loadedIn({ self: { lunr }, addEventListener }, "null", "twolane-search.js");
  const say = (type, data) => {
    const message = { type, data };
    heard({ data: message });
    return message.data;
  };
  say(0, { docs: texts.map((text) => ({ location: "", title: "", text })), config: { separator: "[\\s\\-]+" } });
  const token = (word) => ({ toString: () => word, clone: (change) => token(change()) });
  return { query: (words) => say(2, words), kept: (...words) => spelled(token(words[0]), 0, words.map(token)).map(String) };
}

/** What is looked for, without weights. */
const terms = (query) => query.split(" ").map((term) => term.replace(/\^\d+$/, ""));

describe("a word of any script", () => {
  const WORDS = {
    Latin: ["José", ["jose", "josé", "JOSÉ", "Jose\u0301"]],
    Japanese: ["ガイド", ["ガイド", "カ\u3099イト\u3099"]],
    Korean: ["가격표", ["가격표", "가격표".normalize("NFD")]],
    Hindi: ["हिन्दी", ["हिन्दी"]],
    Tamil: ["தமிழ்", ["தமிழ்"]],
    Thai: ["ที่นี่", ["ที่นี่"]],
    Arabic: ["كِتَاب", ["كتاب", "كِتَاب", "كتـاب"]],
    Hebrew: ["שָׁלוֹם", ["שלום", "שָׁלוֹם"]],
    Persian: ["می\u200cخواهم", ["می\u200cخواهم", "میخواهم"]],
    Russian: ["ещё", ["еще", "ещё"]],
    Vietnamese: ["Việt", ["viet", "việt"]],
    "soft hyphens": ["sche\u00addule", ["schedule"]]
  };
  for (const [script, [written, asked]] of Object.entries(WORDS)) {
    for (const word of asked) {
      test(`is found as it is written or typed (${script}: ${word})`, () => {
        const search = worker(`${written} slip`);
        const looked = terms(search.query(`${word} slip`));
        assert.equal(looked.length, 2, looked.join(" "));
        assert.ok(search.kept(written)[0].startsWith(looked[0]), `${search.kept(written)} / ${looked}`);
      });
    }
  }
  test("counts as the start of a longer one where words are not divided by spaces", () => {
    const search = worker("ガイドを送る 価格が出る");
    assert.equal(search.query("価格 ガイド"), "価格 ガイド");
  });
  test("is found behind a full stop that has no space around it", () => {
    assert.ok(worker().kept("送る。価格表（新）").includes("価格表"));
  });
  test("keeps the marks that are letters of their own", () => {
    const search = worker("हिन्दी में लिखें");
    assert.deepEqual(terms(search.query("हिन्दी में")), ["हिन्दी", "में"]);
  });
});
