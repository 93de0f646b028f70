// @ts-check
/*
 * Stands in front of the theme's own search, in its worker: takes out of a query what every page says, so that a
 * sentence finds what it is about, and mends how the theme keeps words with figures.
 *
 * The theme looks for any word that begins like one of the query's. "We have a spreadsheet" would find whatever has a
 * word that begins with "a"; here it becomes "spreadsheet". Endings are cut, so that "deciding" finds "decides".
 */
(() => {
  "use strict";

  const SETUP = 0, QUERY = 2; // the theme's numbers for these kinds of message
  /** Words that say nothing about what is looked for. */
  const EMPTY = new Set((
    "a about after again all already also am an and any are aren't as at be because been before being but by can " +
    "can't cannot could did didn't do does doesn't doing don't else even ever every for from get gets getting give " +
    "go goes going got had has have haven't having he her here him his how i i'd i'll i'm i've if in into is isn't it " +
    "it's its just let let's like many may me might more most much must my no not of off on once only or other our " +
    "ours out over own really said say saying says she should so some such than that that's the their theirs them " +
    "then there there's these they they'd they'll they're they've this those through to too until up us use used uses using very was " +
    "wasn't we we'd we'll we're we've well were what what's when where which while who whom whose why will with " +
    "won't would yes yet you you'd you'll you're you've your yours"
  ).split(" "));
  /** What buyers say, and the words by which playbooks speak of it. */
  const ALSO = new Map(Object.entries({
    afford: "price cost", cheap: "price cost", cheaper: "price cost", costly: "price cost", discount: "price percent",
    expensive: "price cost", pricey: "price cost", pricing: "price cost", excel: "spreadsheet", boss: "manager director",
  }));
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
    const sound = cut.length >= SHORTEST && !/\d|([^aeiou])\1$/.test(cut);
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
   * What to look for in the place of a query; one in the search language stays as it is.
   * @param {string} query
   */
  function meant(query) {
    if (signed(query)) return query;
    const split = query.toLowerCase().replace(/[’‘`´]/g, "'").split(/[^\p{L}\p{N}'%€$]+/u);
    const words = split.map((word) => word.replace(/^'+|'+$/g, "")).filter((word) => word);
    const telling = words.filter((word) => !EMPTY.has(word));
    if (telling.length === 0) return words.join(" ") || query;
    const last = words[words.length - 1];
    const sought = telling.map((word) => (word.length <= WHOLE && word !== last ? `${word}^1` : stem(word)));
    return [...sought, ...telling.flatMap((word) => ALSO.get(word) ?? [])].join(" ");
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

  // Both the theme and this hear the same message; whoever listens first may change it.
  addEventListener("message", (event) => {
    const message = event.data;
    if (!message) return;
    if (message.type === SETUP) Object.assign(/** @type {any} */ (self).lunr.TokenSet.prototype, { toString: named });
    if (message.type === QUERY && typeof message.data === "string") message.data = meant(message.data);
  });
})();
