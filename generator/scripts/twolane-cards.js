// @ts-check
/*
The cards of the page "In a call": filtered by what is typed and chosen, walked through by arrow keys.

The address keeps the state, so that a filtered page can be sent to a colleague and Back leads to it:
#stage=new-business/prospecting&competitor=…&segment=…&text=…  An empty `text=` asks for the field to be focused.
*/
import { each } from "./shared/site_page.js";
import { wordsOf } from "./shared/words.js";

each((gone) => {
  /** @typedef {{text: string, stage: string, competitor: string, segment: string}} State */

  const CHOICES = /** @type {const} */ (["stage", "competitor", "segment"]);
  const form = document.getElementById("cards-filter");
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById("cards-text"));
  const count = document.getElementById("cards-count");
  const reset = document.getElementById("cards-reset");
  if (!form || !field || !count || !reset) return;

  const words = wordsOf("cards");
  const cards = [...document.querySelectorAll(".tl-call")].filter((card) => card instanceof HTMLElement);
  const texts = new Map(cards.map((card) => [card, plain(card.textContent || "")]));
  const groups = [...document.querySelectorAll(".tl-call-group")].filter((group) => group instanceof HTMLElement);

  /**
   * A text as it is compared: lower case, without accents, quotation marks and the end of sentences.
   * @param {string} text
   */
  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").replace(/[’‘`´]/g, "'")
      .replace(/[^\p{L}\p{M}\p{N}'%€$]+/gu, " ").toLowerCase();
  }

  /**
   * The choice of one kind that the page has.
   * @param {string} name
   */
  function choice(name) {
    return /** @type {HTMLSelectElement | null} */ (document.getElementById(`cards-${name}`));
  }

  /** @returns {State} */
  function chosen() {
    const [stage, competitor, segment] = CHOICES.map((name) => choice(name)?.value || "");
    return { text: field?.value || "", stage, competitor, segment };
  }

  /**
   * Whether a card fits what is typed and chosen; a card that does not say a choice fits all of it.
   * @param {HTMLElement} card
   * @param {State} state
   */
  function fits(card, state) {
    const said = CHOICES.every((name) => {
      const own = card.dataset[name];
      return !state[name] || own === undefined || own.split(" ").includes(state[name]);
    });
    const text = texts.get(card) || "";
    return said && plain(state.text).split(" ").every((word) => text.includes(word));
  }

  function show() {
    const state = chosen();
    for (const card of cards) card.hidden = !fits(card, state);
    for (const group of groups) group.hidden = !group.querySelector(".tl-call:not([hidden])");
    const shown = visible().length;
    const all = shown === cards.length && !Object.values(state).some((value) => value.trim());
    const said = all ? words.all : shown === 0 ? words.none : words.some;
    const text = said.replace("{number}", String(shown)).replace("{all}", String(cards.length));
    // The same words again would be announced again.
    if (count && count.textContent !== text) count.textContent = text;
    reset?.classList.toggle("is-idle", all);
  }

  /** @returns {HTMLElement[]} */
  function visible() {
    return cards.filter((card) => !card.hidden);
  }

  /** The state as the part of an address behind the #; nothing chosen is the page itself. */
  function written() {
    const given = Object.entries(chosen()).filter(([, value]) => value.trim());
    return given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  }

  function read() {
    const hash = location.hash.slice(1);
    // Another # leads to a card, which must be there then.
    const state = new Map(hash.includes("=") ? hash.split("&").map((part) => pair(part)) : []);
    if (field) field.value = state.get("text") || "";
    for (const name of CHOICES) {
      const select = choice(name);
      const wanted = state.get(name) || "";
      if (select) select.value = [...select.options].some((option) => option.value === wanted) ? wanted : "";
    }
    show();
    if (state.get("text") === "") field?.focus();
    if (hash && !hash.includes("=")) document.getElementById(hash)?.scrollIntoView();
  }

  /**
   * A part of the address as name and value; what cannot be read counts as it stands.
   * @param {string} part
   * @returns {[string, string]}
   */
  function pair(part) {
    const at = part.indexOf("=");
    const value = part.slice(at + 1).replace(/\+/g, " ");
    try {
      return [part.slice(0, at), decodeURIComponent(value)];
    } catch {
      return [part.slice(0, at), value];
    }
  }

  function changed() {
    show();
    try {
      history.replaceState(null, "", `${location.pathname}${location.search}#${written()}`);
    } catch {
      // Some browsers keep the addresses of files as they are; the filter works all the same.
    }
  }

  /**
   * Moves the focus through the cards: 1 is the next, -1 the one before, which for the first is the field.
   * @param {Element | null} from
   * @param {number} by
   */
  function move(from, by) {
    const shown = visible();
    const at = shown.findIndex((card) => card.contains(from));
    const next = shown[at + by];
    const link = next?.querySelector("h3 a");
    if (link instanceof HTMLElement) {
      link.focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest" });
    } else if (at + by < 0) field?.focus();
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  reset.addEventListener("click", () => {
    field.value = "";
    for (const name of CHOICES) {
      const select = choice(name);
      if (select) select.value = "";
    }
    changed();
    field.focus();
  });
  window.addEventListener("hashchange", read, { signal: gone });

  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "Enter") {
      event.preventDefault();
      move(null, 1);
    }
  });

  for (const card of cards) {
    card.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (by) {
        event.preventDefault();
        move(card, by);
      } else if (event.key === "Escape") {
        field.focus();
        field.select();
      }
    });
  }

  read();
});
