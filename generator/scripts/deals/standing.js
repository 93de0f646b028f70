// @ts-check
/* What a deal means for today's process: what counts as done, what is missing, what has changed since. */

import { newer, now } from "./deal.js";
import { isOlder } from "./versions.js";
import { standsFor } from "./wordings.js";

/** @import { Deal, DealProcess, DealStage, Item, Progress, Standing, Tick } from "./deal.js" */

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

/** The keys on which ticks of an item may hang, that of today first.
 * @param {Item} item */
export const namesOf = (item) => [item.key, ...item.before];

/** @param {Deal} deal @param {Item} item @returns {Tick | undefined} */
export function tickOf(deal, item) {
  const found = namesOf(item).filter((name) => name in deal.items).map((name) => deal.items[name]);
  return found.length ? found.reduce(newer) : undefined;
}

/** The version with which the deal first met an item that was not required then, or nothing.
 * @param {Deal} deal @param {Item} item */
export const optionalOn = (deal, item) => namesOf(item).map((name) => deal.optional[name]).find(Boolean) || "";

/** The same for an item that is still to do and required by now: whoever left it out did nothing wrong.
 * @param {Deal} deal @param {Item} item @param {DealProcess} process */
export const tightened = (deal, item, process) => (isAsked(deal, item, process) ? optionalOn(deal, item) : "");

/** The version with which a deal that was under way first met an item, or nothing: as scripts note it by now, or as
 * earlier ones left it to be told.
 * @param {Deal} deal @param {Item} item */
export function metLater(deal, item) {
  const [came, met] = [deal.came, deal.known].map((noted) => namesOf(item).map((name) => noted[name]).filter(Boolean));
  return came[0] || (met.includes(deal.version) ? "" : met[0] || "");
}

/** The version since which an item is required that came while the deal was under way, as long as it is to do.
 * @param {Deal} deal @param {Item} item @param {DealProcess} process */
export function added(deal, item, process) {
  const met = metLater(deal, item);
  const isDue = item.required && standing(deal, item, process) === "open" && !optionalOn(deal, item);
  return met && isDue ? item.since || met : "";
}

/** Whether an item is required and still to do.
 * @param {Deal} deal @param {Item} item @param {DealProcess} process */
const isAsked = (deal, item, process) => item.required && ["open", "changed"].includes(standing(deal, item, process));

/** How an item stands: a tick counts as long as its words stand for those of today.
 * @param {Deal} deal @param {Item} item @param {DealProcess} process @returns {Standing} */
export function standing(deal, item, process) {
  const tick = tickOf(deal, item);
  if (tick && tick.done) return standsFor(tick, item) ? "done" : "changed";
  return isSpared(deal, item, process) ? "spared" : "open";
}

/** Whether an item lies behind a deal: in a stage that it has left, or on the way into the one that it is in.
 * @param {DealProcess} process @param {Item} item @param {number} at the place of the deal's stage */
export function isPast(process, item, at) {
  const place = process.stages.findIndex((stage) => stage.items.some(({ key }) => key === item.key));
  return place < at || (place === at && item.part === "entry");
}

/** Whether a deal need not do an item: it holds for deals that began later, or came when it lay behind the deal. The
 * latter counts only as long as the deal has not gone back.
 * @param {Deal} deal @param {Item} item @param {DealProcess} process */
function isSpared(deal, item, process) {
  if (item.newOnly && item.required && item.since && isOlder(deal.version, item.since)) return true;
  if (!namesOf(item).some((name) => name in deal.spared)) return false;
  const at = indexOf(process, deal.stage.is);
  return item.newOnly || at < 0 || isPast(process, item, at);
}

/** @param {Deal} deal @param {DealStage} stage @param {DealProcess} process @returns {Progress} */
export function progress(deal, stage, process) {
  /** @param {...Standing} wanted */
  const having = (...wanted) => stage.items.filter((item) => wanted.includes(standing(deal, item, process)));
  const missing = having("open", "changed").filter((item) => item.required);
  return { done: having("done").length, of: having("done", "open", "changed").length, missing, changed: having("changed") };
}

/** @param {Deal} deal @param {DealProcess} process @returns {Progress} */
export function whole(deal, process) {
  const all = process.stages.map((stage) => progress(deal, stage, process));
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
