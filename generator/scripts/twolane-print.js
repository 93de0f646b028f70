// @ts-check
/*
 * Draws all diagrams of a page to print at once, and offers a button that prints when they are there.
 */
import { each } from "./shared/site_page.js";
import { wordsOf } from "./shared/words.js";

each(() => {
  const words = wordsOf("print");
  const page = document.querySelector(".tl-print");
  if (!page) { return; }

  // The script that draws diagrams draws those that are near the window, and all before a print.
  window.dispatchEvent(new Event("twolane:draw"));

  const kept = document.querySelector(".tl-print__bar");
  const bar = kept || document.createElement("p");
  if (!kept) {
    bar.className = "tl-print__bar tl-no-print";
    page.before(bar);
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "md-button md-button--primary";
  const state = document.createElement("span");
  state.setAttribute("role", "status");
  button.textContent = words.print;
  bar.append(button, state);

  const waiting = () => document.querySelector(".tl-print pre.tl-diagram.is-waiting");

  button.addEventListener("click", () => {
    const started = Date.now();
    (function whenDrawn() {
      if (waiting() && Date.now() - started < 60000) {
        state.textContent = " " + words.drawing;
        setTimeout(whenDrawn, 100);
      } else {
        state.textContent = "";
        window.print();
      }
    }());
  });
});
