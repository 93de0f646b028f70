// @ts-check
/* All words of the playbook, in all their forms. */

import { spellings } from "./spellings.js";

/** @type {Set<string>} every form of every word of the pages */
let vocabulary = new Set();
/** @type {string[]} the same, sorted */
let sorted = [];

/**
 * Reads all words of the pages.
 * @param {{title: string, text: string}[]} docs
 * @param {RegExp} separator
 */
export function read(docs, separator) {
  const words = new Set(docs.flatMap(({ title, text }) => [title, text]).flatMap((each) =>
    each.replace(/<[^>]*>/g, " ").toLowerCase().split(separator)));
  vocabulary = new Set([...words].flatMap((word) => (word ? spellings(word) : [])));
  sorted = [...vocabulary].sort();
}

/**
 * Whether any word of the pages begins like this.
 * @param {string} beginning
 */
export function begins(beginning) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < beginning) low = middle + 1;
    else high = middle;
  }
  return low < sorted.length && sorted[low].startsWith(beginning);
}

/** Whether a page has a word in this form.
 * @param {string} form */
export const has = (form) => vocabulary.has(form);
