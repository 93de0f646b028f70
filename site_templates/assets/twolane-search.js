// @ts-check
/*
 * Stands in front of the theme's own search, in its worker: takes out of a query what every page says, so that a
 * sentence finds what it is about; finds a word in whichever spelling; and mends how the theme keeps words with figures.
 *
 * The theme looks for any word that begins like one of the query's. "We have a spreadsheet" would find whatever has a
 * word that begins with "a"; here it becomes "spreadsheet". Endings are cut, so that "deciding" finds "decides".
 *
 * Each word of the pages is kept in all its spellings: "hand-off" also as "handoff", "José" as "jose", "$20k" as "20k"
 * and "20000". A query is brought into the same forms. So the index that travels holds nothing twice, what is shown of
 * a page is what stands there, and pages written by hand are found in the same way.
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

  // ---- spellings ---------------------------------------------------------------------------------------------

  /** Letters that are no other letter with a sign, and how they are written without them. @type {Record<string, string>} */
  const LETTERS = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i" };
  /** How Germans, and others, write out letters with signs. @type {Record<string, string>} */
  const WRITTEN_OUT = { "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa" };
  /** @type {Record<string, string>} */
  const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
  const FACTORS = { k: 1e3, m: 1e6, bn: 1e9, "": 1 };
  const AMOUNT = /^(\d{1,3}(?:[.,]\d{3})+|\d+)((?:[.,]\d{1,2})?)(k|m|bn|)$/;
  /** Signs above and below letters that are left out: of Latin, Greek and Cyrillic letters, and the vowels of Hebrew and
   * Arabic, which are mostly not written. Those of other scripts are letters of their own. */
  const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]/g;
  const UNSEEN = /[\u00ad\u200c-\u200f\u2060\ufeff]/g; // they say how a word is shown or divided, not what it is
  const OUTER = /^[^\p{L}\p{M}\p{N}%€$£]+|[^\p{L}\p{M}\p{N}%€$£+#]+$/gu;
  /** Scripts whose words are short, or not divided by spaces: a word that is asked for may be the start of a longer one. */
  const DENSE = /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Hangul}|\p{sc=Thai}|\p{sc=Lao}|\p{sc=Khmer}|\p{sc=Myanmar}/u;
  const INNER = /[-‐‑–_&./\\@+,、。・「」『』（），：；！？]+/; // what may stand inside of one word, or between two without a space
  const WITH_FIGURE = /^((?:\p{L}\p{M}*){2,})(\d+)$/u;
  const FIELD = /_/; // only names of fields and the like have it

  /**
   * A text in small letters, without accents, with one kind of apostrophe.
   * @param {string} text
   */
  function plain(text) {
    const straight = text.toLowerCase().replace(UNSEEN, "").replace(/[’‘`´]/g, "'").normalize("NFD");
    return straight.replace(ACCENTS, "").normalize("NFC").replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter]);
  }

  /** @param {string} text */
  const writtenOut = (text) => plain(text.toLowerCase().normalize("NFC").replace(/[äöüøå]/g, (letter) => WRITTEN_OUT[letter]));

  /**
   * An amount as it is compared: "$20k", "20,000" and "20.000" are "20000"; nothing where a word is none.
   * @param {string} word
   */
  function amount(word) {
    const [, whole, part, factor] = AMOUNT.exec(word) || [];
    if (whole === undefined) return "";
    const number = Number(whole.replace(/[.,]/g, "") + part.replace(",", ".")) * FACTORS[/** @type {"k"} */ (factor)];
    return String(Number(number.toPrecision(12)));
  }

  /**
   * All forms of a word by which it can be found, the one that says most first; nothing of a sign that stands alone.
   * @param {string} word
   * @returns {string[]}
   */
  function forms(word) {
    const read = word.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => ENTITIES[sign]);
    const bare = plain(read).replace(OUTER, "");
    const figure = bare.replace(/^[$€£]|[$€£%]$/g, "");
    if (!bare) return [];
    if (amount(figure)) return unique([bare, figure, amount(figure)]);
    if (/^\d/.test(figure)) return unique([bare, figure, ...figure.split(INNER)]);
    const other = writtenOut(read).replace(OUTER, "");
    const parts = bare.split(INNER).filter(Boolean);
    const telling = FIELD.test(bare) ? parts.filter((part) => part.length > 1) : parts;
    const figures = WITH_FIGURE.exec(bare)?.slice(1) || [];
    const signs = parts.length > 1 && /[_&+@]/.test(bare) ? [bare] : [];
    return unique([...signs, parts.join(""), other.split(INNER).join(""), ...telling, ...figures]);
  }

  /** @param {string[]} words */
  const unique = (words) => [...new Set(words.filter(Boolean))];

  /** @type {Map<string, string[]>} what was asked for already: a playbook has many times more words than different ones */
  const asked = new Map();

  /** @param {string} word */
  function spellings(word) {
    const found = asked.get(word) || forms(word);
    asked.set(word, found);
    return found;
  }

  // ---- all words of the playbook -----------------------------------------------------------------------------

  /** @type {Set<string>} every form of every word of the pages */
  let vocabulary = new Set();
  /** @type {string[]} the same, sorted */
  let sorted = [];

  /**
   * Reads all words of the pages.
   * @param {{title: string, text: string}[]} docs
   * @param {RegExp} separator
   */
  function read(docs, separator) {
    const words = new Set(docs.flatMap(({ title, text }) => [title, text]).flatMap((each) =>
      each.replace(/<[^>]*>/g, " ").toLowerCase().split(separator)));
    vocabulary = new Set([...words].flatMap((word) => (word ? spellings(word) : [])));
    sorted = [...vocabulary].sort();
  }

  /**
   * Whether any word of the pages begins like this.
   * @param {string} beginning
   */
  function begins(beginning) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < beginning) low = middle + 1;
      else high = middle;
    }
    return low < sorted.length && sorted[low].startsWith(beginning);
  }

  /** @typedef {{toString: () => string, clone: (change: () => string) => Token}} Token a word with its place */

  /**
   * The spellings of a word on a page, and of it with the next one where that is written together elsewhere.
   * @param {Token} token @param {number} at @param {Token[]} tokens
   * @returns {Token[]}
   */
  function spelled(token, at, tokens) {
    const [own, next, after] = [token, tokens[at + 1], tokens[at + 2]].map((each) => (each ? String(each) : ""));
    const both = plain(own) + plain(next);
    const joined = next && vocabulary.has(both) ? [both] : [];
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
  function teach(lunr) {
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

  // ---- queries -----------------------------------------------------------------------------------------------

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
    const at = places.find((each) => vocabulary.has(word.slice(0, each)) && vocabulary.has(word.slice(each)));
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
    return pairs.filter((pair) => vocabulary.has(pair)).map((pair) => `${pair}^2`);
  }

  /**
   * What to look for in the place of a query; one in the search language only loses its accents.
   * @param {string} query
   */
  function meant(query) {
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
  function belong(docs) {
    /** @param {{location: string}} doc */
    const pageOf = (doc) => doc.location.split("#")[0];
    const processes = new Map(docs.filter((doc) => doc.of).map((doc) => [pageOf(doc), doc.of]));
    docs.forEach((doc) => {
      const of = processes.get(pageOf(doc));
      if (of) doc.of = of;
    });
  }

  // Both the theme and this hear the same message; whoever listens first may change it.
  addEventListener("message", (event) => {
    const message = event.data;
    if (!message) return;
    if (message.type === SETUP) {
      const { lunr } = /** @type {any} */ (self);
      Object.assign(lunr.TokenSet.prototype, { toString: named });
      belong(message.data.docs);
      read(message.data.docs, new RegExp(message.data.config.separator));
      teach(lunr);
    }
    if (message.type === QUERY && typeof message.data === "string") message.data = meant(message.data);
  });
})();
