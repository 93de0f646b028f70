// @ts-check
/*
 * The path of somebody new in a role: keeps the ticks in this browser and answers the questions.
 *
 * A tick remembers the signs of the task's text and of every page that it leads to, as they were. Where one of them
 * differs now, the task opens again and says what has changed.
 */

import { say as message } from "./shared/messages.js";
import { each } from "./shared/site_page.js";
import { fill, wordsOf } from "./shared/words.js";
import { open } from "./storage/here.js";

/** @typedef {{at: string, of: Record<string, string>}} Tick when, and the signs of all that the task rests on */

const words = wordsOf("start");
const drawer = open("start");

/** @param {string} at */
function day(at) {
  return new Date(at).toLocaleDateString(document.documentElement.lang || undefined, { dateStyle: "long" });
}

/** @param {unknown} value @returns {value is Tick} */
function isTick(value) {
  if (typeof value !== "object" || value === null) return false;
  const { at, of } = /** @type {Record<string, unknown>} */ (value);
  if (typeof at !== "string" || Number.isNaN(Date.parse(at)) || typeof of !== "object" || of === null) return false;
  return Object.values(of).every((sign) => typeof sign === "string");
}

/** The signs of all that a task rests on, by its name; the task itself has none.
 * @param {HTMLElement} item */
function signs(item) {
  /** @type {Record<string, string>} */
  const found = { "": item.dataset.hash || "" };
  links(item).forEach((link) => (found[link.dataset.rests || ""] = link.dataset.hash || ""));
  return found;
}

/** @param {HTMLElement} item @returns {HTMLElement[]} */
function links(item) {
  return Array.from(item.querySelectorAll("[data-rests]"));
}

/** What has changed since a tick, in words.
 * @param {HTMLElement} item @param {Tick} tick */
function changes(item, tick) {
  const now = signs(item);
  const named = new Map(links(item).map((link) => [link.dataset.rests || "", link.textContent || ""]));
  const keys = [...new Set([...Object.keys(tick.of), ...Object.keys(now)])].filter((key) => tick.of[key] !== now[key]);
  return [...new Set(keys.map((key) => (key === "" ? words.task : named.get(key) || words.gone)))];
}

/** @param {HTMLElement} list @param {AbortSignal} gone */
function start(list, gone) {
  const role = list.dataset.role || "";
  const items = /** @type {HTMLElement[]} */ (Array.from(list.querySelectorAll("[data-item]")));
  const progress = document.querySelector(".tl-start__progress");
  const trouble = /** @type {HTMLElement | null} */ (document.querySelector(".tl-start__trouble"));

  /** @param {HTMLElement} item */
  const keyOf = (item) => `${role}/${item.dataset.item}`;
  /** @param {HTMLElement} item */
  const box = (item) => /** @type {HTMLInputElement} */ (item.querySelector("input"));

  /** @param {string} text */
  function say(text) {
    if (!trouble) return;
    trouble.textContent = text;
    trouble.hidden = !text;
  }

  /** The tick of a task; what cannot be read is set aside, and said.
   * @param {HTMLElement} item @returns {Tick | null} */
  function read(item) {
    const text = drawer.read(keyOf(item));
    if (!text) return null;
    try {
      const value = JSON.parse(text);
      if (isTick(value)) return value;
    } catch {
      // Told below, as anything else that is no tick.
    }
    drawer.write(`damaged/${keyOf(item)}`, text);
    drawer.write(keyOf(item), null);
    say(words.damaged);
    return null;
  }

  /** @param {HTMLElement} item */
  function show(item) {
    const tick = read(item);
    const changed = tick ? changes(item, tick) : [];
    const done = Boolean(tick) && !changed.length;
    const state = item.querySelector(".tl-start__state");
    box(item).checked = done;
    item.classList.toggle("is-done", done);
    item.classList.toggle("is-again", changed.length > 0);
    if (!state) return;
    const again = tick && changed.length ? fill(words.again, { day: day(tick.at), what: changed.join(", ") }) : "";
    const text = tick && done ? fill(words.ticked, { day: day(tick.at) }) : again;
    if (state.textContent !== text) state.textContent = text;
  }

  function count() {
    const done = items.filter((item) => box(item).checked).length;
    const text = fill(words.progress, { done, all: items.length });
    if (progress && progress.textContent !== text) progress.textContent = text;
  }

  /** @param {HTMLElement} item */
  function change(item) {
    const tick = box(item).checked ? JSON.stringify({ at: new Date().toISOString(), of: signs(item) }) : null;
    const kept = drawer.write(keyOf(item), tick);
    say(kept === "saved" ? "" : words[kept]);
    show(item);
    count();
  }

  items.forEach((item) => {
    box(item).disabled = false;
    box(item).addEventListener("change", () => change(item));
    show(item);
  });
  if (!drawer.works()) say(words.blocked);
  count();
  const all = () => {
    items.forEach(show);
    count();
  };
  drawer.listen(all, gone);
  offer(role, all);
  gone.addEventListener("abort", () => document.querySelectorAll(".tl-message").forEach((each) => each.remove()));
}

/** Offers the ticks of this path that another place of this browser keeps, as the site's last address does.
 * @param {string} role @param {() => void} changed */
function offer(role, changed) {
  const [first] = drawer.others().map((other) => {
    const ours = other.entries.filter(({ key, answered }) =>
      !answered && key.startsWith(`${role}/`) && drawer.read(key) === null);
    return { other, ours, keys: ours.map(({ key }) => key) };
  }).filter(({ ours }) => ours.length);
  if (!first) return;
  const { other, ours, keys } = first;
  /** @param {string} text @param {boolean} taken */
  const answer = (text, taken) => {
    other.answer(keys, true);
    if (taken) ours.forEach((each) => drawer.write(each.key, each.text));
    changed();
    const undo = () => {
      other.answer(keys, false);
      if (taken) keys.forEach((key) => drawer.write(key, null));
      changed();
    };
    message(text, [{ text: words.undo, act: undo }], { focus: true });
  };
  message(fill(words.offer, { count: keys.length, playbook: other.title }), [
    { text: words.offerYes, act: () => answer(words.offerTaken, true) },
    { text: words.offerNo, act: () => answer(words.offerLeft, false) }
  ], { alert: true });
}

/** @param {HTMLElement} question */
function ask(question) {
  const verdict = question.querySelector(".tl-question__verdict");
  question.addEventListener("change", (event) => {
    const chosen = event.target;
    if (!(chosen instanceof HTMLInputElement) || !verdict) return;
    const right = chosen.value === "right";
    verdict.textContent = right ? words.right : words.wrong;
    question.classList.toggle("is-right", right);
    question.classList.toggle("is-wrong", !right);
    const answer = question.querySelector("details");
    if (answer && right) answer.open = true;
  });
}

each((gone) => {
  document.querySelectorAll(".tl-start").forEach((list) => {
    start(/** @type {HTMLElement} */ (list), gone);
    list.classList.remove("tl-waits");
  });
  document.querySelectorAll(".tl-question").forEach((question) => ask(/** @type {HTMLElement} */ (question)));
  document.querySelectorAll(".tl-start__print").forEach((button) => button.addEventListener("click", () => print()));
});
