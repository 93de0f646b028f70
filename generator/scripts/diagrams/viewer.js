// @ts-check
/* The dialog that shows one diagram large: moved here from the page, with its size and place, and back again. */

import { make } from "../shared/elements.js";
import { wordsOf } from "../shared/words.js";
import { listenToMoves } from "./gestures.js";
import { isAlone } from "./loading.js";
import { save } from "./saving.js";
import { STEP, zoomable } from "./zooming.js";

/**
 * @typedef {object} Shown the picture, its own size, and where it came from
 * @property {SVGSVGElement} picture
 * @property {HTMLElement} drawing
 * @property {HTMLElement} opener
 * @property {number} width
 * @property {number} height
 * @property {string | null} style
 */

/** The dialog, on the page for good. */
export function makeViewer() {
  const words = wordsOf("diagrams");
  const title = make("h2", { id: "tl-viewer-title" });
  const level = make("output", { class: "tl-viewer__level" });
  const view = make("div", { class: "tl-viewer__view", tabindex: "0", role: "group", "aria-label": words.how });
  const dialog = make("dialog", { class: "tl-viewer", "aria-labelledby": title.id });
  /** @type {Shown | null} */
  let shown = null;
  const zoom = zoomable(view, level, () => shown);
  const forgetFingers = listenToMoves(dialog, view, zoom);

  /** @type {(sign: string, label: string, action: () => void, ...text: string[]) => HTMLElement} */
  const button = (sign, label, action, ...text) => {
    const made = make("button", { type: "button", "aria-label": label, title: label, "data-sign": sign }, ...text);
    made.addEventListener("click", action);
    return made;
  };
  dialog.append(make("div", { class: "tl-viewer__bar" },
    title, level,
    button("−", words.zoomOut, () => zoom.by(1 / STEP)),
    button("+", words.zoomIn, () => zoom.by(STEP)),
    button("", words.reset, () => zoom.reset(), words.fit),
    ...(isAlone ? [] : [button("", words.saveThis, keep, words.save)]),
    button("×", words.close, close)
  ), view);
  document.body.append(dialog);

  /** @param {HTMLElement} drawing @param {string} name @param {HTMLElement} opener */
  function open(drawing, name, opener) {
    const picture = drawing.querySelector("svg");
    if (!picture || dialog.open) { return; }
    const box = picture.viewBox.baseVal;
    drawing.style.height = drawing.offsetHeight + "px"; // so that the page does not jump
    shown = { picture, drawing, opener, width: box.width, height: box.height, style: picture.getAttribute("style") };
    title.textContent = name;
    view.replaceChildren(picture);
    dialog.showModal();
    view.focus();
    zoom.reset();
  }

  /** Closes at once, so that what follows finds the picture on the page again. */
  function close() {
    dialog.close();
    putBack();
  }

  function putBack() {
    if (!shown) { return; }
    forgetFingers();
    const { picture, drawing, opener, style } = shown;
    picture.setAttribute("style", style || "");
    drawing.replaceChildren(picture);
    drawing.style.height = "";
    shown = null;
    opener.focus();
  }

  /** Saves the diagram that is shown; where that fails, the line that says the size says so. */
  function keep() {
    if (!shown) { return; }
    save(shown.picture, title.textContent || "").catch(() => {
      level.textContent = words.notSaved;
    });
  }

  dialog.addEventListener("click", (event) => { if (event.target === dialog) { close(); } });
  dialog.addEventListener("close", putBack); // Escape comes this way alone
  window.addEventListener("resize", () => { if (shown) { zoom.reset(); } });
  return { open, close };
}
