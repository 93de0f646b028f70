// @ts-check
/* What a page of a process says of the process and of itself: all that can be ticked, and where each stage is. */

/** @import { DealProcess, DealStage, Item } from "./deal.js" */
/** @import { Shelf } from "./shelf.js" */

/**
 * @typedef {object} ProcessPage
 * @property {HTMLElement} section the part of the page about deals
 * @property {DealProcess} process
 * @property {DealStage | null} here the stage that the page is about
 * @property {Map<string, Item>} items by key
 */
/** @typedef {{page: ProcessPage, shelf: Shelf, gone: AbortSignal, render: () => void}} Desk what all parts work with */

/** @param {HTMLElement} section @returns {ProcessPage} */
export function readPage(section) {
  const process = readProcess(section);
  const here = process.stages.find((stage) => stage.id === section.dataset.stage) || null;
  const items = new Map(process.stages.flatMap((stage) => stage.items.map((item) => [item.key, item])));
  return { section, process, here, items };
}

/** @param {HTMLElement} section @returns {DealProcess} */
function readProcess(section) {
  const { playbook = "", process: id = "", name = "", version = "", before = "" } = section.dataset;
  const rows = [...section.querySelectorAll("li[data-stage]")].filter((row) => row instanceof HTMLElement);
  const stages = rows.map((row) => ({
    id: row.dataset.stage || "",
    name: linkOf(row).textContent || "",
    before: several(row.dataset.before),
    since: row.dataset.since,
    items: [...row.querySelectorAll("i")].map(readItem)
  }));
  return { playbook, id, name, version, before: several(before), retired: section.dataset.retired !== undefined, stages };
}

/** @param {string | undefined} text */
function several(text) {
  return (text || "").split(" ").filter(Boolean);
}

/** @param {HTMLElement} mark @returns {Item} */
function readItem(mark) {
  const { item: key = "", part = "", text = "", evidence = "", required, appliesTo, since } = mark.dataset;
  /** @type {[string[], string[]]} */
  const [texts, evidences] = [JSON.parse(mark.dataset.texts || "[]"), JSON.parse(mark.dataset.evidences || "[]")];
  return {
    key, part, text, evidence, before: several(mark.dataset.before), required: required === "yes",
    newOnly: appliesTo === "new-only", since, texts, evidences
  };
}

/** @param {Element} row @returns {HTMLAnchorElement} */
function linkOf(row) {
  return /** @type {HTMLAnchorElement} */ (row.querySelector("a"));
}

/** The row of a stage in the list of all stages.
 * @param {ProcessPage} page @param {DealStage} stage @returns {HTMLElement} */
export function rowOf(page, stage) {
  return /** @type {HTMLElement} */ (page.section.querySelector(`li[data-stage="${CSS.escape(stage.id)}"]`));
}

/** The address of a stage's page.
 * @param {ProcessPage} page @param {DealStage} stage */
export function addressOf(page, stage) {
  return linkOf(rowOf(page, stage)).href;
}
