// @ts-check
/*
 * The text in which a deal is kept, and the file in which deals travel.
 *
 * THE FILE, format "twolane-deals", formatVersion 1: JSON in UTF-8.
 *   {"format": "twolane-deals", "formatVersion": 1, "exported": DAY, "playbook": "its title", "deals": [DEAL, …]}
 * DAY is a date and time as in 2026-11-22T09:30:00.000Z. A DEAL says
 *   id        what makes it this deal: letters, digits, hyphens
 *   process   the id of its process, version: the version of that process on which it started, started: DAY
 *   name, stage (an id), state (open, archived, deleted): each {"is": value, "at": DAY of the last change}
 *   items     {"criterion:ID" or "step:ID": {"done": true or false, "at": DAY, "version", "text", "evidence"}},
 *             the words being those that stood there when it was ticked
 *   known     {"criterion:ID": version} all that could be ticked so far; spared: {"criterion:ID": DAY} what came
 *             too late for it; optional: {"step:ID": version} what was not required when it was first met; came:
 *             {"criterion:ID": version} what was not there when it began; asked: {"step:ID": version} what was
 *             optional and became required while it was still ahead. A file without the last three is read too
 * Whatever else stands in the file is left out when it is read.
 */

import { fill, wordsOf } from "../shared/words.js";
import { merged, now } from "./deal.js";
import { dealAt, LONGEST_NAME, MOST, Wrong, wrong } from "./deal_reading.js";

/** @import { Deal } from "./deal.js" */

const FORMAT = "twolane-deals";
const FORMAT_VERSION = 1;
const words = wordsOf("deals");

/** The deal in a kept text; nothing where the text is damaged.
 * @param {string} kept @returns {Deal | null} */
export function read(kept) {
  try {
    return dealAt(JSON.parse(kept), "deal");
  } catch {
    return null;
  }
}

/** @param {Deal[]} deals @param {string} playbook */
export function file(deals, playbook) {
  const whole = { format: FORMAT, formatVersion: FORMAT_VERSION, exported: now(), playbook, deals };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** The deals in a file's text and the title of the playbook that it comes from, or what is wrong with it.
 * @param {string} content @returns {{deals: Deal[], playbook: string} | {problem: string}} */
export function fromFile(content) {
  try {
    const given = parsed(content);
    return { deals: dealsIn(given), playbook: titleIn(given) };
  } catch (error) {
    if (error instanceof Wrong) return { problem: error.message };
    throw error;
  }
}

/** @param {string} content @returns {unknown} */
function parsed(content) {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch {
    throw new Wrong(words.fileNotJson);
  }
}

/** @param {unknown} content @returns {Deal[]} */
function dealsIn(content) {
  const given = typeof content === "object" && content !== null ? /** @type {Record<string, unknown>} */ (content) : {};
  if (given.format !== FORMAT) throw new Wrong(words.fileForeign);
  if (given.formatVersion !== FORMAT_VERSION) {
    const found = String(given.formatVersion).slice(0, 20);
    throw new Wrong(fill(words.fileNewer, { found, known: FORMAT_VERSION }));
  }
  if (!Array.isArray(given.deals)) return wrong("deals", words.expectedList);
  if (given.deals.length > MOST) return wrong("deals", fill(words.expectedFewer, { most: MOST }));
  const deals = given.deals.map((deal, at) => dealAt(deal, `deals[${at}]`));
  return [...new Set(deals.map((deal) => deal.id))].map((each) => deals.filter((deal) => deal.id === each).reduce(merged));
}

/** @param {unknown} content @returns {string} */
function titleIn(content) {
  const { playbook } = /** @type {Record<string, unknown>} */ (content);
  return typeof playbook === "string" ? playbook.slice(0, LONGEST_NAME) : "";
}
