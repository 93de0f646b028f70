// @ts-check
/* Messages at the lower edge of the window. */

import { button, make } from "./elements.js";
import { wordsOf } from "./words.js";

/** @import { Press } from "./elements.js" */

/** The places of messages exist before there is one, since screen readers follow only those. A window has them once,
 * whichever script made them.
 * @param {"status" | "alert"} role @returns {HTMLElement} */
export function messages(role) {
  const place = document.querySelector(".tl-messages") || makePlace();
  return /** @type {HTMLElement} */ (place.querySelector(`[role=${role}]`));
}

function makePlace() {
  const place = make("div", { class: "tl-messages tl-no-print" },
    make("div", { role: "status" }), make("div", { role: "alert" }));
  document.body.append(place);
  keepClear(place);
  return place;
}

/** Whatever gets the focus by keyboard is scrolled to above the messages, not below them.
 * @param {HTMLElement} place */
function keepClear(place) {
  const scroller = document.documentElement;
  new ResizeObserver(() => {
    const height = place.querySelector(".tl-message") ? place.offsetHeight : 0;
    scroller.style.scrollPaddingBottom = height ? `${height + 32}px` : "";
  }).observe(place);
}

/**
 * Says something at the lower edge of the window. The next message of its kind takes its place; one without buttons goes
 * away by itself. The focus goes back to where it was when the message that has it is closed.
 * @param {string} text
 * @param {Press[]} [presses]
 * @param {{alert?: boolean, focus?: boolean, link?: HTMLAnchorElement}} [how] an alert stays until it is closed; `link`
 * stands before the buttons; `focus` goes to the first of them
 */
export function say(text, presses = [], { alert = false, focus = false, link } = {}) {
  const words = wordsOf("deals");
  const home = messages(alert ? "alert" : "status");
  const before = document.activeElement;
  const hide = () => {
    const hadFocus = message.contains(document.activeElement);
    message.remove();
    if (hadFocus && before instanceof HTMLElement) before.focus();
  };
  const buttons = presses.map((press) => button({ ...press, act: () => { hide(); press.act(); } }));
  const close = button({ text: words.close, name: words.dismiss, act: hide });
  const message = make("div", { class: alert ? "tl-message tl-message--alert" : "tl-message" },
    make("p", {}, text), ...(link ? [link] : []), ...buttons, close);
  home.replaceChildren(message);
  if (focus) (link || buttons[0] || close).focus();
  if (!alert && !presses.length) window.setTimeout(hide, 6000);
}
