// @ts-check
/*
 * The one way in which our scripts keep something in the browser. It never throws: where the browser refuses or has
 * no room, it says so, and what was to be kept stays readable on this page and is tried again with the next change.
 *
 * What other cabinets hold of the same playbook is never taken silently: `others` tells of it, for a site that has
 * moved.
 */

import { browserStorage, parsed } from "./browser.js";
import { cabinetsOf, PREVIEW } from "./cabinets.js";
import { earlierPlaces } from "./earlier.js";

/** @import { BrowserStorage, Kept } from "./browser.js" */
/** @import { Cabinets } from "./cabinets.js" */
/** @import { EarlierPlaces, Merge } from "./earlier.js" */
/** @import { SiteSaid } from "../shared/site_page.js" */

/**
 * @typedef {object} Drawer
 * @property {() => string[]} keys of everything in the drawer
 * @property {(key: string) => string | null} read
 * @property {(key: string, text: string | null) => Kept} write null takes it out
 * @property {() => Kept} retry tries again what could not be saved
 * @property {() => boolean} waits whether something is not saved
 * @property {() => boolean} works whether the browser lets us keep anything
 * @property {(heard: (key: string, text: string | null) => void, gone: AbortSignal) => void} listen to changes in other
 * windows, and to those from which this page was away, when it comes back as it was left
 * @property {(key: string, text?: string) => string} forWindow what this window alone remembers; with a text, from now on
 * @property {() => Other[]} others drawers for the same purpose that other cabinets have for the same playbook
 */

/**
 * @typedef {object} Other a drawer of another cabinet, to be read only
 * @property {string} title of its playbook
 * @property {{key: string, text: string, answered: boolean}[]} entries
 * @property {(keys: string[], answered: boolean) => void} answer says of these whether they need not be offered again
 */

/**
 * The drawers of the site at `root`, an address as part of a key.
 * @param {Pick<Window, "localStorage" | "sessionStorage">} from
 * @param {string} root
 * @param {SiteSaid} site
 */
export function drawersOf(from, root, site) {
  const browser = browserStorage(from);
  const cabinets = cabinetsOf(browser, root, site);
  const earlier = earlierPlaces(browser, cabinets);
  /** @type {Map<string, Drawer>} one for each purpose, however many pages the window shows */
  const opened = new Map();

  /**
   * The drawer of this site for a purpose.
   * @param {string} purpose what is kept, such as `deal`
   * @param {Merge} [merge]
   * @returns {Drawer}
   */
  function open(purpose, merge = (mine) => mine) {
    const known = opened.get(purpose);
    if (known) return known;
    earlier.inherit(purpose, merge);
    const made = drawer(purpose, browser, cabinets, earlier);
    opened.set(purpose, made);
    return made;
  }

  return { open };
}

/** @param {string} purpose @param {BrowserStorage} browser @param {Cabinets} cabinets @param {EarlierPlaces} earlier
 * @returns {Drawer} */
function drawer(purpose, browser, cabinets, earlier) {
  const { local, session, saved, get } = browser;
  const { keep, own, site } = cabinets;
  const prefix = `${own}${purpose}:`;
  /** @type {Map<string, string | null>} what is not saved yet */
  const unsaved = new Map();

  /** @type {Drawer["keys"]} */
  function keys() {
    const all = new Set(saved(prefix));
    unsaved.forEach((text, key) => (text === null ? all.delete(key) : all.add(key)));
    return [...all].sort();
  }

  /** @type {Drawer["read"]} */
  function read(key) {
    const waiting = unsaved.get(key);
    return waiting === undefined ? get(prefix + key) : waiting;
  }

  /** @type {Drawer["write"]} */
  function write(key, text) {
    unsaved.set(key, text);
    return retry();
  }

  /** What only takes away comes first, since it makes room.
   * @type {Drawer["retry"]} */
  function retry() {
    /** @type {Kept} */
    let worst = "saved";
    const waiting = [...unsaved].sort(([, a], [, b]) => Number(a !== null) - Number(b !== null));
    waiting.forEach(([key, text]) => {
      const kept = keep(`${purpose}:${key}`, text);
      if (kept === "saved") unsaved.delete(key);
      else worst = kept;
    });
    return worst;
  }

  /** @type {Drawer["listen"]} */
  function listen(heard, signal) {
    window.addEventListener("storage", (event) => {
      if (event.storageArea === local && event.key && event.key.startsWith(prefix)) {
        heard(event.key.slice(prefix.length), event.newValue);
      }
    }, { signal });
    /** @type {Map<string, string | null>} */
    let left = new Map();
    window.addEventListener("pagehide", () => {
      left = new Map(keys().map((key) => [key, read(key)]));
    }, { signal });
    window.addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      const changed = [...new Set([...left.keys(), ...keys()])].filter((key) => (left.get(key) ?? null) !== read(key));
      changed.forEach((key) => heard(key, read(key)));
    }, { signal });
  }

  /** @type {Drawer["forWindow"]} */
  function forWindow(key, text) {
    try {
      if (session && text !== undefined) session.setItem(prefix + key, text);
      return (session && session.getItem(prefix + key)) || "";
    } catch {
      return text || "";
    }
  }

  /** A cabinet is for sites of its own kind, that of the house for all; nothing leaves that of a preview.
   * @type {Drawer["others"]} */
  function others() {
    const here = cabinets.all().filter(({ at, kind }) => at !== own && kind !== PREVIEW && ["", site.kind].includes(kind));
    const all = [...here.map(({ at, label: on }) => ({ at: `${at}${purpose}:`, label: on })), ...earlier.others(purpose)];
    return all.filter((each) => cabinets.isOurs(each.label)).map(({ at, label: on }) => other(at, on.title));
  }

  /** @param {string} at @param {string} title @returns {Other} */
  function other(at, title) {
    const place = `answered:${at}`;
    const known = () => Object.keys(parsed(get(own + place)));
    const answered = new Set(known());
    const entries = saved(at).sort().map((key) => ({ key, text: get(at + key) || "", answered: answered.has(key) }));
    /** @type {Other["answer"]} */
    const answer = (several, done) => {
      const all = done ? [...known(), ...several] : known().filter((key) => !several.includes(key));
      keep(place, JSON.stringify(Object.fromEntries(all.map((key) => [key, 1]))));
    };
    return { title, entries, answer };
  }

  return { keys, read, write, retry, listen, forWindow, others, waits: () => unsaved.size > 0, works: () => local !== null };
}
