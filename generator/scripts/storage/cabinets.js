// @ts-check
/*
 * Whose is what in a storage that several sites share: pages opened from a disk, and all sites on one host.
 *
 * So every site has a cabinet of its own, at its address; a cabinet belongs to the playbook whose title or processes
 * are written on it. A preview, and a site for an audience, have cabinets of their own kind.
 */

import { decoded, parsed } from "./browser.js";

/** @import { BrowserStorage, Kept } from "./browser.js" */
/** @import { SiteSaid } from "../shared/site_page.js" */

/** @typedef {{title: string, processes: string[]}} Label whose cabinet it is */
/** @typedef {{at: string, root: string, label: Label}} Place `at` is what its keys begin with */
/** @typedef {Place & {kind: string}} Cabinet */
/** @typedef {ReturnType<typeof cabinetsOf>} Cabinets */

export const PREVIEW = "preview";
const CABINETS = "twolane:cabinet:"; // then address, kind and number, purpose, key
const LABEL = "label";

/** The cabinets in a storage, as the site at `root` sees them.
 * @param {BrowserStorage} browser @param {string} root @param {SiteSaid} site */
export function cabinetsOf(browser, root, site) {
  const { saved, get, put } = browser;

  /** @returns {Cabinet[]} */
  function all() {
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
    const here = all().filter((each) => each.root === root && each.kind === site.kind);
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

  return { all, isOurs, keep, own, root, site };
}
