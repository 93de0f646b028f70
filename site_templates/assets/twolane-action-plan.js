// @ts-check
/*
 * Gives the action plan its dates: from the day on which it starts, typed in by whoever hands it over. Nothing is
 * kept; the page says the same in weeks without it.
 */
(function () {
  "use strict";

  const words = twolaneWords.plan;
  const tool = /** @type {HTMLElement | null} */ (document.querySelector(".tl-plan__start"));
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById("plan-start"));
  if (!tool || !field) { return; }

  const unit = tool.dataset.unit || "week";
  const cells = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll(".tl-plan td[data-until]")));
  const format = new Intl.DateTimeFormat(document.documentElement.lang || "en", {
    day: "numeric", month: "short", year: "numeric", timeZone: "UTC"
  });

  /**
   * The day so many units after the start; a part of a month counts 30 days a month.
   * @param {Date} start
   * @param {number} count
   */
  function after(start, count) {
    const day = new Date(start);
    const months = unit === "month" ? Math.floor(count) : 0;
    if (months) {
      const wanted = day.getUTCDate();
      day.setUTCDate(1);
      day.setUTCMonth(day.getUTCMonth() + months);
      const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
      day.setUTCDate(Math.min(wanted, last));
    }
    const days = { day: 1, week: 7, month: 30 }[unit] || 1;
    day.setUTCDate(day.getUTCDate() + Math.round((count - months) * days));
    return day;
  }

  /**
   * @param {string | undefined} text
   * @param {Date} start
   */
  const dateOf = (text, start) => (text ? format.format(after(start, Number(text))) : "");

  /**
   * What a cell says of its dates.
   * @param {HTMLElement} cell
   * @param {Date} start
   */
  function said(cell, start) {
    const from = dateOf(cell.dataset.from, start);
    const until = dateOf(cell.dataset.until, start);
    const text = from && until && from !== until ? words.span : until ? words.by : words.from;
    return text.replace("{from}", () => from).replace("{until}", () => until);
  }

  function show() {
    const start = /** @type {HTMLInputElement} */ (field).valueAsDate;
    cells.forEach((cell) => {
      const old = cell.querySelector(".tl-plan__date");
      if (old) { old.remove(); }
      if (!start || isNaN(start.getTime())) { return; }
      const date = document.createElement("span");
      date.className = "tl-plan__date";
      date.textContent = said(cell, start);
      cell.append(date);
    });
  }

  tool.hidden = false;
  field.addEventListener("input", show);
  show();
}());
