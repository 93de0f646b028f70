// @ts-check
/* Reads deals from what JSON says, strictly: the first thing that is wrong is told with its place. */

import { fill, wordsOf } from "../shared/words.js";

/** @import { Deal, DealState, Tick } from "./deal.js" */

export const LONGEST_NAME = 200;
export const MOST = 5000;
const LONGEST_TEXT = 20000;
const KEY = /^(criterion|step):[a-z0-9]+(-[a-z0-9]+)*$/;
const ID = /^[A-Za-z0-9-]{1,80}$/;
const words = wordsOf("deals");

/** What is wrong with a text that should hold deals, in words for its reader. */
export class Wrong extends Error {}

/** @param {string} where @param {string} what @returns {never} */
export function wrong(where, what) {
  throw new Wrong(fill(words.fileWrong, { where, what }));
}

/** @param {unknown} value @param {string} where @returns {Record<string, unknown>} */
function record(value, where) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return wrong(where, words.expectedRecord);
  return /** @type {Record<string, unknown>} */ (value);
}

/** @param {unknown} value @param {string} where @param {number} most @param {boolean} [mayBeEmpty] @returns {string} */
function textAt(value, where, most, mayBeEmpty = false) {
  const fits = typeof value === "string" && value.length <= most && (mayBeEmpty || value.trim() !== "");
  return fits ? /** @type {string} */ (value) : wrong(where, fill(words.expectedText, { most }));
}

/** A day in the one form that can be compared as text.
 * @param {unknown} value @param {string} where @returns {string} */
function day(value, where) {
  const time = typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? wrong(where, words.expectedDay) : new Date(time).toISOString();
}

/** @param {unknown} value @param {string} where @returns {string} */
function id(value, where) {
  return typeof value === "string" && ID.test(value) ? value : wrong(where, words.expectedId);
}

/** @template T
 * @param {unknown} value @param {string} where @param {(value: unknown, where: string) => T} read
 * @returns {Record<string, T>} */
function byKey(value, where, read) {
  /** @type {Record<string, T>} */
  const found = {};
  const entries = Object.entries(record(value, where));
  if (entries.length > MOST) wrong(where, fill(words.expectedFewer, { most: MOST }));
  entries.forEach(([key, each]) => {
    if (!KEY.test(key)) wrong(`${where}.${key.slice(0, 80)}`, words.expectedKey);
    found[key] = read(each, `${where}.${key}`);
  });
  return found;
}

/** @param {unknown} value @param {string} where @returns {Tick} */
function tickAt(value, where) {
  const given = record(value, where);
  if (typeof given.done !== "boolean") return wrong(`${where}.done`, words.expectedYesNo);
  return {
    done: given.done,
    at: day(given.at, `${where}.at`),
    version: textAt(given.version, `${where}.version`, LONGEST_NAME),
    text: textAt(given.text, `${where}.text`, LONGEST_TEXT, true),
    evidence: textAt(given.evidence, `${where}.evidence`, LONGEST_TEXT, true)
  };
}

/** @template T
 * @param {unknown} value @param {string} where @param {(value: unknown, where: string) => T} read
 * @returns {{is: T, at: string}} */
function dated(value, where, read) {
  const given = record(value, where);
  return { is: read(given.is, `${where}.is`), at: day(given.at, `${where}.at`) };
}

/** @param {unknown} value @param {string} where @returns {DealState} */
function stateAt(value, where) {
  return value === "open" || value === "archived" || value === "deleted" ? value : wrong(where, words.expectedState);
}

/** A deal from what JSON says; a Wrong says where it is none.
 * @param {unknown} value @param {string} where @returns {Deal} */
export function dealAt(value, where) {
  const given = record(value, where);
  /** @param {unknown} each @param {string} at */
  const version = (each, at) => textAt(each, at, LONGEST_NAME);
  /** What a deal of an earlier script does not have. @param {string} key */
  const versions = (key) => (given[key] === undefined ? {} : byKey(given[key], `${where}.${key}`, version));
  return {
    id: id(given.id, `${where}.id`),
    process: id(given.process, `${where}.process`),
    version: version(given.version, `${where}.version`),
    started: day(given.started, `${where}.started`),
    name: dated(given.name, `${where}.name`, (each, at) => textAt(each, at, LONGEST_NAME)),
    stage: dated(given.stage, `${where}.stage`, id),
    state: dated(given.state, `${where}.state`, stateAt),
    items: byKey(given.items, `${where}.items`, tickAt),
    known: byKey(given.known, `${where}.known`, version),
    spared: byKey(given.spared, `${where}.spared`, day),
    optional: versions("optional"),
    came: versions("came"),
    asked: versions("asked")
  };
}
