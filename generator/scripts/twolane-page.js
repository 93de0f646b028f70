// @ts-check
/*
 * Starts our scripts on each page that is shown, once.
 *
 * Where every page is loaded anew, that is when a script is read. With the theme's `navigation.instant` the window
 * stays and only the contents are exchanged: then each script that the new page names is started again on it, those
 * that are not here yet are loaded, and whatever a script listens to outside of the page that is gone ends with it.
 */

/** @import { SitePage, SiteSaid, Start } from "./shared/site_page.js" */

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const { title = "", processes = "", kind = "" } = script.dataset;
/** @type {SiteSaid} */
const site = { title, processes: processes.split(" ").filter(Boolean), kind };

// An element's address changes with that of the window, so they are read now.
const own = script.src;
const loaded = new Set([...document.scripts].map((each) => each.src));

/** @type {Map<string, Start[]>} by the address of the script that brought them */
const starts = new Map();
const contents = () => document.querySelector("[data-md-component=container]");
let shown = contents();
let view = new AbortController();

/** Starts now, and again with each page that names the script.
 * @param {Start} start */
function each(start) {
  const from = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
  starts.set(from, [...(starts.get(from) || []), start]);
  start(view.signal);
}

/** The addresses of the scripts that the page needs, in the order in which they build on each other. */
function named() {
  const list = document.querySelector("template[data-twolane]");
  const names = list instanceof HTMLElement ? (list.dataset.twolane || "").split(" ").filter(Boolean) : [];
  return names.map((name) => new URL(name, own).href);
}

/** What could not be loaded is tried again on the next page that names it.
 * @param {string} address */
function load(address) {
  if (loaded.has(address)) return;
  loaded.add(address);
  const made = document.createElement("script");
  made.src = address;
  made.async = false; // one after the other, in the order of the list
  made.onerror = () => {
    loaded.delete(address);
    made.remove();
  };
  document.body.append(made);
}

function exchanged() {
  if (contents() === shown) return;
  shown = contents();
  view.abort();
  view = new AbortController();
  named().forEach((address) => {
    const known = starts.get(address);
    if (known) known.forEach((start) => attempt(start));
    else load(address);
  });
}

/** What fails on one page must not keep the others from starting.
 * @param {Start} start */
function attempt(start) {
  try {
    start(view.signal);
  } catch (error) {
    window.reportError(error);
  }
}

const theme = /** @type {{document$?: {subscribe: (heard: () => void) => void}}} */ (/** @type {unknown} */ (window));
theme.document$?.subscribe(exchanged);

/** @type {SitePage} */
const twolanePage = { each, site };
Object.assign(window, { twolanePage });

export {};
