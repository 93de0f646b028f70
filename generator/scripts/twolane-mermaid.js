// @ts-check
/*
 * Draws the diagrams of a page with the copy of Mermaid that the site itself serves, and shows each one large.
 *
 * The big script is loaded when a diagram comes near the window, or is in the page already; until then, and where
 * drawing fails, the diagram's text stays on the page. A change of the colour scheme draws again. "Enlarge" opens a
 * diagram in a dialog, to be zoomed and moved by mouse, touch and keyboard, and to be saved.
 */

import { draw, drawAll, drawRest, redraw, setSources } from "./diagrams/drawing.js";
import { closeViewer } from "./diagrams/enlarging.js";
import { divideForPrint } from "./diagrams/sheets.js";
import { each } from "./shared/site_page.js";

const seen = new IntersectionObserver((entries) => {
  entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
    seen.unobserve(entry.target);
    draw(/** @type {HTMLElement} */ (entry.target)).then(drawRest);
  });
}, { rootMargin: "300px" });

each((gone) => {
  const sources = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll("pre.tl-diagram")));
  setSources(sources);
  sources.forEach((source) => {
    source.classList.add("is-waiting");
    seen.observe(source);
  });
  gone.addEventListener("abort", () => {
    closeViewer();
    seen.disconnect();
    setSources([]);
  });
});

new MutationObserver(redraw).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
window.addEventListener("twolane:draw", drawAll);
window.addEventListener("beforeprint", () => {
  closeViewer();
  drawAll();
});
divideForPrint();
