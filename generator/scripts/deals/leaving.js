// @ts-check
/* Before a deal leaves a stage: what is missing there, and the step on. */

import { dialog } from "../shared/dialogs.js";
import { button, make, write } from "../shared/elements.js";
import { say } from "../shared/messages.js";
import { fill, wordsOf } from "../shared/words.js";
import { moved } from "./deal.js";
import { missingLink, missingUpTo } from "./missing.js";
import { addressOf } from "./process_page.js";
import { stageOf } from "./progress.js";
import { indexOf } from "./standing.js";

/** @import { Deal, DealStage } from "./deal.js" */
/** @import { Desk, ProcessPage } from "./process_page.js" */

/** @typedef {{to: DealStage, from: number}} Move a stage, and the place of the one before which nothing may be missing */

const words = wordsOf("deals");

/** Builds the part of the page, and returns what shows a deal there.
 * @param {Desk} desk @returns {(deal: Deal | null) => void} */
export function leaving(desk) {
  const { here } = desk.page;
  const place = document.querySelector(".tl-leave");
  const line = make("p", {});
  const missing = button({ text: words.showMissing, act: () => showMissing(desk, null) });
  const onwards = button({ text: words.moveHere, act: () => move(desk) });
  if (place instanceof HTMLElement) {
    place.setAttribute("role", "group");
    place.setAttribute("aria-label", words.leaving);
    const row = make("div", { class: "tl-leave__row" }, missing, onwards);
    place.replaceChildren(make("p", { class: "tl-leave__title", "aria-hidden": "true" }, words.leaving), line, row);
  }
  return (deal) => {
    if (!here) return;
    const next = deal && nextMove(deal, desk.page);
    const found = deal ? missingUpTo(deal, desk.page.process, here) : [];
    const own = found.filter((each) => each.stage === here).reduce((sum, each) => sum + each.missing.length, 0);
    const earlier = found.reduce((sum, each) => sum + each.missing.length, 0) - own;
    const says = own ? fill(words.leaveMissing, { count: own }) : words.leaveReady;
    write(line, deal ? `${says} ${earlier ? fill(words.leaveEarlier, { count: earlier }) : ""}`.trim() : words.leaveNoDeal);
    if (place) place.classList.toggle("is-missing", own + earlier > 0);
    missing.disabled = own + earlier === 0;
    onwards.disabled = !next;
    const forth = next && next.to !== here;
    write(onwards, forth ? fill(words.moveOn, { stage: next.to.name }) : words.moveHere);
  };
}

/** Where the button of this page moves the deal, or nothing.
 * @param {Deal} deal @param {ProcessPage} page @returns {Move | null} */
function nextMove(deal, { process, here }) {
  if (!here) return null;
  const at = indexOf(process, here.id);
  if (stageOf(deal, process) !== here) return { to: here, from: at - 1 };
  return at + 1 < process.stages.length ? { to: process.stages[at + 1], from: at } : null;
}

/** @param {Desk} desk */
function move(desk) {
  const { page, shelf } = desk;
  const deal = shelf.current();
  const next = deal && nextMove(deal, page);
  if (!deal || !next) return;
  const lacking = next.from >= 0 ? missingUpTo(deal, page.process, page.process.stages[next.from]) : [];
  if (lacking.length) showMissing(desk, next);
  else moveTo(desk, next.to);
}

/** @param {Desk} desk @param {DealStage} stage */
function moveTo({ page, shelf }, stage) {
  const deal = shelf.current();
  if (!deal) return;
  const before = deal.stage.is;
  shelf.keep(moved(deal, stage.id));
  const undo = () => shelf.keep(moved(shelf.latest(deal), before));
  const href = addressOf(page, stage);
  const link = stage === page.here ? undefined : make("a", { href, class: "tl-press" }, fill(words.openStage, { stage: stage.name }));
  say(fill(words.movedTo, { name: deal.name.is, stage: stage.name }), [{ text: words.undo, act: undo }], { focus: !!link, link });
}

/** What is missing, as links; with a move at hand also whether to make it nevertheless.
 * @param {Desk} desk @param {Move | null} next */
function showMissing(desk, next) {
  const { page, shelf } = desk;
  const deal = shelf.current();
  if (!deal || !page.here) return;
  const upTo = next && next.from >= 0 ? page.process.stages[next.from] : page.here;
  const lists = missingUpTo(deal, page.process, upTo).flatMap(({ stage, missing }) => [
    make("h3", {}, fill(words.missingIn, { stage: stage.name })),
    make("ul", {}, ...missing.map((item) => make("li", {}, missingLink(page, stage, item, () => close()))))
  ]);
  const stay = button({ text: next ? words.stayHere : words.close, act: () => close(), main: true });
  const go = next ? [button({ text: words.moveAnyway, act: () => { close(); moveTo(desk, next.to); } })] : [];
  const close = dialog(words.missingTitle, lists.length ? lists : [words.nothingMissing], [stay, ...go]);
}
