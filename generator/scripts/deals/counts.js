// @ts-check
/* How many items of each stage are done: in the list of stages, and in the navigation. */

import { make } from "../shared/elements.js";
import { fill, wordsOf } from "../shared/words.js";
import { addressOf, rowOf } from "./process_page.js";
import { stageOf } from "./progress.js";
import { progress } from "./standing.js";

/** @import { Deal } from "./deal.js" */
/** @import { Desk, ProcessPage } from "./process_page.js" */

const words = wordsOf("deals");

/** Returns what shows a deal in the list of stages.
 * @param {Desk} desk @returns {(deal: Deal | null) => void} */
export function counts({ page }) {
  const { process } = page;
  return (deal) => process.stages.forEach((stage) => {
    const row = rowOf(page, stage);
    const own = deal && progress(deal, stage, process);
    const figures = own ? { done: own.done, of: own.of } : { done: 0, of: stage.items.length };
    row.querySelector(".tl-deal__count")?.replaceChildren(
      make("span", { "aria-hidden": "true" }, fill(words.count, figures)),
      make("span", { class: "tl-sr" }, fill(words.countSpoken, figures)));
    row.classList.toggle("is-here", deal !== null && stageOf(deal, process) === stage);
    row.classList.toggle("is-whole", Boolean(own && own.of && own.done === own.of));
  });
}

/** Finds the stages in the navigation, and returns what shows a deal there.
 * @param {Desk} desk @returns {(deal: Deal | null) => void} */
export function navigation({ page }) {
  const links = navigationLinks(page);
  const { process } = page;
  return (deal) => process.stages.forEach((stage) => (links.get(stage.id) || []).forEach((link) => {
    link.querySelector(".tl-nav-mark")?.remove();
    const own = deal && progress(deal, stage, process);
    if (!own || !own.of) return;
    const figures = { done: own.done, of: own.of };
    const whole = own.done === own.of;
    const mark = make("span", { class: whole ? "tl-nav-mark is-whole" : "tl-nav-mark" },
      make("span", { "aria-hidden": "true" }, whole ? "✓" : fill(words.count, figures)),
      make("span", { class: "tl-sr" }, whole ? words.allDone : fill(words.countSpoken, figures)));
    link.classList.add("tl-has-mark");
    link.append(mark);
  }));
}

/** Links of the navigation, by stage.
 * @param {ProcessPage} page */
function navigationLinks(page) {
  /** @param {string} href */
  const bare = (href) => new URL(href, document.baseURI).href.replace(/#.*$/, "");
  const all = [...document.querySelectorAll(".md-sidebar--primary a.md-nav__link")];
  const links = all.filter((link) => link instanceof HTMLAnchorElement);
  return new Map(page.process.stages.map((stage) => {
    const address = bare(addressOf(page, stage));
    return [stage.id, links.filter((link) => bare(link.href) === address)];
  }));
}
