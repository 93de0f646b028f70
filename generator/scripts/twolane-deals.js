// @ts-check
/*
 * Deals on the pages of a process: the bar on top, the boxes to tick, progress there and in the navigation, what is
 * missing before a stage is left, the CRM's text, the sheet of paper, files. Everything stays in this browser.
 */

import { bar } from "./deals/bar.js";
import { boxes } from "./deals/boxes.js";
import { counts, navigation } from "./deals/counts.js";
import { offerOthers } from "./deals/elsewhere.js";
import { leaving } from "./deals/leaving.js";
import { readPage } from "./deals/process_page.js";
import { removeSheet } from "./deals/sheet.js";
import { isUnsaved, openShelf } from "./deals/shelf.js";
import { report, tellDamaged } from "./deals/trouble.js";
import { messages } from "./shared/messages.js";
import { each } from "./shared/site_page.js";

/** @import { Desk } from "./deals/process_page.js" */

each((gone) => {
  const section = document.querySelector(".tl-deal");
  if (!(section instanceof HTMLElement)) return;
  const page = readPage(section);
  const render = () => parts.forEach((show) => show(shelf.current()));
  const shelf = openShelf(page.process, render, (kept) => report(desk, kept));
  /** @type {Desk} */
  const desk = { page, shelf, gone, render };

  messages("status");
  const parts = [bar, boxes, counts, navigation, leaving].map((part) => part(desk));
  shelf.load();
  if (shelf.drawer.waits()) report(desk, shelf.drawer.retry());
  else if (!tellDamaged(shelf)) offerOthers(desk);
  shelf.drawer.listen(shelf.heard, gone);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) shelf.chooseLast();
  }, { signal: gone });
  gone.addEventListener("abort", () => {
    document.querySelectorAll(".tl-message, .tl-dialog").forEach((each) => each.remove());
    removeSheet();
  });
  section.classList.remove("tl-waits");
});

// What is not saved goes with the window, whichever page it shows by then.
window.addEventListener("beforeunload", (event) => {
  if (isUnsaved()) event.preventDefault();
});
