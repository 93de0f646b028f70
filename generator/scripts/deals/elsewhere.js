// @ts-check
/* Deals of the same playbook that other places of this browser keep, such as the site's last address. */

import { say } from "../shared/messages.js";
import { fill, wordsOf } from "../shared/words.js";
import { read } from "./deal_file.js";
import { take } from "./taking.js";

/** @import { Other } from "../storage/drawers.js" */
/** @import { Deal } from "./deal.js" */
/** @import { Desk } from "./process_page.js" */
/** @import { Shelf } from "./shelf.js" */

/** @typedef {{other: Other, found: Deal[], fresh: string[]}} Elsewhere `fresh` are the ids not offered before */

const words = wordsOf("deals");

/** What other places keep, and this one has not.
 * @param {Shelf} shelf @returns {Elsewhere[]} */
export function elsewhere({ deals, drawer }) {
  return drawer.others().map((other) => {
    const kept = other.entries.map(({ text, answered }) => ({ deal: read(text), answered }));
    const missing = kept.flatMap(({ deal, answered }) =>
      (deal && deal.state.is !== "deleted" && !deals.has(deal.id) ? [{ deal, answered }] : []));
    const fresh = missing.filter(({ answered }) => !answered).map(({ deal }) => deal.id);
    return { other, found: missing.map(({ deal }) => deal), fresh };
  }).filter(({ found }) => found.length);
}

/** Asks once: what is refused stays in the list of all deals.
 * @param {Desk} desk */
export function offerOthers(desk) {
  const first = elsewhere(desk.shelf).find(({ fresh }) => fresh.length);
  if (!first) return;
  const news = { ...first, found: first.found.filter(({ id }) => first.fresh.includes(id)) };
  say(fill(words.offer, { count: news.found.length, playbook: news.other.title }), [
    { text: words.offerYes, act: () => takeOver(desk, news) }, { text: words.offerNo, act: () => leaveThere(desk, news) }
  ], { alert: true });
}

/** @param {Desk} desk @param {Elsewhere} place */
export function takeOver(desk, { other, found }) {
  const ids = found.map((deal) => deal.id);
  other.answer(ids, true);
  const back = () => other.answer(ids, false);
  take(desk, found, new Map(), "", { says: words.offerTaken, name: words.offerName, back });
}

/** @param {Desk} desk @param {Elsewhere} place */
function leaveThere(desk, { other, fresh }) {
  other.answer(fresh, true);
  const undo = () => {
    other.answer(fresh, false);
    offerOthers(desk);
  };
  say(words.offerLeft, [{ text: words.undo, act: undo }], { focus: true });
}
