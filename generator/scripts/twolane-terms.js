// @ts-check
/*
 * Tooltips of glossary terms beyond what the style sheet does: Escape closes them, the first touch opens one and the
 * second follows the link, and they stay inside the window.
 */

import { each } from "./shared/site_page.js";

/** @type {HTMLElement | null} */
let open = null;
let touched = false;

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
function termOf(target) {
  return target instanceof Element ? target.closest(".tl-term") : null;
}

/** @param {HTMLElement} term @returns {HTMLElement | null} */
function tipOf(term) {
  return document.getElementById(term.getAttribute("aria-describedby") || "");
}

/** @param {HTMLElement} term */
function show(term) {
  const tip = tipOf(term);
  if (!tip) return;
  if (open !== term) close();
  open = term;
  tip.classList.remove("is-closed");
  tip.classList.add("is-open");
  tip.style.marginInlineStart = "0";
  const box = tip.getBoundingClientRect();
  const most = document.documentElement.clientWidth - box.width - 8;
  const left = Math.max(8, Math.min(term.getClientRects()[0].left, most));
  tip.style.marginInlineStart = `${left - box.left}px`;
}

/** @param {boolean} [stays] closed while the pointer is still over it */
function close(stays) {
  const tip = open && tipOf(open);
  if (tip) {
    tip.classList.remove("is-open");
    tip.classList.toggle("is-closed", Boolean(stays));
    tip.removeAttribute("data-touched");
  }
  open = null;
}

document.addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "touch";
  const inside = event.target instanceof Element && event.target.closest(".tl-tip");
  if (touched && !inside && !termOf(event.target)) close();
});
document.addEventListener("click", (event) => {
  const term = termOf(event.target);
  const tip = term && tipOf(term);
  if (!term || !tip || !touched || tip.dataset.touched) return;
  event.preventDefault();
  show(term);
  tip.dataset.touched = "yes";
});
document.addEventListener("pointerover", (event) => {
  const term = termOf(event.target);
  if (term && event.pointerType !== "touch") show(term);
  else if (open && !(event.target instanceof Element && event.target.closest(".tl-tip")) && document.activeElement !== open && event.pointerType !== "touch") close();
});
document.addEventListener("focusin", (event) => {
  const term = termOf(event.target);
  if (term) show(term);
  else close();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && open) close(true);
});
each((gone) => gone.addEventListener("abort", () => close()));
