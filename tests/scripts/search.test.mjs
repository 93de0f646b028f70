// Search: under which spellings a word of a page is kept, and what a query becomes.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { teach } from "../../generator/scripts/search/indexing.js";
import { meant } from "../../generator/scripts/search/queries.js";
import { read } from "../../generator/scripts/search/vocabulary.js";

/** What divides words on pages, as the site tells its search. */
const SEPARATOR = /[\s:!?"“”„‘()\[\]/…–—]+|[.,](?=[\s"”)\]]|$)/;

/** Search as it stands in front of the theme's own, with these texts as the only page. */
function worker(...texts) {
  let spelled;
  class Builder { add() {} }
  class Index { query() { return []; } }
  const lunr = { Builder, Index, TokenSet: class {}, Pipeline: { registerFunction: (given) => { spelled = given; } } };
  read(texts.map((text) => ({ title: "", text })), SEPARATOR);
  teach(lunr);
  const token = (word) => ({ toString: () => word, clone: (change) => token(change()) });
  return { query: meant, kept: (...words) => spelled(token(words[0]), 0, words.map(token)).map(String) };
}

/** What is looked for, without weights. */
const terms = (query) => query.split(" ").map((term) => term.replace(/\^\d+$/, ""));

/** Whether a page with this text has a word that begins like what is looked for, for each term or for one of them. */
function finds(text, query) {
  const search = worker(text);
  const words = text.toLowerCase().replace(/&/g, "&amp;").split(SEPARATOR).filter(Boolean);
  const kept = words.flatMap((_, at) => search.kept(...words.slice(at)));
  return terms(search.query(query)).some((term) => kept.some((word) => word.startsWith(term)));
}

describe("a word in any spelling is found", () => {
  const SPELLINGS = {
    "Send the e-mail today": ["email", "e-mail", "e mail"],
    "About the hand-off": ["handoff", "hand-off", "hand off"],
    "The follow up is": ["followup", "follow-up"],
    "To José Müller": ["jose", "José", "muller", "mueller", "Müller"],
    "The Größe decides": ["grosse", "groesse", "Größe", "GRÖSSE"],
    "Deals above $20k go": ["20k", "$20k", "20,000", "20 000", "20000", "20.000"],
    "All over 150,000 euros": ["150k", "150.000", "150,000", "150 000"],
    "All go to R&D first": ["R&D", "r & d"],
    "Fill Next_Step__c there": ["Next_Step__c", "next_step__c", "NextStep"],
    "Fill StageName there": ["StageName", "stage name", "stagename"],
    "ISO 27001 and SOC2 count": ["iso 27001", "ISO27001", "SOC 2", "SOC2"],
    "Use Plan B in the U.S.A. now": ["plan b", "USA", "U.S.A."],
    "The kick off decides": ["kick-off", "kickoff", "kick off"]
  };
  for (const [text, spellings] of Object.entries(SPELLINGS)) {
    for (const spelling of spellings) {
      test(`on "${text}" as ${spelling}`, () => {
        assert.ok(finds(text, spelling));
        assert.ok(!finds("Nothing of all this", spelling));
      });
    }
  }
});

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
