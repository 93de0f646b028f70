// @ts-check
/* Tells a deal that is under way what came into the process since, on the pages of the process and of the deal's stage. */

import { make } from "../shared/elements.js";
import { fill, wordsOf } from "../shared/words.js";
import { missingLink } from "./missing.js";
import { newsFor } from "./news.js";
import { addressOf } from "./process_page.js";
import { stageName, stageOf } from "./progress.js";

/** @import { Deal, DealStage, Item } from "./deal.js" */
/** @import { News, NewStage } from "./news.js" */
/** @import { ProcessPage } from "./process_page.js" */

const words = wordsOf("deals");

/** Shows the news of a deal in their place, or hides that; what was open to read stays open.
 * @param {HTMLElement} place @param {ProcessPage} page @param {Deal | null} deal */
export function renderNews(place, page, deal) {
  const isHere = deal && (!page.here || page.here === stageOf(deal, page.process));
  const news = isHere ? newsFor(deal, page.process) : null;
  place.hidden = !news;
  const wasOpen = Boolean(place.querySelector("details[open]"));
  place.replaceChildren(...(deal && news ? contents(page, deal, news, wasOpen) : []));
  const isUrgent = news && (news.added.size || news.tightened.length || news.stages.some((each) => each.isAhead));
  place.classList.toggle("is-passed", !isUrgent);
}

/** @param {ProcessPage} page @param {Deal} deal @param {News} news @param {boolean} isOpen */
function contents(page, deal, news, isOpen) {
  /** @param {{stage: DealStage, item: Item}} each */
  const row = ({ stage, item }) => make("li", {}, missingLink(page, stage, item, () => {}),
    stage === page.here ? "" : ` (${stage.name})`);
  /** @type {(heading: string, places: {stage: DealStage, item: Item}[]) => HTMLElement[]} */
  const list = (heading, places) => [make("p", {}, make("strong", {}, heading)), make("ul", {}, ...places.map(row))];
  const { length } = news.tightened;
  const holds = news.added.size || length || news.stages.some((each) => each.isAhead);
  return [
    ...[...news.added].flatMap(([version, places]) => list(fill(words.addedCount, { count: places.length, version }), places)),
    ...(length ? list(fill(words.tightenedCount, { count: length }), news.tightened) : []),
    ...news.stages.map((each) => stageLine(page, deal, each)),
    ...(holds ? [wayBefore(deal, news, isOpen)] : [])
  ];
}

/** @param {ProcessPage} page @param {Deal} deal @param {NewStage} each */
function stageLine(page, deal, { stage, version, isAhead, next, required }) {
  const here = stageName(deal, page.process);
  const where = !isAhead ? words.stagePassed : next ? words.stageAhead : words.stageLast;
  const says = fill(where, { stage: stage.name, version, here, next: next ? next.name : "" });
  const asks = isAhead && required ? ` ${fill(words.stageAsks, { count: required })}` : "";
  return make("p", {}, `${says}${asks} `, make("a", { href: addressOf(page, stage) }, fill(words.openStage, { stage: stage.name })));
}

/** What was needed before, so that somebody can decide whether a deal may go by that.
 * @param {Deal} deal @param {News} news @param {boolean} isOpen */
function wayBefore(deal, news, isOpen) {
  const all = news.before.flatMap((each) => each.items);
  if (!all.length) return make("p", {}, fill(words.neededNone, { version: deal.version }));
  const lists = news.before.filter(({ items }) => items.length).flatMap(({ stage, items }) => {
    const rows = items.map((each) => make("li", { class: each.done ? "is-done" : "" }, make("span", {}, each.item.text,
      make("span", { class: "tl-sr" }, ` (${each.done ? words.neededDone : words.neededOpen})`))));
    return [make("p", {}, fill(words.neededIn, { stage: stage.name, ...figures(items) })), make("ul", { class: "tl-deal__needed" }, ...rows)];
  });
  const [only, ...others] = news.before;
  const says = fill(others.length ? words.needed : words.neededThere, { stage: only.stage.name, version: deal.version, ...figures(all) });
  return make("details", { open: isOpen }, make("summary", {}, says), ...(others.length ? lists : lists.slice(1)));
}

/** @param {{done: boolean}[]} items */
const figures = (items) => ({ done: items.filter((each) => each.done).length, of: items.length });
