// @ts-check
/* The one place that reads `twolane-words.js`, the file with everything that scripts say; pages load it before them. */

/** @typedef {{one: string, many: string}} Counted */

/**
 * The words of one part of the site.
 * @template {keyof typeof twolaneWords} T
 * @param {T} part
 * @returns {(typeof twolaneWords)[T]}
 */
export function wordsOf(part) {
  return twolaneWords[part];
}

/** A text with its places filled in; the counted kind picks its form by `count`.
 * @param {string | Counted} text
 * @param {Record<string, string | number>} [values] */
export function fill(text, values = {}) {
  const form = typeof text === "string" ? text : text[values.count === 1 ? "one" : "many"];
  return form.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
