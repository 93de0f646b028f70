// @ts-check
/* Offers to show a drawing large: a button below it; a click on the drawing does the same. */

import { make } from "../shared/elements.js";
import { wordsOf } from "../shared/words.js";
import { makeViewer } from "./viewer.js";

const words = wordsOf("diagrams");
/** @type {ReturnType<typeof makeViewer> | null} made when it is needed first */
let viewer = null;

export function closeViewer() {
  viewer?.close();
}

/** @param {HTMLElement} drawing */
export function offerEnlarging(drawing) {
  const next = drawing.nextElementSibling;
  if (!window.HTMLDialogElement || (next && next.classList.contains("tl-enlarge"))) { return; }
  const title = drawing.querySelector("svg > title");
  const name = (title && (title.textContent || "").trim()) || words.diagram;
  const label = words.enlargeThis.replace("{name}", () => name);
  const button = make("button", { type: "button", class: "tl-enlarge", "aria-label": label }, words.enlarge);
  const open = () => {
    viewer = viewer || makeViewer();
    viewer.open(drawing, name, button);
  };
  drawing.after(button);
  button.addEventListener("click", open);
  drawing.addEventListener("click", () => { if (getSelection()?.isCollapsed) { open(); } });
}
