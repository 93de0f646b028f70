// @ts-check
/* Takes deals from a file, or from another place of this browser, among those that are here. */

import { say } from "../shared/messages.js";
import { fill, wordsOf } from "../shared/words.js";
import { copy, merged, put, renamed } from "./deal.js";
import { isTaken } from "./naming.js";
import { belongs, changedAt } from "./standing.js";

/** @import { Counted } from "../shared/words.js" */
/** @import { Deal, Tick } from "./deal.js" */
/** @import { Desk } from "./process_page.js" */
/** @import { Shelf } from "./shelf.js" */

const words = wordsOf("deals");

/**
 * @typedef {object} How
 * @property {Counted} says what is said of it
 * @property {string} name what deals are called whose name is taken
 * @property {() => void} back what else happens when it is undone
 */

/** @type {How} */
const READ = { says: words.importDone, name: words.copyName, back: () => {} };

/** @param {Desk} desk @param {Deal[]} news @param {Map<string, string>} choices what happens to those that are here already
 * @param {string} from what there is to say of where the file comes from
 * @param {How} [how] */
export function take({ page: { process }, shelf, render }, news, choices, from, how = READ) {
  const before = news.map((deal) => ({ mine: shelf.deals.get(deal.id) }));
  const taken = news.map((deal) => {
    const mine = shelf.deals.get(deal.id);
    const choice = mine ? choices.get(deal.id) || "merge" : "new";
    if (choice === "both" || (choice === "new" && isTaken(shelf, deal.name.is))) return asAnother(shelf, deal, choice === "both", how.name);
    if (mine && choice === "replace") return replaced(mine, deal);
    return mine ? opened(merged(mine, deal)) : opened(deal);
  });
  taken.forEach(shelf.put);
  const own = taken.find((deal) => belongs(deal, process) && deal.state.is === "open");
  const others = taken.filter((deal) => !belongs(deal, process)).length;
  if (own) shelf.choose(own.id);
  else render();
  const undo = () => {
    taken.forEach((deal) => shelf.forget(deal.id));
    before.forEach(({ mine }) => (mine ? shelf.put(mine) : undefined));
    how.back();
    render();
  };
  const otherwhere = others ? fill(words.importOther, { count: others }) : "";
  const text = [fill(how.says, { count: taken.length }), otherwhere, from].filter(Boolean).join(" ");
  say(text, [{ text: words.undo, act: undo }], { focus: true });
}

/** A deal from a file that was deleted here or there is to be seen again.
 * @param {Deal} deal */
const opened = (deal) => (deal.state.is === "deleted" ? put(deal, "open") : deal);

/** Every field of the one in the file, as if it had been written now, so that other windows follow.
 * @param {Deal} mine @param {Deal} deal @returns {Deal} */
function replaced(mine, deal) {
  const at = new Date(Math.max(Date.now(), Date.parse(changedAt(mine)) + 1)).toISOString();
  /** @type {Record<string, Tick>} */
  const cleared = {};
  Object.entries(mine.items).forEach(([key, tick]) => { cleared[key] = { ...tick, done: false, at }; });
  /** @type {Record<string, Tick>} */
  const written = {};
  Object.entries(deal.items).forEach(([key, tick]) => { written[key] = { ...tick, at }; });
  const state = deal.state.is === "deleted" ? "open" : deal.state.is;
  return {
    ...deal, items: { ...cleared, ...written }, name: { ...deal.name, at }, stage: { ...deal.stage, at }, state: { is: state, at }
  };
}

/** @param {Shelf} shelf @param {Deal} deal @param {boolean} fresh whether it also becomes another deal @param {string} called */
function asAnother(shelf, deal, fresh, called) {
  let name = fill(called, { name: deal.name.is });
  while (isTaken(shelf, name)) name = fill(called, { name });
  return opened(fresh ? copy(deal, name) : renamed(deal, name));
}
