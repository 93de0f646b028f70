// @ts-check
/*
 * Where is my buyer?: shows the questions of the page one at a time, and of the steps the one that was found.
 *
 * Everything that is shown stands in the page already; this script only hides what is not asked for. What is still
 * possible, or what was found, stands behind the # of the address, so that it can be sent to a colleague and the
 * browser's own "back" works: #buyer-step-notice is an answer, #buyer-step-notice..buyer-step-compare what is left.
 */
import { each } from "./shared/site_page.js";

each((gone) => {
  const place = document.querySelector(".tl-where");
  if (!(place instanceof HTMLElement)) return;
  const flow = place;

  /** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement[]} */
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  /** What the page has for sure. @param {string} selector @param {ParentNode} [within] @returns {HTMLElement} */
  const one = (selector, within) => all(selector, within)[0];
  /** @param {Element} element */
  const at = (element) => Number(element.getAttribute("data-step"));

  const results = all(".tl-where-step");
  const names = results.map((result) => one("h2", result).id);
  const questions = all(".tl-where__question", flow);
  const said = all(".tl-where__said > li", flow);
  const ask = one(".tl-where__ask", flow);
  const choose = one(".tl-where__choose", flow);
  const or = one(".tl-where__or", flow);
  const bar = one(".tl-where__bar", flow);
  const status = one("[role=status]", flow);
  const table = one(".tl-where-table");
  const last = names.length - 1;
  const START = `#${flow.id}`;

  /** What was shown before, the last one last: "back" goes there and never leaves the page. @type {string[]} */
  const trail = [];
  let current = "";
  /** Which sign was heard of the step that is to be shown next. @type {string | null} */
  let heard = null;

  /** The parts of what stands behind the #. @returns {string[]} */
  function named() {
    try {
      return decodeURIComponent(location.hash.slice(1)).split("..");
    } catch {
      return [""]; // an address that somebody cut in the middle
    }
  }

  /** What the address says: the first and the last step that are possible. @returns {[number, number]} */
  function possible() {
    const [first, end] = named().map((name) => names.indexOf(name));
    if (first === undefined || first < 0) return [0, last];
    if (end === undefined) return [first, first];
    return end > first ? [first, end] : [0, last];
  }

  /** Whether the address asks for anything of ours. */
  const asked = () => names.includes(named()[0]);

  /** The question that halves what is possible: of the step nearest to the middle. @param {number} first @param {number} end */
  function halving(first, end) {
    const middle = (first + end) / 2;
    const within = questions.filter((question) => at(question) >= first && at(question) <= end);
    return within.sort((a, b) => Math.abs(at(a) - middle) - Math.abs(at(b) - middle) || at(a) - at(b))[0] || null;
  }

  /** @param {Element} element @param {boolean} shown */
  function show(element, shown) {
    element.toggleAttribute("hidden", !shown);
  }

  /** Shows what the address asks for. @param {boolean} moved whether a visitor has just answered */
  function render(moved) {
    const [first, end] = possible();
    const found = first === end && (asked() || last === 0);
    const question = found ? null : halving(first, end);
    questions.forEach((each) => show(each, each === question));
    if (question) narrowing(question, first, end);
    said.forEach((each) => show(each, at(each) >= first && at(each) <= end && !repeats(each, question)));
    show(ask, !found);
    show(choose, !found && !question);
    show(or, Boolean(question));
    show(bar, asked());
    results.forEach((each) => show(each, found && at(each) === first));
    all("[data-heard]").forEach((mark) => show(mark, false));
    const result = found ? results[first] : null;
    if (result && heard !== null) all(`[data-heard="${heard}"]`, result).forEach((mark) => show(mark, true));
    heard = null;
    status.textContent = progress(found, end - first + 1);
    if (moved) announce(result, question);
  }

  /** An answer that would leave nothing is not offered. @param {HTMLElement} question @param {number} first @param {number} end */
  function narrowing(question, first, end) {
    const row = (/** @type {string} */ go) => /** @type {HTMLElement} */ (one(`[data-go=${go}]`, question).parentElement);
    show(row("before"), at(question) > first);
    show(row("after"), at(question) < end);
  }

  /** Whether an item of the list is the answer to the question above it. @param {Element} item @param {Element | null} question */
  function repeats(item, question) {
    return question !== null && at(item) === at(question) && item.querySelector("[data-sign='0']") !== null;
  }

  /** How far one has come; nothing at the start. @param {boolean} found @param {number} left */
  function progress(found, left) {
    if (found) return flow.getAttribute("data-found") || "";
    return asked() ? (flow.getAttribute("data-left") || "").replace("{number}", String(left)) : "";
  }

  /** Moves the focus to what is new. @param {HTMLElement | null} result @param {HTMLElement | null} question */
  function announce(result, question) {
    const heading = result || question ? one("h2", result || question || flow) : choose;
    heading.setAttribute("tabindex", "-1");
    heading.focus({ preventScroll: true });
    const top = flow.getBoundingClientRect().top;
    if (top < 0 || top > window.innerHeight / 3) flow.scrollIntoView();
  }

  /** Shows what an answer leads to, at once: two quick taps must not both answer the same question. @param {string} hash */
  function go(hash) {
    location.hash = hash;
    changed();
  }

  /** Where the address leads; the bare one leads to the start. */
  const here = () => location.hash || START;

  /** Follows the address, which the browser's own back and any link change, too. */
  function changed() {
    const ours = asked() || here() === START;
    if (!ours || here() === current) return; // a link to another part of the page, or shown already
    if (trail[trail.length - 1] === here()) trail.pop();
    else trail.push(current);
    current = here();
    render(true);
  }

  /** @param {number} first @param {number} end */
  const between = (first, end) => (first === end ? names[first] : `${names[first]}..${names[end]}`);

  /** @param {Element} button */
  function answer(button) {
    const [first, end] = possible();
    const question = questions.find((each) => !each.hidden);
    const to = button.getAttribute("data-go");
    if (to === "back") return go(trail[trail.length - 1] || START);
    if (to === "start") return go(START);
    if (to === "here") {
      heard = button.getAttribute("data-sign");
      return go(`#${names[at(button)]}`);
    }
    if (!question) return;
    const middle = at(question);
    go(`#${to === "before" ? between(first, middle - 1) : between(middle + 1, end)}`);
  }

  flow.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button[data-go]") : null;
    if (button) answer(button);
  });
  window.addEventListener("hashchange", changed, { signal: gone });

  // What was found stands directly below the questions, and the table behind it.
  results[last].after(table);
  current = here();
  show(flow, true);
  render(false);
  flow.classList.remove("tl-waits");
  if (asked()) flow.scrollIntoView();
});
