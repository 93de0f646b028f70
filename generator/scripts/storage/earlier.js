// @ts-check
/* What was kept before there were cabinets, under the playbook's title: it moves into the cabinet at its address. */

import { decoded, parsed } from "./browser.js";
import { PREVIEW } from "./cabinets.js";

/** @import { BrowserStorage } from "./browser.js" */
/** @import { Cabinets, Place } from "./cabinets.js" */

/** @typedef {(mine: string, theirs: string) => string} Merge one text from two that are kept under the same key */
/** @typedef {ReturnType<typeof earlierPlaces>} EarlierPlaces */

const DEALS = "deal";
const PURPOSES = [DEALS, "damaged", "last", "start", "keys"];

/** The places in which something is kept in the old way.
 * @param {BrowserStorage} browser @param {Cabinets} cabinets */
export function earlierPlaces({ saved, get, put }, cabinets) {
  const { isOurs, keep, own, root, site } = cabinets;

  /** Places and titles under which something is kept in the old way: `twolane:PURPOSE:ADDRESS:TITLE:KEY`.
   * @param {string} purpose @returns {Place[]} */
  function old(purpose) {
    const prefix = `twolane:${purpose}:`;
    const found = new Set(saved(prefix).map((key) => key.split(":").slice(0, 2).join(":")));
    return [...found].map((name) => {
      const [place, title] = name.split(":");
      const deals = `twolane:${DEALS}:${name}:`;
      const processes = title === "" ? [] : saved(deals).map((key) => String(parsed(get(deals + key)).process));
      return { at: `${prefix}${name}:`, root: place, label: { title: decoded(title), processes } };
    });
  }

  /** Ticks of a path, and switches, had no title: they are of the playbook that kept its deals at the same address.
   * @param {Place} place @returns {Place} */
  function named(place) {
    if (place.label.title !== "") return place;
    const beside = [...old(DEALS), ...cabinets.all().filter(({ kind }) => kind !== PREVIEW)];
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
  const inherited = new Map(PURPOSES.map((purpose) => [purpose, old(purpose).filter(isInherited)]));

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

  /** What other sites kept in the old way, with the title of its playbook where that is known.
   * @param {string} purpose */
  const others = (purpose) => old(purpose).map(named);

  return { inherit, others };
}
