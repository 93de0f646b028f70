// @ts-check
/*
 * The one way in which our scripts keep something in the browser. It never throws: where the browser refuses or has
 * no room, it says so, and what was to be kept stays readable on this page and is tried again with the next change.
 *
 * Pages opened from a disk, and all sites on one host, share one storage. So every site has a cabinet of its own, at
 * its address; a cabinet belongs to the playbook whose title or processes are written on it. A preview, and a site for
 * an audience, have cabinets of their own kind. What other cabinets hold of the same playbook is never taken silently:
 * `others` tells of it, for a site that has moved. What was kept before there were cabinets, under the playbook's
 * title, moves into the cabinet at its address.
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

const twolaneStorage = (function () {
  "use strict";

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = encodeURIComponent(new URL("../../", script.src).pathname);
  const site = twolanePage.site;
  const CABINETS = "twolane:cabinet:"; // then address, kind and number, purpose, key
  const PREVIEW = "preview";
  const LABEL = "label";

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

  const local = storage("localStorage");
  const session = storage("sessionStorage");

  /** All that is saved below a prefix, without it.
   * @param {string} prefix @returns {string[]} */
  function saved(prefix) {
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

  /** @param {string} key @returns {string | null} */
  function get(key) {
    try {
      return local ? local.getItem(key) : null;
    } catch {
      return null;
    }
  }

  /** @param {string} key @param {string | null} text @returns {Kept} */
  function put(key, text) {
    if (!local) return "blocked";
    try {
      if (text === null) local.removeItem(key);
      else local.setItem(key, text);
      return "saved";
    } catch (error) {
      return error instanceof DOMException && error.name === "SecurityError" ? "blocked" : "full";
    }
  }

  // ---- cabinets ----------------------------------------------------------------------------------------------

  /** @typedef {{title: string, processes: string[]}} Label whose cabinet it is */
  /** @typedef {{at: string, root: string, label: Label}} Place `at` is what its keys begin with */
  /** @typedef {Place & {kind: string}} Cabinet */

  /** @param {string | null} text @returns {Record<string, unknown>} */
  function parsed(text) {
    try {
      return Object(JSON.parse(text || "{}"));
    } catch {
      return {};
    }
  }

  /** @param {string} text */
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  /** @returns {Cabinet[]} */
  function cabinets() {
    const found = new Set(saved(CABINETS).map((key) => key.split(":").slice(0, 3).join(":")));
    return [...found].sort().map((name) => {
      const [place, kind] = name.split(":");
      const at = `${CABINETS}${name}:`;
      const { title, processes } = parsed(get(at + LABEL));
      const list = Array.isArray(processes) ? processes.map(String) : [];
      return { at, root: place, kind: decoded(kind), label: { title: String(title || ""), processes: list } };
    });
  }

  /** Whether what has this label is of the playbook at hand.
   * @param {Label} label */
  function isOurs(label) {
    const titled = label.title !== "" && label.title === site.title;
    return titled || label.processes.some((id) => site.processes.includes(id));
  }

  /** The cabinet of this site: the one here with its title or one of its processes on it, else a new one. */
  function ours() {
    const here = cabinets().filter((each) => each.root === root && each.kind === site.kind);
    const nameless = site.title === "" && site.processes.length === 0;
    const known = here.find((each) => nameless || isOurs(each.label));
    if (known) return known.at;
    const taken = here.map((each) => each.at);
    const numbered = [...taken, ""].map((_, number) => `${CABINETS}${root}:${encodeURIComponent(site.kind)}:${number}:`);
    return /** @type {string} */ (numbered.find((at) => !taken.includes(at)));
  }

  const own = ours();

  /** Writes on the cabinet whose it is; what it had before stays, since a process may leave the playbook.
   * @returns {Kept} */
  function label() {
    const written = get(own + LABEL);
    const before = parsed(written).processes;
    const processes = new Set([...(Array.isArray(before) ? before.map(String) : []), ...site.processes]);
    const text = JSON.stringify({ title: site.title, processes: [...processes].sort() });
    const kept = written === text ? "saved" : put(own + LABEL, text);
    return written === null ? kept : "saved";
  }

  /** Keeps a text in this site's cabinet, which must have its label first: without one it is not found again.
   * @param {string} place @param {string | null} text @returns {Kept} */
  function keep(place, text) {
    const labelled = text === null ? "saved" : label();
    return labelled === "saved" ? put(own + place, text) : labelled;
  }

  // ---- from before there were cabinets -----------------------------------------------------------------------

  const OLD_DEALS = "deal";

  /** Places and titles under which something is kept in the old way: `twolane:PURPOSE:ADDRESS:TITLE:KEY`.
   * @param {string} purpose @returns {Place[]} */
  function old(purpose) {
    const prefix = `twolane:${purpose}:`;
    const found = new Set(saved(prefix).map((key) => key.split(":").slice(0, 2).join(":")));
    return [...found].map((name) => {
      const [place, title] = name.split(":");
      const deals = `twolane:${OLD_DEALS}:${name}:`;
      const processes = title === "" ? [] : saved(deals).map((key) => String(parsed(get(deals + key)).process));
      return { at: `${prefix}${name}:`, root: place, label: { title: decoded(title), processes } };
    });
  }

  /** Ticks of a path, and switches, had no title: they are of the playbook that kept its deals at the same address.
   * @param {Place} place @returns {Place} */
  function named(place) {
    if (place.label.title !== "") return place;
    const beside = [...old(OLD_DEALS), ...cabinets().filter(({ kind }) => kind !== PREVIEW)];
    const known = beside.find((each) => each.root === place.root && isOurs(each.label));
    return known ? { ...place, label: known.label } : place;
  }

  /** Whether what was kept in the old way is this site's own: what had a title was that of the house.
   * @param {Place} place */
  function isInherited(place) {
    if (place.root !== root || site.kind === PREVIEW) return false;
    return place.label.title === "" || (site.kind === "" && isOurs(place.label));
  }

  /** What was kept at this address for the playbook, whichever title it had. The entries of all its purposes are found
   * before those of one are moved. */
  const inherited = new Map(["deal", "damaged", "last", "start", "keys"].map((purpose) => [
    purpose, old(purpose).filter(isInherited)
  ]));

  /** Moves what was kept in the old way at this very address, each entry only once its new place is saved.
   * @param {string} purpose @param {Merge} merge */
  function inherit(purpose, merge) {
    (inherited.get(purpose) || []).forEach(({ at }) => saved(at).forEach((key) => {
      const theirs = get(at + key) || "";
      const place = `${purpose}:${key}`;
      const mine = get(own + place);
      if (keep(place, mine === null ? theirs : merge(mine, theirs)) === "saved") put(at + key, null);
    }));
  }

  // ---- drawers -----------------------------------------------------------------------------------------------

  /** @typedef {(mine: string, theirs: string) => string} Merge one text from two that are kept under the same key */

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
    inherit(purpose, merge);
    const made = drawer(purpose);
    opened.set(purpose, made);
    return made;
  }

  /** @param {string} purpose @returns {Drawer} */
  function drawer(purpose) {
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
      const here = cabinets().filter(({ at, kind }) => at !== own && kind !== PREVIEW && ["", site.kind].includes(kind));
      const all = [...here.map(({ at, label: on }) => ({ at: `${at}${purpose}:`, label: on })), ...old(purpose).map(named)];
      return all.filter((each) => isOurs(each.label)).map(({ at, label: on }) => other(at, on.title));
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

  return { open };
})();
