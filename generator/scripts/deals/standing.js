// @ts-check
/* What a deal means for today's process: what counts as done, what is missing, what has changed since. */

import { freshId, newer, now } from "./deal.js";

/** @import { Deal, DealProcess, DealStage, DealState, Item, Progress, Standing, Tick } from "./deal.js" */

/** A new deal; what holds for newer deals only is spared in the stages that it has left behind.
 * @param {DealProcess} process @param {string} name @param {string} stage @returns {Deal} */
export function create(process, name, stage) {
  const at = now();
  const deal = {
    id: freshId(), process: process.id, version: process.version, started: at,
    name: { is: name, at }, stage: { is: stage, at }, state: { is: /** @type {DealState} */ ("open"), at },
    items: {}, known: {}, spared: {}, optional: {}
  };
  return acquainted(deal, process);
}

/** A deal that knows all items of today's process, those spared that came too late for it, and those that may be
 * left out as long as nobody requires them.
 * @param {Deal} deal @param {DealProcess} process @returns {Deal} */
export function acquainted(deal, process) {
  const at = indexOf(process, deal.stage.is);
  const known = { ...deal.known };
  const spared = { ...deal.spared };
  const optional = { ...deal.optional };
  process.stages.forEach((stage, number) => stage.items.forEach((item) => {
    const since = optionalOn(deal, item) || (item.required ? "" : process.version);
    if (since) optional[item.key] = since;
    if (namesOf(item).some((name) => name in known)) return;
    known[item.key] = process.version;
    if (item.newOnly && number < at) spared[item.key] = now();
  }));
  return { ...deal, known, spared, optional };
}

/** @param {Deal} deal @param {Item} item @param {boolean} done @param {DealProcess} process @returns {Deal} */
export function ticked(deal, item, done, process) {
  const last = tickOf(deal, item);
  const tick = { done, at: now(last && last.at), version: process.version, text: item.text, evidence: item.evidence };
  return { ...deal, items: { ...deal.items, [item.key]: tick } };
}

/** Where a stage stands, by its id or one that it had before; less than 0 where the process no longer has it.
 * @param {DealProcess} process @param {string} stage */
export function indexOf(process, stage) {
  const at = process.stages.findIndex((each) => each.id === stage);
  return at >= 0 ? at : process.stages.findIndex((each) => each.before.includes(stage));
}

/** Whether a deal goes by a process, under the id of today or one from before.
 * @param {Deal} deal @param {DealProcess} process */
export const belongs = (deal, process) => [process.id, ...process.before].includes(deal.process);

/** @param {Item} item */
const namesOf = (item) => [item.key, ...item.before];

/** @param {Deal} deal @param {Item} item @returns {Tick | undefined} */
export function tickOf(deal, item) {
  const found = namesOf(item).filter((name) => name in deal.items).map((name) => deal.items[name]);
  return found.length ? found.reduce(newer) : undefined;
}

/** The version with which the deal first met an item that was not required then, or nothing.
 * @param {Deal} deal @param {Item} item */
const optionalOn = (deal, item) => namesOf(item).map((name) => deal.optional[name]).find(Boolean) || "";

/** The same for an item that is still to do and required by now: whoever left it out did nothing wrong.
 * @param {Deal} deal @param {Item} item */
export function tightened(deal, item) {
  const asked = ["open", "changed"].includes(standing(deal, item));
  return item.required && asked ? optionalOn(deal, item) : "";
}

/** @param {string} text */
const evened = (text) => text.trim().replace(/\s+/g, " ");

/** How an item stands: a tick counts as long as the words are those that were ticked.
 * @param {Deal} deal @param {Item} item @returns {Standing} */
export function standing(deal, item) {
  const tick = tickOf(deal, item);
  if (tick && tick.done) {
    const same = evened(tick.text) === evened(item.text) && evened(tick.evidence) === evened(item.evidence);
    return same ? "done" : "changed";
  }
  return namesOf(item).some((name) => name in deal.spared) ? "spared" : "open";
}

/** @param {Deal} deal @param {DealStage} stage @returns {Progress} */
export function progress(deal, stage) {
  /** @param {...Standing} wanted */
  const having = (...wanted) => stage.items.filter((item) => wanted.includes(standing(deal, item)));
  const missing = having("open", "changed").filter((item) => item.required);
  return { done: having("done").length, of: having("done", "open", "changed").length, missing, changed: having("changed") };
}

/** @param {Deal} deal @param {DealProcess} process @returns {Progress} */
export function whole(deal, process) {
  const all = process.stages.map((stage) => progress(deal, stage));
  return {
    done: all.reduce((sum, each) => sum + each.done, 0),
    of: all.reduce((sum, each) => sum + each.of, 0),
    missing: all.flatMap((each) => each.missing),
    changed: all.flatMap((each) => each.changed)
  };
}

/** What is ticked and no longer in the playbook.
 * @param {Deal} deal @param {DealProcess} process @returns {Tick[]} */
export function gone(deal, process) {
  const today = new Set(process.stages.flatMap((stage) => stage.items.flatMap(namesOf)));
  return Object.keys(deal.items).filter((key) => deal.items[key].done && !today.has(key)).map((key) => deal.items[key]);
}

/** When anything of a deal changed last.
 * @param {Deal} deal */
export function changedAt(deal) {
  const days = [deal.name.at, deal.stage.at, deal.state.at, ...Object.values(deal.items).map((tick) => tick.at)];
  return days.sort().slice(-1)[0];
}
