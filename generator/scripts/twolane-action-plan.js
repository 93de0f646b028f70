// @ts-check
/*
 * Gives the action plan its dates, on the page and in the table to download: from the day on which it starts, typed
 * in by whoever hands it over. Nothing is kept; the page says the same in weeks without it. On paper, and as the name
 * of the file that is printed, the plan has its own title without that of the playbook, which is the house's.
 */
import { each } from "./shared/site_page.js";
import { wordsOf } from "./shared/words.js";

each((gone) => {
  const words = wordsOf("plan");
  const whole = document.title;
  const own = document.getElementById("start")?.textContent?.trim();
  window.addEventListener("beforeprint", () => { document.title = own || whole; }, { signal: gone });
  window.addEventListener("afterprint", () => { document.title = whole; }, { signal: gone });
  const tool = /** @type {HTMLElement | null} */ (document.querySelector(".tl-plan__start"));
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById("plan-start"));
  if (!tool || !field) { return; }

  const file = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".tl-plan__file"));
  const plain = { href: file?.href || "", text: file?.textContent || "", name: file?.download || "" };
  const MARK = "\uFEFF"; // without it, spreadsheets take the text for one of their country's old encodings
  const FORMULA = /^\s*[=+\-@]|^[\t\r\n]/;
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

  /**
   * The days of a row as spreadsheets of every country read them; empty where the plan says nothing.
   * @param {string | undefined} text
   * @param {Date} start
   */
  const isoOf = (text, start) => (text ? after(start, Number(text)).toISOString().slice(0, 10) : "");

  /**
   * A row of the plan by the names of the table's columns.
   * @param {HTMLTableRowElement} row
   * @param {Date} start
   * @returns {Record<string, string>}
   */
  function told(row, start) {
    const [, when, seller] = Array.from(row.cells);
    const what = row.querySelector(".tl-plan__what") || row.cells[0];
    const { from, until } = when.dataset;
    return {
      step: row.dataset.step || "", kind: row.dataset.kind || "", buyer: row.dataset.buyer || "",
      what: what.textContent || "", seller: seller.textContent || "",
      from: from || "", until: until || "", fromDate: isoOf(from, start), untilDate: isoOf(until, start)
    };
  }

  /**
   * A cell in quotes; one that a spreadsheet would take for a formula begins with an apostrophe.
   * @param {string} text
   */
  const cell = (text) => `"${(FORMULA.test(text) ? "'" + text : text).replace(/"/g, '""')}"`;

  /**
   * The table with dates, as RFC 4180 wants it; the columns are those that the link names, in its order.
   * @param {DOMStringMap} columns
   * @param {Date} start
   */
  function table(columns, start) {
    const rows = /** @type {HTMLTableRowElement[]} */ (Array.from(document.querySelectorAll(".tl-plan__row")));
    const names = Object.keys(columns);
    const lines = rows.map((row) => told(row, start)).map((each) => names.map((name) => each[name] || ""));
    const all = [names.map((name) => columns[name] || ""), ...lines];
    return MARK + all.map((line) => line.map(cell).join(",") + "\r\n").join("");
  }

  /**
   * Has the link give the table with dates, or the one in weeks where the start is not known.
   * @param {HTMLAnchorElement} link
   * @param {Date | null} start
   */
  function offer(link, start) {
    if (link.href !== plain.href) { URL.revokeObjectURL(link.href); }
    link.href = start ? URL.createObjectURL(new Blob([table(link.dataset, start)], { type: "text/csv" })) : plain.href;
    const day = start ? `-${start.toISOString().slice(0, 10)}` : "";
    link.download = plain.name.replace(/\.csv$/, (ending) => day + ending);
    link.textContent = start ? words.dated : plain.text;
  }

  function show() {
    const start = /** @type {HTMLInputElement} */ (field).valueAsDate;
    if (file) { offer(file, start); }
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
  tool.closest(".tl-waits")?.classList.remove("tl-waits");
});
