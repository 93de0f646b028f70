// @ts-check
/*
 * The key that opens the page "In a call" from any page: C, while no field has the focus. The theme itself uses
 * s, f, / (search), p, comma (page before), n and the full stop (next page), and nothing else.
 */
(() => {
  "use strict";

  const cards = document.currentScript?.dataset.cards || "";

  /** Whether letters belong to what has the focus. @param {Element | null} active */
  function isTyping(active) {
    if (active instanceof HTMLInputElement) return !/^(button|checkbox|radio|reset|submit)$/.test(active.type);
    return active instanceof HTMLElement && (active.isContentEditable || /^(SELECT|TEXTAREA)$/.test(active.tagName));
  }

  window.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "c" || event.repeat || event.isComposing || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(document.activeElement)) return;
    if (document.querySelector("dialog[open]")) return;
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

  // Assistive technology says which key leads here.
  for (const link of document.querySelectorAll(".md-tabs__link, .md-nav__link")) {
    if (link instanceof HTMLAnchorElement && link.href === new URL(cards, location.href).href) {
      link.setAttribute("aria-keyshortcuts", "C");
    }
  }
})();
