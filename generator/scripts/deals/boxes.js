// @ts-check
/* The boxes to tick on a page, and what has changed of an item since it was ticked. */

import { button, make } from "../shared/elements.js";
import { say } from "../shared/messages.js";
import { wordsOf } from "../shared/words.js";
import { changeLines, requiredLines } from "./changes.js";
import { nameDeal } from "./naming.js";
import { standing, ticked, tickOf } from "./standing.js";

/** @import { Deal, Item, Standing } from "./deal.js" */
/** @import { Desk } from "./process_page.js" */

const words = wordsOf("deals");

/** Makes the boxes work, and returns what shows a deal there.
 * @param {Desk} desk @returns {(deal: Deal | null) => void} */
export function boxes(desk) {
  const { items, process } = desk.page;
  const all = [...document.querySelectorAll("input[data-tick]")].filter((box) => box instanceof HTMLInputElement);
  all.forEach((box) => {
    box.disabled = false;
    box.addEventListener("change", () => tick(desk, box));
    takeClicks(box);
  });
  return (deal) => all.forEach((box) => {
    const item = items.get(box.dataset.tick || "");
    if (!item) return;
    const stands = deal ? standing(deal, item, process) : "open";
    box.checked = stands === "done";
    renderChange(desk, box, item, deal, stands);
  });
}

/** A click anywhere in its row ticks a box, but for clicks that mean something else.
 * @param {HTMLInputElement} box */
function takeClicks(box) {
  const row = box.closest(".tl-checklist > li");
  row?.addEventListener("click", (event) => {
    const on = event.target instanceof Element ? event.target : null;
    const busy = on?.closest("a, button, input, details, .tl-changed") || String(window.getSelection() || "");
    if (!busy) box.click();
  });
}

/** @param {Desk} desk @param {HTMLInputElement} box */
function tick(desk, box) {
  const { page: { items, process }, shelf } = desk;
  const item = items.get(box.dataset.tick || "");
  const deal = shelf.current();
  if (!item) return;
  if (deal) shelf.keep(ticked(deal, item, box.checked, process));
  else {
    box.checked = false;
    if (process.retired) say(words.retired);
    else nameDeal(desk, (made) => shelf.keep(ticked(made, item, true, process)));
  }
}

/** Below an item old and new words where it is open again, that it is required by now, or that the deal is spared it.
 * @param {Desk} desk @param {HTMLInputElement} box @param {Item} item @param {Deal | null} deal @param {Standing} stands */
function renderChange({ page, shelf }, box, item, deal, stands) {
  const row = box.closest("li, .tl-step-head") || box;
  const note = row.classList.contains("tl-step-head") ? row.nextElementSibling : row.querySelector(".tl-changed");
  const shown = note && note.classList.contains("tl-changed") ? note : null;
  const tick = deal && stands === "changed" ? tickOf(deal, item) : undefined;
  const spared = stands === "spared" ? [make("p", {}, words.spared)] : [];
  const lines = deal ? [...(tick ? changeLines(item, tick) : []), ...requiredLines(deal, item, page.process), ...spared] : [];
  if (!deal || !lines.length) {
    shown?.remove();
    return;
  }
  const confirm = () => {
    shelf.keep(ticked(deal, item, true, page.process));
    box.focus();
  };
  const still = { text: words.stillTrue, name: `${words.stillTrue}: ${item.text}`, act: confirm };
  const looks = spared.length ? "tl-changed tl-changed--spared tl-no-print" : "tl-changed tl-no-print";
  const made = make("div", { class: looks }, ...lines, ...(tick ? [button(still)] : []));
  if (shown) shown.replaceWith(made);
  else if (row.classList.contains("tl-step-head")) row.after(made);
  else row.append(made);
}
