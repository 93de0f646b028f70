// @ts-check
/*
 * The one way in which our scripts keep something in the browser. It never throws: where the browser refuses or has
 * no room, it says so, and what was to be kept stays readable on this page and is tried again with the next change.
 *
 * Every site has a drawer of its own, named after its address and title, since pages opened from a disk, and sites on one host,
 * all share one storage.
 */

/** @typedef {"saved" | "full" | "blocked"} Kept */

/**
 * @typedef {object} Drawer
 * @property {() => string[]} keys of everything in the drawer
 * @property {(key: string) => string | null} read
 * @property {(key: string, text: string | null) => Kept} write null takes it out
 * @property {() => Kept} retry tries again what could not be saved
 * @property {() => boolean} waits whether something is not saved
 * @property {() => boolean} works whether the browser lets us keep anything
 * @property {(heard: (key: string, text: string | null) => void) => void} listen to changes in other windows, and to
 * those from which this page was away, when it comes back as it was left
 * @property {(key: string, text?: string) => string} forWindow what this window alone remembers; with a text, from now on
 */

const twolaneStorage = (function () {
  "use strict";

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("../../", script.src).pathname;

  /** The browser's storage of one kind, or nothing where it is refused.
   * @param {"localStorage" | "sessionStorage"} kind
   * @returns {Storage | null} */
  function storage(kind) {
    try {
      const found = window[kind];
      const probe = "twolane:probe";
      found.getItem(probe);
      return found;
    } catch {
      return null;
    }
  }

  /**
   * The drawer of this site.
   * @param {string} title of the playbook
   * @param {string} purpose what is kept, such as `deal`
   * @returns {Drawer}
   */
  function open(title, purpose) {
    const prefix = `twolane:${purpose}:${encodeURIComponent(root)}:${encodeURIComponent(title)}:`;
    const local = storage("localStorage");
    const session = storage("sessionStorage");
    /** @type {Map<string, string | null>} what is not saved yet */
    const unsaved = new Map();

    /** @returns {string[]} */
    function saved() {
      /** @type {string[]} */
      const found = [];
      try {
        for (let at = 0; local && at < local.length; at += 1) {
          const key = local.key(at);
          if (key !== null && key.startsWith(prefix)) found.push(key.slice(prefix.length));
        }
      } catch {
        return [];
      }
      return found;
    }

    /** @type {Drawer["keys"]} */
    function keys() {
      const all = new Set(saved());
      unsaved.forEach((text, key) => (text === null ? all.delete(key) : all.add(key)));
      return [...all].sort();
    }

    /** @type {Drawer["read"]} */
    function read(key) {
      const waiting = unsaved.get(key);
      if (waiting !== undefined) return waiting;
      try {
        return local ? local.getItem(prefix + key) : null;
      } catch {
        return null;
      }
    }

    /** @param {string} key @param {string | null} text @returns {Kept} */
    function put(key, text) {
      if (!local) return "blocked";
      try {
        if (text === null) local.removeItem(prefix + key);
        else local.setItem(prefix + key, text);
        unsaved.delete(key);
        return "saved";
      } catch (error) {
        return error instanceof DOMException && error.name === "SecurityError" ? "blocked" : "full";
      }
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
        const kept = put(key, text);
        if (kept !== "saved") worst = kept;
      });
      return worst;
    }

    /** @type {Drawer["listen"]} */
    function listen(heard) {
      window.addEventListener("storage", (event) => {
        if (event.storageArea === local && event.key && event.key.startsWith(prefix)) {
          heard(event.key.slice(prefix.length), event.newValue);
        }
      });
      /** @type {Map<string, string | null>} */
      let left = new Map();
      window.addEventListener("pagehide", () => {
        left = new Map(keys().map((key) => [key, read(key)]));
      });
      window.addEventListener("pageshow", (event) => {
        if (!event.persisted) return;
        const changed = [...new Set([...left.keys(), ...keys()])].filter((key) => (left.get(key) ?? null) !== read(key));
        changed.forEach((key) => heard(key, read(key)));
      });
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

    return { keys, read, write, retry, listen, forWindow, waits: () => unsaved.size > 0, works: () => local !== null };
  }

  return { open };
})();
