// @ts-check
/*
 * Filters the RACI matrix by role and duty.
 */

import { each } from "./shared/site_page.js";
import { wordsOf } from "./shared/words.js";

each(() => {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".tl-raci__filter"));
  const table = /** @type {HTMLTableElement | null} */ (document.querySelector(".tl-raci"));
  if (!form || !table) return;
  const count = form.querySelector(".tl-raci__count");
  const rows = Array.from(table.tBodies[0].rows);

  /** @param {Element} within @param {string} name @returns {HTMLElement[]} */
  function marked(within, name) {
    return Array.from(within.querySelectorAll(`[data-${name}]`));
  }

  function filter() {
    const chosen = new FormData(/** @type {HTMLFormElement} */ (form));
    const role = String(chosen.get("role") || "");
    const parts = new Set(chosen.getAll("part").map(String));
    const within = /** @type {HTMLTableElement} */ (table);
    marked(within, "part").forEach((duty) => (duty.hidden = !parts.has(duty.dataset.part || "")));
    marked(within, "role").forEach((cell) => {
      const other = Boolean(role) && cell.dataset.role !== role;
      const empty = cell.tagName === "TD" && !cell.querySelector("[data-part]:not([hidden])");
      cell.classList.toggle("is-other", other);
      cell.classList.toggle("is-empty", empty);
    });
    rows.forEach((row) => (row.hidden = !row.querySelector("[data-role]:not(.is-other):not(.is-empty)")));
    const shown = rows.filter((row) => !row.hidden).length;
    const text = wordsOf("raci").shown;
    const said = text.replace("{shown}", String(shown)).replace("{all}", String(rows.length));
    if (count && count.textContent !== said) count.textContent = said;
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", filter);
  filter();
});
