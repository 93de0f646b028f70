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

import { belong, teach } from "./search/indexing.js";
import { meant } from "./search/queries.js";
import { read } from "./search/vocabulary.js";

const SETUP = 0, QUERY = 2; // the theme's numbers for these kinds of message

// Both the theme and this hear the same message; whoever listens first may change it.
addEventListener("message", (event) => {
  const message = event.data;
  if (!message) return;
  if (message.type === SETUP) {
    belong(message.data.docs);
    read(message.data.docs, new RegExp(message.data.config.separator));
    teach(/** @type {any} */ (self).lunr);
  }
  if (message.type === QUERY && typeof message.data === "string") message.data = meant(message.data);
});
