// @ts-check
/* Has the theme's library keep all spellings of each word, and mends how it keeps words with figures. */

import { plain, spellings, unique } from "./spellings.js";
import { has } from "./vocabulary.js";

/** @typedef {{toString: () => string, clone: (change: () => string) => Token}} Token a word with its place */

/**
 * The spellings of a word on a page, and of it with the next one where that is written together elsewhere.
 * @param {Token} token @param {number} at @param {Token[]} tokens
 * @returns {Token[]}
 */
function spelled(token, at, tokens) {
  const [own, next, after] = [token, tokens[at + 1], tokens[at + 2]].map((each) => (each ? String(each) : ""));
  const both = plain(own) + plain(next);
  const joined = next && has(both) ? [both] : [];
  const signed = next === "&amp;" && own.length === 1 && after.length === 1 ? [`${plain(own)}&${plain(after)}`] : [];
  const thousands = /^\d{1,3}$/.test(own) && /^\d{3}$/.test(next) ? [own + next] : [];
  return unique([...spellings(own), ...joined, ...signed, ...thousands]).map((each) => token.clone(() => each));
}

/**
 * Leaves each place of a result to one of the spellings that were found there: the theme marks places one by one.
 * Places may belong to the index itself, so others take their place.
 * @param {Record<string, Record<string, {position?: number[]}>>} found by word and field
 */
function markOnce(found) {
  const seen = new Set();
  Object.values(found).forEach((fields) => Object.entries(fields).forEach(([field, at]) => {
    if (!at.position) return;
    const position = at.position.filter((place) => !seen.has(`${field} ${place}`));
    position.forEach((place) => seen.add(`${field} ${place}`));
    fields[field] = { ...at, position };
  }));
}

/**
 * Has the theme's library keep all spellings of each word.
 * @param {any} lunr
 */
export function teach(lunr) {
  Object.assign(lunr.TokenSet.prototype, { toString: named });
  const query = lunr.Index.prototype.query;
  lunr.Index.prototype.query = function (/** @type {unknown[]} */ ...given) {
    const results = query.apply(this, given);
    results.forEach((/** @type {any} */ result) => markOnce(result.matchData.metadata));
    return results;
  };
  const add = lunr.Builder.prototype.add;
  lunr.Pipeline.registerFunction(spelled, "spelled");
  lunr.Builder.prototype.add = function (/** @type {unknown[]} */ ...given) {
    const { pipeline } = this;
    const [first] = pipeline._stack;
    if (first === undefined) pipeline.add(spelled);
    else if (first !== spelled) pipeline.before(first, spelled);
    return add.apply(this, given);
  };
}

/**
 * The name of a node among all words, by which the theme's library tells nodes apart.
 *
 * The library writes letters and numbers without anything between them, so that "c0" to "c9" may be taken for another
 * word: whoever then looks for what begins with "c" gets an error, and "c001" is never found.
 * @this {{ final: boolean, edges: Record<string, { id: number }>, _str?: string }}
 */
function named() {
  const edges = Object.keys(this.edges).sort().map((letter) => `${letter}${this.edges[letter].id}`);
  this._str ??= [Number(this.final), ...edges].join(" ");
  return this._str;
}

/**
 * Everything on the pages of a process is also of that process.
 * @param {{location: string, of?: string}[]} docs
 */
export function belong(docs) {
  /** @param {{location: string}} doc */
  const pageOf = (doc) => doc.location.split("#")[0];
  const processes = new Map(docs.filter((doc) => doc.of).map((doc) => [pageOf(doc), doc.of]));
  docs.forEach((doc) => {
    const of = processes.get(pageOf(doc));
    if (of) doc.of = of;
  });
}
