// @ts-check
/* Parts of pages that several scripts need: elements, dialogs, messages, files. No HTML is ever made from text. */

/** @typedef {{text: string, act: () => void, main?: boolean, name?: string, disabled?: boolean}} Press */

const twolaneParts = (function () {
  "use strict";

  let numbered = 0;

  /**
   * An element with its attributes and contents; an attribute that is `false` is left out, `true` is empty.
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag
   * @param {Record<string, string | boolean>} [attributes]
   * @param {...(Node | string)} contents
   * @returns {HTMLElementTagNameMap[T]}
   */
  function make(tag, attributes = {}, ...contents) {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => {
      if (value !== false) made.setAttribute(name, value === true ? "" : value);
    });
    made.append(...contents);
    return made;
  }

  /** A button; `name` is what a screen reader calls it where its text alone says too little.
   * @param {Press} press */
  function button({ text, act, main = false, name = "", disabled = false }) {
    const looks = main ? "tl-press tl-press--main" : "tl-press";
    const made = make("button", { type: "button", class: looks, "aria-label": name || false, disabled }, text);
    made.addEventListener("click", act);
    return made;
  }

  /** A field with its label above it.
   * @template {HTMLElement} T
   * @param {string} label @param {T} field @returns {HTMLElement} */
  function labelled(label, field) {
    numbered += 1;
    field.id = field.id || `tl-field-${numbered}`;
    return make("div", { class: "tl-field" }, make("label", { for: field.id }, label), field);
  }

  /**
   * Opens a dialog; the focus goes back to where it was when it closes, and Escape closes it.
   * @param {string} title
   * @param {(Node | string)[]} contents
   * @param {HTMLElement[]} buttons in a row at its end
   * @returns {() => void} closes it
   */
  function dialog(title, contents, buttons) {
    numbered += 1;
    const id = `tl-dialog-${numbered}`;
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

  // ---- messages ----------------------------------------------------------------------------------------------

  /** @type {HTMLElement | null} */
  let place = null;

  /** The places of messages exist before there is one, since screen readers follow only those.
   * @param {"status" | "alert"} role @returns {HTMLElement} */
  function messages(role) {
    if (!place) {
      place = make("div", { class: "tl-messages tl-no-print" },
        make("div", { role: "status" }), make("div", { role: "alert" }));
      document.body.append(place);
      keepClear(place);
    }
    return /** @type {HTMLElement} */ (place.querySelector(`[role=${role}]`));
  }

  /** Whatever gets the focus by keyboard is scrolled to above the messages, not below them.
   * @param {HTMLElement} messages */
  function keepClear(messages) {
    const scroller = document.documentElement;
    new ResizeObserver(() => {
      const height = messages.querySelector(".tl-message") ? messages.offsetHeight : 0;
      scroller.style.scrollPaddingBottom = height ? `${height + 32}px` : "";
    }).observe(messages);
  }

  /**
   * Says something at the lower edge of the window. The next message of its kind takes its place; one without buttons goes
   * away by itself. The focus goes back to where it was when the message that has it is closed.
   * @param {string} text
   * @param {Press[]} [presses]
   * @param {{alert?: boolean, focus?: boolean, link?: HTMLAnchorElement}} [how] an alert stays until it is closed; `link`
   * stands before the buttons; `focus` goes to the first of them
   */
  function say(text, presses = [], { alert = false, focus = false, link } = {}) {
    const home = messages(alert ? "alert" : "status");
    const before = document.activeElement;
    const hide = () => {
      const hadFocus = message.contains(document.activeElement);
      message.remove();
      if (hadFocus && before instanceof HTMLElement) before.focus();
    };
    const buttons = presses.map((press) => button({ ...press, act: () => { hide(); press.act(); } }));
    const close = button({ text: twolaneWords.deals.close, name: twolaneWords.deals.dismiss, act: hide });
    const message = make("div", { class: alert ? "tl-message tl-message--alert" : "tl-message" },
      make("p", {}, text), ...(link ? [link] : []), ...buttons, close);
    home.replaceChildren(message);
    if (focus) (link || buttons[0] || close).focus();
    if (!alert && !presses.length) window.setTimeout(hide, 6000);
  }

  // ---- files -------------------------------------------------------------------------------------------------

  /** Hands the reader a file.
   * @param {string} name @param {string} text */
  function download(name, text) {
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = make("a", { href: address, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  /** Has the reader choose a file.
   * @param {string} kinds @param {(file: File) => void} chosen */
  function upload(kinds, chosen) {
    const field = make("input", { type: "file", accept: kinds, hidden: true });
    field.addEventListener("change", () => {
      const file = field.files && field.files[0];
      field.remove();
      if (file) chosen(file);
    });
    document.body.append(field);
    field.click();
  }

  return { button, dialog, download, labelled, make, messages, say, upload };
})();
