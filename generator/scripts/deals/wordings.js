// @ts-check
/* Whether the words that were ticked stand for those of today. */

/** @import { Item, Tick } from "./deal.js" */

const ENDS = " .,;:!…";

/** A text without what makes no difference to anybody: case, white space, a mark at its end. `evened` in
 * `generator/twolane/meaning/kept_ticks.py` is the same rule, and one table of cases holds both to it.
 * @param {string} text */
export function evened(text) {
  const even = text.replace(/[ \t\r\n\u00a0\u202f]+/g, " ").replace(/^ /, "");
  let end = even.length;
  while (end && ENDS.includes(even[end - 1])) end -= 1;
  return even.slice(0, end).toLowerCase();
}

/** Both the words and the evidence, each by itself, are those of today or of a release that meant the same by them.
 * @param {Tick} tick @param {Item} item */
export function standsFor(tick, item) {
  /** @param {string} ticked @param {string[]} today */
  const among = (ticked, today) => today.some((each) => evened(each) === evened(ticked));
  return among(tick.text, [item.text, ...item.texts]) && among(tick.evidence, [item.evidence, ...item.evidences]);
}
