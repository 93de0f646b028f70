// @ts-check
/* Puts drawings into a page, so large that they can be read. */

import { make } from "../shared/elements.js";
import { wordsOf } from "../shared/words.js";
import { offerEnlarging } from "./enlarging.js";

const words = wordsOf("diagrams");
const SMALLEST_SHARE = 0.75; // of a drawing's own width, below which its letters become too small
const TALL = 2.5; // heights to a width, above which a drawing needs several sheets of paper
const SHEET = 1000; // of its own units, up to which one sheet shows it large enough to be read all the same

/**
 * Puts a drawing in the place of its text.
 * @param {HTMLElement} source
 * @param {string} svg
 */
export function show(source, svg) {
  let drawing = /** @type {HTMLElement | null} */ (source.nextElementSibling);
  if (!drawing || !drawing.classList.contains("tl-drawing")) {
    drawing = make("div", { class: "tl-drawing" });
    source.after(drawing);
  }
  drawing.innerHTML = svg;
  source.hidden = true;
  offerEnlarging(drawing);
  keepReadable(drawing);
}

/** On a phone a wide drawing is not shrunk beyond reading; it scrolls in its own frame, by keyboard too.
 * @param {HTMLElement} drawing */
function keepReadable(drawing) {
  const picture = drawing.querySelector("svg");
  const wide = picture && picture.viewBox.baseVal ? picture.viewBox.baseVal.width : 0;
  if (picture && wide) {
    picture.style.minWidth = Math.round(wide * SMALLEST_SHARE) + "px";
    drawing.classList.toggle("is-tall", picture.viewBox.baseVal.height > Math.max(wide * TALL, SHEET));
    const share = drawing.clientHeight / picture.viewBox.baseVal.height; // of its height that the room has
    const fitting = share < 1 && share >= SMALLEST_SHARE ? share : 1;
    picture.style.setProperty("--tl-fit", Math.floor(wide * fitting) + "px");
  }
  if (drawing.scrollWidth > drawing.clientWidth || drawing.scrollHeight > drawing.clientHeight) {
    drawing.tabIndex = 0;
    drawing.setAttribute("role", "group");
    drawing.setAttribute("aria-label", words.wide);
  }
}
