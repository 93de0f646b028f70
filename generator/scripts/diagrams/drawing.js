// @ts-check
/*
 * Draws the diagrams of a page, one after the other. What is not drawn yet, and what cannot be drawn, stays on the page
 * as text.
 */

import { make } from "../shared/elements.js";
import { wordsOf } from "../shared/words.js";
import { closeViewer } from "./enlarging.js";
import { beside, load } from "./loading.js";
import { scheme, settings } from "./look.js";
import { show } from "./showing.js";

/**
 * @typedef {object} Mermaid what we use of it
 * @property {(settings: object) => void} initialize
 * @property {(id: string, text: string) => Promise<{svg: string}>} render
 */

const words = wordsOf("diagrams");
const FONT_WAIT = 3000; // milliseconds after which a drawing is made though its font has not come

/** @type {Map<HTMLElement, string>} the scheme in which each diagram was drawn last */
const drawn = new Map();
/** @type {HTMLElement[]} the texts of the diagrams on the page at hand */
let sources = [];
/** @type {Promise<unknown>} */
let queue = Promise.resolve();
let number = 0;

/** Begins with a page: nothing of the one before is drawn any more.
 * @param {HTMLElement[]} texts of its diagrams */
export function setSources(texts) {
  drawn.clear();
  sources = texts;
}

export const drawAll = () => sources.forEach(draw);

/** @param {HTMLElement} source */
function showText(source) {
  source.classList.replace("is-waiting", "is-text");
  if (drawn.get(source)) { return; }
  source.after(make("p", { class: "tl-drawing-note" }, words.failed));
}

/** @param {HTMLElement} source @returns {Promise<void> | undefined} */
function render(source) {
  const wanted = scheme();
  if (drawn.get(source) === wanted) { return undefined; }
  const { mermaid } = /** @type {Window & {mermaid: Mermaid}} */ (/** @type {unknown} */ (window));
  mermaid.initialize(settings());
  number += 1;
  return mermaid.render("tl-drawing-" + number, source.textContent || "").then((result) => {
    show(source, result.svg);
    source.classList.remove("is-waiting");
    if (sources.includes(source)) { drawn.set(source, wanted); }
  });
}

/** Mermaid measures its texts: what shows them must be here. A font that does not come holds nothing up.
 * @param {HTMLElement} source @returns {Promise<unknown>} */
function fonts(source) {
  const [first] = getComputedStyle(document.body).fontFamily.split(","); // those that stand in are not waited for
  const parts = ["400", "700"].map((weight) =>
    document.fonts.load(`${weight} 14px ${first}`, source.textContent || "").catch(() => []));
  return Promise.race([Promise.all(parts), new Promise((resolve) => setTimeout(resolve, FONT_WAIT))]);
}

/** One after the other: Mermaid keeps its settings in one place.
 * @param {HTMLElement} source */
export function draw(source) {
  const gone = () => !sources.includes(source); // with its page, while it waited for its turn
  const ready = () => (gone() ? undefined : fonts(source).then(() => render(source)));
  queue = queue.then(() => load(beside("mermaid.min.js"))).then(ready).catch(() => {
    if (gone()) { return; }
    showText(source);
    drawn.set(source, scheme());
  });
  return queue;
}

export function redraw() {
  closeViewer();
  Array.from(drawn.keys()).forEach(draw);
}

/** Once Mermaid is here, the rest of the page is drawn in idle moments, so that a print has every diagram. */
export function drawRest() {
  const next = sources.find((source) => !drawn.has(source));
  const whenIdle = window.requestIdleCallback || ((/** @type {() => void} */ work) => setTimeout(work, 200));
  if (next) { whenIdle(() => draw(next).then(drawRest)); }
}
