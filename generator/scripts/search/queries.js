// @ts-check
/* What to look for in the place of a query. */

import { ALSO, EMPTY } from "./empty_words.js";
import { DENSE, FIELD, OUTER, plain, spellings, unique, WITH_FIGURE } from "./spellings.js";
import { begins, has } from "./vocabulary.js";

const ENDINGS = /(?:'s|ing|ed|es|s|e|y|ies)$/; // "savings" and "routings" only lose their last letter
const SHORTEST = 4; // letters that must be left of a word whose ending is cut
const WHOLE = 3; // letters up to which a word counts only as a whole, unless it is still being typed
/** What the search language knows: `+must`, `-must not`, `title:word`, `"some words"`, `begin*`, `near~1`, `word^2`. */
const TERM = /^[+-]?(?:(?:title|text|tags):)?(?:"[^"]+"|\*?[^\s"*^~:+-][^\s"*^~:]*\*?)(?:~\d)?(?:\^\d{1,3})?$/;
const SIGN = /["*^~]|^[+-]|:/;

/**
 * A word without its ending, as far as enough of it is left.
 * @param {string} word
 */
function stem(word) {
  const cut = word.replace(ENDINGS, "");
  const sound = cut.length >= SHORTEST && !/[\d_&]|([^aeiou])\1$/.test(cut);
  return sound ? cut : word.replace(/'s$/, "");
}

/**
 * Whether a query has signs of the search language and all of it is in that language.
 * @param {string} query
 */
function signed(query) {
  const terms = query.match(/(?:"[^"]*"|\S)+/g) ?? [];
  return terms.some((term) => SIGN.test(term)) && terms.every((term) => TERM.test(term));
}

/**
 * The words of a query.
 * @param {string} query
 */
function wordsOf(query) {
  const joined = query.replace(/(^|\s)(\p{L}\p{M}*)\s*&\s*(\p{L}\p{M}*)(?=\s|$)/gu, "$1$2&$3")
    .replace(/(^|\s)(\d{1,3}(?: \d{3})+)(?=\s|$)/g, (_, before, figures) => before + figures.replace(/ /g, ""));
  const split = plain(joined).split(/[^\p{L}\p{M}\p{N}'%€$£&._,@-]+/u);
  return split.map((word) => word.replace(OUTER, "").replace(/^'+|'+$/g, "")).filter(Boolean);
}

/**
 * A word that no page has, as the two that it is made of where pages have those.
 * @param {string} word
 */
function divided(word) {
  const figures = WITH_FIGURE.exec(word);
  if (figures) return figures.slice(1);
  const places = [...word].map((_, at) => at).filter((at) => at >= 2 && word.length - at >= 2);
  const at = places.find((each) => has(word.slice(0, each)) && has(word.slice(each)));
  return at === undefined ? [] : [word.slice(0, at), word.slice(at)];
}

/**
 * What to look for in the place of one word of a query.
 * @param {string} word
 * @param {boolean} typed whether it may still be being typed
 * @returns {string[]}
 */
function sought(word, typed) {
  const [first, ...others] = spellings(word);
  if (!first) return [];
  if (others.length && begins(first)) return FIELD.test(word) ? [first] : [first, ...others.filter(tells).map((each) => `${each}^1`)];
  const telling = others.filter(tells).map((each) => stem(each));
  if (others.length) return telling.length ? telling : [first];
  const simple = first.length <= WHOLE && !typed && !DENSE.test(first) ? `${first}^1` : stem(first);
  const parts = begins(stem(first)) ? [] : divided(first);
  return parts.length ? parts.map((each) => `${each}^1`) : [simple];
}

/** @param {string} word */
const tells = (word) => !EMPTY.has(word) && word.length > 1;

/**
 * Two words of a query that some page writes as one.
 * @param {string[]} words
 */
function together(words) {
  const pairs = words.slice(1).map((word, at) => words[at] + word);
  return pairs.filter((pair) => has(pair)).map((pair) => `${pair}^2`);
}

/**
 * What to look for in the place of a query; one in the search language only loses its accents.
 * @param {string} query
 */
export function meant(query) {
  if (signed(query)) return plain(query);
  const words = wordsOf(query);
  const telling = words.filter((word) => !EMPTY.has(word));
  const pairs = together(words);
  if (telling.length === 0) return [...words, ...pairs].join(" ") || query;
  const last = words[words.length - 1];
  const typed = last.length > 1 || words.length === 1 ? last : "";
  const terms = telling.flatMap((word) => sought(word, word === typed));
  return unique([...terms, ...pairs, ...telling.flatMap((word) => ALSO.get(word) ?? [])]).join(" ");
}
