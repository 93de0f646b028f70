// @ts-check
/* The bar on top of a page: which deal is chosen, how far it is, and what can be done with it. */

import { button, labelled, make, write } from "../shared/elements.js";
import { fill, wordsOf } from "../shared/words.js";
import { manage } from "./all_deals.js";
import { changesIn, showChanges } from "./changes.js";
import { copyText } from "./crm_copy.js";
import { nameDeal } from "./naming.js";
import { renderNews } from "./news_notice.js";
import { progressText, stageName } from "./progress.js";
import { print } from "./sheet.js";
import { keptLine } from "./trouble.js";

/** @import { Deal } from "./deal.js" */
/** @import { Desk } from "./process_page.js" */

const words = wordsOf("deals");

/** Builds the bar, and returns what shows a deal there.
 * @param {Desk} desk @returns {(deal: Deal | null) => void} */
export function bar(desk) {
  const { page: { section, process }, shelf } = desk;
  const picker = make("select", { class: "tl-deal__pick" });
  const fresh = button({ text: words.newDeal, act: () => nameDeal(desk), main: true });
  const copy = button({ text: words.copy, act: () => copyText(desk) });
  const paper = button({ text: words.print, act: () => print(desk) });
  const all = button({ text: words.manage, act: () => manage(desk) });
  const progress = make("p", { class: "tl-deal__progress", role: "status" });
  const changes = button({ text: words.showChanges, act: () => showChanges(desk) });
  const news = make("div", { class: "tl-deal__news", role: "group", "aria-label": words.news });
  const kept = make("p", { class: "tl-deal__kept" });
  const printed = make("p", { class: "tl-deal__printed" });

  const place = /** @type {HTMLElement} */ (section.querySelector(".tl-deal__bar"));
  section.setAttribute("aria-label", words.bar);
  picker.addEventListener("change", () => shelf.choose(picker.value));
  const pressed = [...(process.retired ? [] : [fresh]), copy, paper, all];
  const row = make("div", { class: "tl-deal__row" }, labelled(words.pick, picker), ...pressed);
  place.replaceChildren(row, progress, news, make("div", { class: "tl-deal__foot" }, kept, changes));
  section.before(printed);

  return (deal) => {
    const open = shelf.having("open").map((each) => make("option", { value: each.id }, each.name.is));
    picker.replaceChildren(make("option", { value: "" }, words.noDeal), ...open);
    picker.value = deal ? deal.id : "";
    copy.disabled = paper.disabled = !deal;
    changes.hidden = !deal || changesIn(deal, process).every((list) => list.length === 0);
    write(progress, deal ? progressText(deal, desk.page) : process.retired ? words.retired : words.chooseFirst);
    renderNews(news, desk.page, deal);
    write(kept, keptLine(desk));
    write(printed, deal ? fill(words.printed, {
      name: deal.name.is, process: process.name, version: process.version, stage: stageName(deal, process)
    }) : "");
  };
}
