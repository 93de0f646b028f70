// @ts-check
/* The dialog with all deals: open, archived, deleted, of other processes and in other places of this browser. */

import { dialog } from "../shared/dialogs.js";
import { button, make } from "../shared/elements.js";
import { upload } from "../shared/files.js";
import { say } from "../shared/messages.js";
import { fill, wordsOf } from "../shared/words.js";
import { put, renamed } from "./deal.js";
import { exportAll, exportDeals } from "./deal_export.js";
import { importFile } from "./deal_import.js";
import { elsewhere, takeOver } from "./elsewhere.js";
import { nameField } from "./naming.js";
import { stageName } from "./progress.js";
import { KEPT_DAYS } from "./shelf.js";
import { belongs, whole } from "./standing.js";
import { keptLine } from "./trouble.js";

/** @import { Deal, DealProcess, DealState } from "./deal.js" */
/** @import { Desk } from "./process_page.js" */

/** @typedef {(act: () => void) => () => void} Then closes the dialog first */

const words = wordsOf("deals");

/** @param {Desk} desk */
export function manage(desk) {
  const { page: { process, section }, shelf } = desk;
  const deal = shelf.current();
  /** @type {Then} */
  const then = (act) => () => { close(); act(); };
  const contents = [
    ...(deal ? ownPart(desk, deal, () => close()) : []),
    ...lists(desk, then),
    ...(shelf.deals.size ? [] : [make("p", {}, words.noDeals)]),
    ...elsewherePart(desk, then),
    make("p", { class: "tl-quiet" }, keptLine(desk), " ",
      make("a", { href: section.querySelector(".tl-deal__help")?.getAttribute("href") || "#" }, words.help))
  ];
  const read = () => upload(".json,application/json", (file) => { close(); importFile(desk, file); });
  const close = dialog(fill(words.manageTitle, { process: process.name }), contents, [
    button({ text: words.close, act: () => close(), main: true }),
    button({ text: words.importFile, act: read }),
    button({ text: words.exportAll, act: then(() => exportAll(desk)), disabled: shelf.deals.size === 0 })
  ]);
}

/** The deals by how they stand, each with what can be done with it.
 * @param {Desk} desk @param {Then} then @returns {HTMLElement[]} */
function lists(desk, then) {
  const { page: { process }, shelf } = desk;
  /** @type {(title: string, found: Deal[], presses: (deal: Deal) => HTMLElement[]) => HTMLElement[]} */
  const list = (title, found, presses) => (found.length ? [make("h3", {}, title), make("ul", { class: "tl-deals" },
    ...found.map((each) => make("li", {}, make("span", {}, lineOf(each, process)), ...presses(each))))] : []);
  /** @type {(text: string, name: string, each: Deal, act: () => void) => HTMLElement} */
  const named = (text, name, each, act) => button({ text, name: fill(name, { name: each.name.is }), act: then(act) });
  /** @param {Deal} each */
  const open = (each) => named(words.open, words.openNamed, each, () => shelf.choose(each.id));
  /** @param {Deal} each */
  const archive = (each) => named(words.archive, words.archiveNamed, each, () => move(desk, each, "archived", words.archived));
  /** @param {Deal} each */
  const remove = (each) => named(words.remove, words.removeNamed, each, () => move(desk, each, "deleted", words.removed));
  /** @param {Deal} each */
  const restore = (each) => named(words.restore, words.restoreNamed, each, () => bringBack(desk, each));
  /** @param {Deal} each */
  const save = (each) => named(words.exportOther, words.exportNamed, each, () => exportDeals(desk, [each], each.name.is));
  return [
    ...list(words.openDeals, shelf.having("open"), (each) => [open(each), archive(each), remove(each)]),
    ...list(words.archivedDeals, shelf.having("archived"), (each) => [restore(each), remove(each)]),
    ...list(fill(words.deletedDeals, { days: KEPT_DAYS }),
      [...shelf.having("deleted"), ...shelf.having("deleted", false)], (each) => [restore(each)]),
    ...list(words.otherDeals, shelf.having("open", false), (each) => [save(each), remove(each)])
  ];
}

/** The part about what other places keep.
 * @param {Desk} desk @param {Then} then @returns {HTMLElement[]} */
function elsewherePart(desk, then) {
  const rows = elsewhere(desk.shelf).map((each) => {
    const line = fill(words.elsewhereLine, { count: each.found.length, playbook: each.other.title });
    const press = { text: words.takeOver, name: `${words.takeOver}: ${line}`, act: then(() => takeOver(desk, each)) };
    return make("li", {}, make("span", {}, line), button(press));
  });
  return rows.length ? [make("h3", {}, words.elsewhere), make("ul", { class: "tl-deals" }, ...rows)] : [];
}

/** @param {Deal} deal @param {DealProcess} process */
function lineOf(deal, process) {
  if (!belongs(deal, process)) return fill(words.otherLine, { name: deal.name.is, process: deal.process });
  const { done, of } = whole(deal, process);
  return fill(words.dealLine, { name: deal.name.is, done, of, stage: stageName(deal, process) || "–" });
}

/** The part about the chosen deal.
 * @param {Desk} desk @param {Deal} deal @param {() => void} close @returns {HTMLElement[]} */
function ownPart(desk, deal, close) {
  const { shelf } = desk;
  const name = nameField(shelf, deal.name.is, deal.id);
  const rename = () => {
    const given = name.check();
    if (!given) return;
    close();
    shelf.keep(renamed(shelf.latest(deal), given));
    say(fill(words.renamed, { name: given }));
  };
  const save = () => { close(); exportDeals(desk, [deal], deal.name.is); };
  const presses = [button({ text: words.rename, act: rename }), button({ text: words.exportOne, act: save })];
  const form = make("form", { novalidate: true, class: "tl-inline" }, ...name.rows,
    make("div", { class: "tl-dialog__buttons" }, ...presses));
  form.addEventListener("submit", (event) => { event.preventDefault(); rename(); });
  return [make("h3", {}, fill(words.thisDeal, { name: deal.name.is })), form];
}

/** Changes the state of a deal, and offers to take it back.
 * @param {Desk} desk @param {Deal} deal @param {DealState} state @param {string} text */
function move({ shelf }, deal, state, text) {
  const before = shelf.chosen();
  shelf.keep(put(deal, state));
  const undo = () => {
    shelf.keep(put(shelf.latest(deal), deal.state.is));
    shelf.choose(before);
    say(fill(words.restored, { name: deal.name.is }));
  };
  say(fill(text, { name: deal.name.is }), [{ text: words.undo, act: undo }], { focus: true });
}

/** @param {Desk} desk @param {Deal} deal */
function bringBack({ page, shelf }, deal) {
  shelf.keep(put(deal, "open"));
  if (belongs(deal, page.process)) shelf.choose(deal.id);
  say(fill(words.restored, { name: deal.name.is }));
}
