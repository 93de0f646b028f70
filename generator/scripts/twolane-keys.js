// @ts-check
/*
 * The key that opens the page "In a call" from any page: C, while no field has the focus. The theme itself uses
 * s, f, / (search), p, comma (page before), n and the full stop (next page), and nothing else.
 *
 * Whoever dictates, or rests a hand on the keyboard, presses single keys without meaning it. So the page "In a call"
 * has a switch that silences all of them, the theme's too, in this browser.
 * And what the Tab key has reached is brought into view where the theme keeps it out.
 */
import { each } from "./shared/site_page.js";
import { wordsOf } from "./shared/words.js";
import { open } from "./storage/here.js";

const THEMES = "sf/p,n."; // single keys of the theme
const [ON, OFF] = ["on", "off"];
const HELD = "data-md-scrolllock"; // the theme's mark of a page that cannot be scrolled
const cards = new URL(document.currentScript?.dataset.cards || "", location.href).href;
const drawer = open("keys");
// Whoever silenced them has done so at the playbook's last address, too.
const [before] = drawer.others().flatMap((other) => other.entries).filter((entry) => entry.key === "single");

const isOn = () => (drawer.read("single") ?? before?.text) !== OFF;

/** Whether letters belong to what has the focus. @param {Element | null} active */
function isTyping(active) {
  if (active instanceof HTMLInputElement) return !/^(button|checkbox|radio|reset|submit)$/.test(active.type);
  return active instanceof HTMLElement && (active.isContentEditable || /^(SELECT|TEXTAREA)$/.test(active.tagName));
}

/** Whether a key was pressed by itself where it could be a shortcut. @param {KeyboardEvent} event */
function isSingle(event) {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  return !isTyping(document.activeElement) && !document.querySelector("dialog[open]");
}

/** In the theme's open search, letters lead to its field. */
function isSearching() {
  const search = document.getElementById("__search");
  return search instanceof HTMLInputElement && search.checked;
}

// Ahead of the theme, which listens where the event arrives last.
window.addEventListener("keydown", (event) => {
  if (!isOn() && THEMES.includes(event.key) && isSingle(event) && !isSearching()) event.stopImmediatePropagation();
}, true);

window.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "c" || event.repeat || event.defaultPrevented) return;
  if (!isOn() || !isSingle(event)) return;
  event.preventDefault();
  const field = document.getElementById("cards-text");
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  } else {
    // The empty text asks for the field to be focused.
    location.assign(`${cards}#text=`);
  }
});

// In narrow windows the theme holds the page still while its search is open, and lets go a moment after that was left:
// whoever holds the Tab key down has gone on by then, and the page has not followed.
new MutationObserver(() => {
  const active = document.activeElement;
  if (!active?.closest("main, footer") || document.body.hasAttribute(HELD)) return; // the header stays where it is
  active.scrollIntoView({ block: "nearest" });
}).observe(document.body, { attributeFilter: [HELD] });

/** Assistive technology says which key leads to the cards, as long as it does. */
function tell() {
  for (const link of document.querySelectorAll(".md-tabs__link, .md-nav__link")) {
    if (!(link instanceof HTMLAnchorElement) || link.href !== cards) continue;
    if (isOn()) link.setAttribute("aria-keyshortcuts", "C");
    else link.removeAttribute("aria-keyshortcuts");
  }
}

/** Builds the switch. @param {HTMLElement} place @returns {() => void} shows how it stands */
function buildSwitch(place) {
  const words = wordsOf("keys");
  const box = document.createElement("input");
  const label = document.createElement("label");
  const note = document.createElement("p");
  box.type = "checkbox";
  box.className = "tl-tick";
  note.setAttribute("role", "status");
  label.append(box, ` ${words.label}`);
  place.replaceChildren(label, note);

  box.addEventListener("change", () => {
    const kept = drawer.write("single", box.checked ? ON : OFF);
    const said = box.checked ? words.on : words.off;
    note.textContent = kept === "saved" ? said : `${said} ${words[kept]}`;
    tell();
  });
  return () => {
    box.checked = isOn();
  };
}

each((gone) => {
  const place = document.getElementById("keys-switch");
  const show = place ? buildSwitch(place) : () => {};
  const all = () => {
    show();
    tell();
  };
  drawer.listen(all, gone);
  all();
});
