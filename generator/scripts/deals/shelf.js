// @ts-check
/*
 * The deals that this browser keeps, as a page of a process works with them.
 *
 * Each deal has a key of its own in the drawer, and of each item the newest change counts. So two windows never lose
 * each other's ticks: whatever one hears from the other it joins with its own.
 */

import { open } from "../storage/here.js";
import { merged, same, text } from "./deal.js";
import { read } from "./deal_file.js";
import { acquainted } from "./meeting.js";
import { belongs } from "./standing.js";

/** @import { Kept } from "../storage/browser.js" */
/** @import { Deal, DealProcess, DealState } from "./deal.js" */

/** @typedef {ReturnType<typeof openShelf>} Shelf */

export const KEPT_DAYS = 30; // how long a deleted deal can be brought back

/** @param {string} mine @param {string} theirs */
function joined(mine, theirs) {
  const [a, b] = [read(mine), read(theirs)];
  return a && b ? text(merged(a, b)) : mine;
}

/** Whether something is not saved, whichever page the window shows by then. */
export const isUnsaved = () => open("deal").waits();

/**
 * @param {DealProcess} process
 * @param {() => void} changed what follows when there is something new to show
 * @param {(kept: Kept) => void} report what follows when something was to be saved
 */
export function openShelf(process, changed, report) {
  const drawer = open("deal", joined);
  const aside = open("damaged");
  const last = open("last");
  /** @type {Map<string, Deal>} all deals of this playbook, of other processes too */
  const deals = new Map();
  let chosen = "";

  /** The deal that is chosen, as long as it is open.
   * @returns {Deal | null} */
  function current() {
    const deal = deals.get(chosen);
    return deal && deal.state.is === "open" && belongs(deal, process) ? deal : null;
  }

  /** The deals in a state, by name: of this process, or of all others, of such too as the playbook no longer has.
   * @param {DealState} state @param {boolean} [here] */
  function having(state, here = true) {
    const found = [...deals.values()].filter((deal) => belongs(deal, process) === here && deal.state.is === state);
    return found.sort((a, b) => a.name.is.localeCompare(b.name.is));
  }

  function load() {
    drawer.keys().forEach((key) => {
      const kept = drawer.read(key) || "";
      const deal = read(kept);
      if (!deal || deal.id !== key) setAside(key, kept);
      else if (isOver(deal)) drawer.write(key, null);
      else deals.set(key, deal);
    });
    chooseLast();
  }

  /** The deal that this window had last, on whichever page, else the one that any window had. */
  function chooseLast() {
    const before = [last.forWindow, last.read].flatMap((of) => [process.id, ...process.before].map((id) => of(id)));
    choose(before.find(Boolean) || "", false);
  }

  /** @param {Deal} deal */
  function isOver(deal) {
    return deal.state.is === "deleted" && Date.now() - Date.parse(deal.state.at) > KEPT_DAYS * 86400000;
  }

  /** What cannot be read is moved out of the way first, and only then taken from its place.
   * @param {string} key @param {string} kept */
  function setAside(key, kept) {
    if (aside.write(`${key}:${Date.now()}`, kept) === "saved") drawer.write(key, null);
  }

  /** Keeps a changed deal, joined with what another window has made of it.
   * @param {Deal} deal */
  function keep(deal) {
    const stored = read(drawer.read(deal.id) || "");
    put(merged(deal, stored || deal));
    changed();
  }

  /** Has a deal as it is in the place of what was there.
   * @param {Deal} deal */
  function put(deal) {
    deals.set(deal.id, deal);
    report(drawer.write(deal.id, text(deal)));
  }

  /** @param {string} id */
  function forget(id) {
    deals.delete(id);
    report(drawer.write(id, null));
  }

  /** What another window has written is joined with what this one knows.
   * @param {string} key @param {string | null} kept */
  function heard(key, kept) {
    const theirs = kept === null ? null : read(kept);
    const mine = deals.get(key);
    if (kept === null) deals.delete(key);
    else if (theirs) deals.set(key, mine ? merged(mine, theirs) : theirs);
    const whole = deals.get(key);
    if (theirs && whole && !same(whole, theirs)) report(drawer.write(key, text(whole)));
    changed();
  }

  /** @param {string} id @param {boolean} [remember] */
  function choose(id, remember = true) {
    chosen = id;
    const deal = current();
    if (remember) {
      last.forWindow(process.id, id);
      last.write(process.id, id);
    }
    const known = deal && acquainted(deal, process);
    if (deal && known && !same(deal, known)) keep(known);
    else changed();
  }

  /** A deal as it is by now.
   * @param {Deal} deal */
  const latest = (deal) => deals.get(deal.id) || deal;

  return { aside, choose, chooseLast, chosen: () => chosen, current, deals, drawer, forget, having, heard, keep, latest, load, put };
}
