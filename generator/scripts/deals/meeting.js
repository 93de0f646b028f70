// @ts-check
/* A deal meets the process: as a new one, or again when the process has changed meanwhile. */

import { freshId, now } from "./deal.js";
import { indexOf, isPast, namesOf, optionalOn, tightened } from "./standing.js";

/** @import { Deal, DealProcess, DealState, Item } from "./deal.js" */

/** A new deal; what holds for newer deals only is spared in the stages that it has left behind.
 * @param {DealProcess} process @param {string} name @param {string} stage @returns {Deal} */
export function create(process, name, stage) {
  const at = now();
  const deal = {
    id: freshId(), process: process.id, version: process.version, started: at,
    name: { is: name, at }, stage: { is: stage, at }, state: { is: /** @type {DealState} */ ("open"), at },
    items: {}, known: {}, spared: {}, optional: {}, came: {}, asked: {}
  };
  return acquainted(deal, process);
}

/** A deal that knows all items of today's process: those spared that came too late for it, and those noted that may be
 * left out as long as nobody requires them. In a stage that is gone nobody knows what came too late: it waits.
 * @param {Deal} deal @param {DealProcess} process @returns {Deal} */
export function acquainted(deal, process) {
  const at = indexOf(process, deal.stage.is);
  const isUnderWay = Object.keys(deal.known).length > 0;
  if (isUnderWay && at < 0) return deal;
  const [known, spared, optional, came, asked] =
    [deal.known, deal.spared, deal.optional, deal.came, deal.asked].map((each) => ({ ...each }));
  process.stages.forEach((stage, number) => stage.items.forEach((item) => {
    const isBehind = isPast(process, item, at);
    if (isNew(deal, item)) {
      known[item.key] = process.version;
      if (isUnderWay) came[item.key] = process.version;
      if (isUnderWay ? item.newOnly || isBehind : item.newOnly && number < at) spared[item.key] = now();
    }
    const free = optionalOn(deal, item) || (item.required ? "" : process.version);
    if (free) optional[item.key] = free;
    if (!tightened(deal, item, process) || namesOf(item).some((name) => name in asked)) return;
    if (isBehind) spared[item.key] = now();
    else asked[item.key] = process.version;
  }));
  return { ...deal, known, spared, optional, came, asked };
}

/** @param {Deal} deal @param {Item} item */
const isNew = (deal, item) => !namesOf(item).some((name) => name in deal.known);
