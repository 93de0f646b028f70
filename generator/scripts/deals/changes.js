// @ts-check
/* What has changed in the playbook since a deal met it: what is open again, what is required by now, what is gone. */

import { dialog } from "../shared/dialogs.js";
import { button, make } from "../shared/elements.js";
import { fill, wordsOf } from "../shared/words.js";
import { missingLink } from "./missing.js";
import { added, gone, indexOf, standing, tickOf, tightened } from "./standing.js";

/** @import { Deal, DealProcess, DealStage, Item, Tick } from "./deal.js" */
/** @import { Desk } from "./process_page.js" */

const words = wordsOf("deals");

/** @typedef {{stage: DealStage, item: Item}[]} Places */

/** What is open again, what has become required up to the deal's stage, what came and is required, and what is gone.
 * @param {Deal} deal @param {DealProcess} process @returns {[Places, Places, Places, Tick[]]} */
export function changesIn(deal, process) {
  const at = indexOf(process, deal.stage.is);
  const all = process.stages.flatMap((stage, number) => stage.items.map((item) => ({ stage, item, number })));
  const changed = all.filter(({ item }) => standing(deal, item, process) === "changed");
  const required = all.filter(({ item, number }) => number <= at && tightened(deal, item, process));
  const came = all.filter(({ item }) => added(deal, item, process));
  return [changed, required.filter((each) => !changed.includes(each)), came, gone(deal, process)];
}

/** Old and new words of an item.
 * @param {Item} item @param {Tick} tick */
export function changeLines(item, tick) {
  const spoken = tick.evidence !== item.evidence;
  return [
    make("p", {}, fill(words.changed, { version: tick.version })),
    make("p", {}, fill(words.before, { text: said(tick, spoken) })),
    make("p", {}, fill(words.now, { text: said(item, spoken) }))
  ];
}

/** That an item to do is required by now, where it was optional, or was not there.
 * @param {Deal} deal @param {Item} item @param {DealProcess} process */
export function requiredLines(deal, item, process) {
  const was = tightened(deal, item, process);
  const came = added(deal, item, process);
  const says = came === deal.version ? words.addedNow : words.added;
  const lines = [was ? fill(words.tightened, { version: was }) : "", came ? fill(says, { version: came, old: deal.version }) : ""];
  return lines.filter(Boolean).map((line) => make("p", {}, line));
}

/** @param {{text: string, evidence: string}} each @param {boolean} withEvidence */
function said(each, withEvidence) {
  return withEvidence ? fill(words.withEvidence, { text: each.text, evidence: each.evidence || "–" }) : each.text;
}

/** All of it in a dialog.
 * @param {Desk} desk */
export function showChanges({ page, shelf }) {
  const deal = shelf.current();
  if (!deal) return;
  const [again, required, came, left] = changesIn(deal, page.process);
  /** @param {{stage: DealStage, item: Item}} each */
  const row = ({ stage, item }) => {
    const tick = standing(deal, item, page.process) === "changed" ? tickOf(deal, item) : undefined;
    const link = missingLink(page, stage, item, () => close());
    return make("li", {}, `${stage.name}: `, link, ...(tick ? changeLines(item, tick) : []), ...requiredLines(deal, item, page.process));
  };
  const lost = left.map((tick) =>
    make("li", {}, fill(words.goneLine, { text: said(tick, tick.evidence !== ""), version: tick.version })));
  /** @type {(heading: string, rows: HTMLElement[]) => HTMLElement[]} */
  const list = (heading, rows) => (rows.length ? [make("h3", {}, heading), make("ul", {}, ...rows)] : []);
  const contents = [
    ...list(words.changesHere, again.map(row)), ...list(words.changesTightened, required.map(row)),
    ...list(words.changesAdded, came.map(row)), ...list(words.changesGone, lost)
  ];
  const done = button({ text: words.close, act: () => close(), main: true });
  const close = dialog(fill(words.changesTitle, { name: deal.name.is }), contents, [done]);
}
