// @ts-check
/* What came into a process while a deal was under way, and what it needed before, so that somebody can decide. */

import { added, indexOf, metLater, standing, tightened } from "./standing.js";
import { isOlder } from "./versions.js";

/** @import { Deal, DealProcess, DealStage, Item } from "./deal.js" */

/** @typedef {{stage: DealStage, item: Item}} Place */

/**
 * @typedef {object} NewStage
 * @property {DealStage} stage
 * @property {string} version since which there is one
 * @property {boolean} isAhead otherwise the deal has passed it
 * @property {DealStage | undefined} next the stage that follows, of those that are not new
 * @property {number} required so many items are still to do there
 */

/**
 * @typedef {object} News
 * @property {Map<string, Place[]>} added what is required and still to do, by the version since which it is
 * @property {Place[]} tightened what was optional and is required now
 * @property {NewStage[]} stages
 * @property {{stage: DealStage, items: {item: Item, done: boolean}[]}[]} before what the deal needed when it began, of
 * its own stage and those in which it needs more now
 */

/** All of it; nothing for a deal whose stage is gone, which does not stand anywhere.
 * @param {Deal} deal @param {DealProcess} process @returns {News | null} */
export function newsFor(deal, process) {
  const at = indexOf(process, deal.stage.is);
  if (at < 0) return null;
  const stages = newStages(deal, process, at);
  const ahead = stages.filter((each) => each.isAhead).map((each) => each.stage);
  const places = process.stages.filter((stage) => !ahead.includes(stage))
    .flatMap((stage) => stage.items.map((item) => ({ stage, item })));
  /** @type {Map<string, Place[]>} */
  const news = new Map();
  places.forEach((place) => {
    const version = added(deal, place.item, process);
    if (version) news.set(version, [...(news.get(version) || []), place]);
  });
  const tight = places.filter(({ stage, item }) => indexOf(process, stage.id) <= at && tightened(deal, item, process));
  if (!news.size && !tight.length && !stages.length) return null;
  const more = new Set([process.stages[at], ...[...news.values()].flat().map((each) => each.stage)]);
  const before = process.stages.filter((stage) => more.has(stage)).map((stage) => ({ stage, items: neededIn(deal, stage, process) }));
  return { added: news, tightened: tight, stages, before };
}

/** What a deal needed in a stage when it began.
 * @param {Deal} deal @param {DealStage} stage @param {DealProcess} process */
function neededIn(deal, stage, process) {
  const known = stage.items.filter((item) => item.required && !metLater(deal, item) && !tightened(deal, item, process));
  return known.map((item) => ({ item, stands: standing(deal, item, process) }))
    .filter(({ stands }) => stands !== "spared").map(({ item, stands }) => ({ item, done: stands === "done" }));
}

/** Those ahead first: what a deal has passed asks nothing of it.
 * @param {Deal} deal @param {DealProcess} process @param {number} at @returns {NewStage[]} */
function newStages(deal, process, at) {
  const since = process.stages.map((stage) => newSince(deal, stage));
  return process.stages.flatMap((stage, number) => {
    const version = since[number];
    const stands = stage.items.map((item) => standing(deal, item, process));
    const isAhead = number > at;
    if (!version || number === at || (!isAhead && !stands.includes("spared"))) return [];
    const next = process.stages.find((_, place) => place > number && !since[place]);
    const required = stage.items.filter((item, place) => item.required && stands[place] === "open").length;
    return [{ stage, version, isAhead, next, required }];
  }).sort((a, b) => Number(b.isAhead) - Number(a.isAhead));
}

/** The version since which there is a stage that came while the deal was under way, or nothing.
 * @param {Deal} deal @param {DealStage} stage */
function newSince(deal, stage) {
  if (stage.since === "" || (stage.since && isOlder(deal.version, stage.since))) return stage.since;
  const met = stage.items.map((item) => metLater(deal, item));
  return met.length && met.every(Boolean) ? stage.since || met[0] : "";
}
