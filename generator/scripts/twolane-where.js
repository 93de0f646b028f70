// @ts-check
/*
 * Where is my buyer?: shows the questions of the page one at a time, and of the steps the one that was found.
 *
 * Everything that is shown stands in the page already; this script only hides what is not asked for. What is still
 * possible, or what was found, stands behind the # of the address, so that it can be sent to a colleague and the
 * browser's own "back" works: #buyer-step-notice is an answer, #buyer-step-notice..buyer-step-compare what is left, and
 * #buyer-step-notice+buyer-step-terms where steps between the two are ruled out. Steps that run at the same time stand
 * beside each other: who is past one of them may still be at the other.
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

  /** What stands behind the #. */
  function behind() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return ""; // an address that somebody cut in the middle
    }
  }

  const every = names.map((_, number) => number);

  /** The steps that the address says are possible, in their order; all where it says nothing. @returns {number[]} */
  function possible() {
    const found = behind().split("+").flatMap(spanned);
    return found.length && !found.includes(-1) ? found : every;
  }

  /** The steps from one to another, or the one step; -1 where there is none. @param {string} part @returns {number[]} */
  function spanned(part) {
    const [first, end] = part.split("..").map((name) => names.indexOf(name));
    if (end === undefined) return [first];
    return first >= 0 && end > first ? every.slice(first, end + 1) : [-1];
  }

  /** Whether the address asks for anything of ours. */
  const asked = () => names.includes(behind().split(/\.\.|\+/)[0]);

  /** The question that halves what is possible: of the step nearest to the middle. @param {number[]} left */
  function halving(left) {
    const middle = (left.length - 1) / 2;
    const off = (/** @type {Element} */ question) => Math.abs(left.indexOf(at(question)) - middle);
    const within = questions.filter((question) => left.includes(at(question)));
    return within.sort((a, b) => off(a) - off(b) || at(a) - at(b))[0] || null;
  }

  /**
   * What is left if the buyer is not that far yet (before), or past that (after): never the step itself, and always
   * what runs beside it.
   * @param {string} to @param {Element} question @param {number[]} left
   */
  function narrowed(to, question, left) {
    const middle = at(question);
    const beside = (question.getAttribute("data-beside") || "").split(" ").filter(Boolean).map(Number);
    return left.filter((each) => beside.includes(each) || (to === "before" ? each < middle : each > middle));
  }

  /** @param {Element} element @param {boolean} shown */
  function show(element, shown) {
    element.toggleAttribute("hidden", !shown);
  }

  /** Shows what the address asks for. @param {boolean} moved whether a visitor has just answered */
  function render(moved) {
    const left = possible();
    const first = left[0];
    const found = left.length === 1 && (asked() || last === 0);
    const question = found ? null : halving(left);
    questions.forEach((each) => show(each, each === question));
    if (question) narrowing(question, left);
    said.forEach((each) => show(each, left.includes(at(each)) && !repeats(each, question)));
    show(ask, !found);
    show(choose, !found && !question);
    show(or, Boolean(question));
    show(bar, asked());
    results.forEach((each) => show(each, found && at(each) === first));
    all("[data-heard]").forEach((mark) => show(mark, false));
    const result = found ? results[first] : null;
    if (result && heard !== null) all(`[data-heard="${heard}"]`, result).forEach((mark) => show(mark, true));
    heard = null;
    status.textContent = progress(found, left.length);
    if (moved) announce(result, question);
  }

  /** An answer that would leave nothing is not offered. @param {HTMLElement} question @param {number[]} left */
  function narrowing(question, left) {
    const row = (/** @type {string} */ go) => /** @type {HTMLElement} */ (one(`[data-go=${go}]`, question).parentElement);
    for (const to of ["before", "after"]) show(row(to), narrowed(to, question, left).length > 0);
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

  /** What stands behind the # for these steps. @param {number[]} left */
  function address(left) {
    const [first, end] = [left[0], left[left.length - 1]];
    if (first === end) return names[first];
    return end - first === left.length - 1 ? `${names[first]}..${names[end]}` : left.map((each) => names[each]).join("+");
  }

  /** @param {Element} button */
  function answer(button) {
    const question = questions.find((each) => !each.hidden);
    const to = button.getAttribute("data-go");
    if (to === "back") return go(trail[trail.length - 1] || START);
    if (to === "start") return go(START);
    if (to === "here") {
      heard = button.getAttribute("data-sign");
      return go(`#${names[at(button)]}`);
    }
    if (to && question) go(`#${address(narrowed(to, question, possible()))}`);
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
