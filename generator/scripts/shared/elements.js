// @ts-check
/* Elements of pages that several scripts make. No HTML is ever made from text. */

/** @typedef {{text: string, act: () => void, main?: boolean, name?: string, disabled?: boolean}} Press */

let numbered = 0;

/** A number that no other element of this script has. */
export function nextNumber() {
  numbered += 1;
  return numbered;
}

/**
 * An element with its attributes and contents; an attribute that is `false` is left out, `true` is empty.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | boolean>} [attributes]
 * @param {...(Node | string)} contents
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes = {}, ...contents) {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  });
  made.append(...contents);
  return made;
}

/** A button; `name` is what a screen reader calls it where its text alone says too little.
 * @param {Press} press */
export function button({ text, act, main = false, name = "", disabled = false }) {
  const looks = main ? "tl-press tl-press--main" : "tl-press";
  const made = make("button", { type: "button", class: looks, "aria-label": name || false, disabled }, text);
  made.addEventListener("click", act);
  return made;
}

/** A field with its label above it.
 * @template {HTMLElement} T
 * @param {string} label @param {T} field @returns {HTMLElement} */
export function labelled(label, field) {
  field.id = field.id || `tl-field-${nextNumber()}`;
  return make("div", { class: "tl-field" }, make("label", { for: field.id }, label), field);
}

/** Only what changes is written, so that a screen reader hears only that.
 * @param {Element} element @param {string} text */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
