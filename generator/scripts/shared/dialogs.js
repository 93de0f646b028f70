// @ts-check
/* Dialogs: one question or list at a time, above the page. */

import { make, nextNumber } from "./elements.js";

/**
 * Opens a dialog; the focus goes back to where it was when it closes, and Escape closes it.
 * @param {string} title
 * @param {(Node | string)[]} contents
 * @param {HTMLElement[]} buttons in a row at its end
 * @returns {() => void} closes it
 */
export function dialog(title, contents, buttons) {
  const id = `tl-dialog-${nextNumber()}`;
  const row = make("div", { class: "tl-dialog__buttons" }, ...buttons);
  const body = make("div", { class: "tl-dialog__body", tabindex: "-1" }, ...contents);
  const made = make("dialog", { class: "tl-dialog", "aria-labelledby": id }, make("h2", { id }, title), body, row);
  made.addEventListener("close", () => made.remove());
  document.body.append(made);
  made.showModal();
  const first = made.querySelector("[autofocus]") || buttons[0];
  if (first instanceof HTMLElement) first.focus();
  return () => made.close();
}
