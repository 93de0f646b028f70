// @ts-check
/* A deal as a value: what it says, what makes a new one of it, and how two copies of it become one. */

/** @typedef {{done: boolean, at: string, version: string, text: string, evidence: string}} Tick */
/** @typedef {"open" | "archived" | "deleted"} DealState */

/**
 * @typedef {object} Deal
 * @property {string} id
 * @property {string} process
 * @property {string} version
 * @property {string} started
 * @property {{is: string, at: string}} name
 * @property {{is: string, at: string}} stage
 * @property {{is: DealState, at: string}} state
 * @property {Record<string, Tick>} items
 * @property {Record<string, string>} known
 * @property {Record<string, string>} spared
 * @property {Record<string, string>} optional
 * @property {Record<string, string>} came
 * @property {Record<string, string>} asked
 */

/**
 * @typedef {object} Item something to tick, as today's playbook has it
 * @property {string} key
 * @property {string} part entry, step or exit
 * @property {string} text
 * @property {string} evidence
 * @property {string[]} before the keys that it had before it was renamed, the latest first
 * @property {boolean} required
 * @property {boolean} newOnly
 * @property {Since} since
 * @property {string[]} texts earlier wordings that mean the same, and so do those of the evidence
 * @property {string[]} evidences
 */

/** @typedef {string | undefined} Since the version from which on there is something as it is today: empty where the oldest
 * release has it so, undefined where there are no releases to tell */
/** @typedef {{id: string, name: string, before: string[], since: Since, items: Item[]}} DealStage `before` as for an item */
/**
 * @typedef {{playbook: string, id: string, name: string, version: string, before: string[], retired: boolean, stages: DealStage[]}}
 * DealProcess `before` as for an item
 */
/** @typedef {"open" | "done" | "changed" | "spared"} Standing */
/** @typedef {{done: number, of: number, missing: Item[], changed: Item[]}} Progress */

/** Now, and in any case later than `last`, so that the newest change wins even within one millisecond.
 * @param {string} [last] */
export function now(last) {
  const clock = Date.now();
  return new Date(last ? Math.max(clock, Date.parse(last) + 1) : clock).toISOString();
}

/** @param {Deal} deal @param {string} name @returns {Deal} */
export const renamed = (deal, name) => ({ ...deal, name: { is: name, at: now(deal.name.at) } });

/** @param {Deal} deal @param {string} stage @returns {Deal} */
export const moved = (deal, stage) => ({ ...deal, stage: { is: stage, at: now(deal.stage.at) } });

/** @param {Deal} deal @param {DealState} state @returns {Deal} */
export const put = (deal, state) => ({ ...deal, state: { is: state, at: now(deal.state.at) } });

/** What no other deal is called. */
export const freshId = () => `deal-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

/** A copy that is another deal.
 * @param {Deal} deal @param {string} name @returns {Deal} */
export function copy(deal, name) {
  return { ...renamed(deal, name), id: freshId() };
}

/** A deal as it is kept.
 * @param {Deal} deal */
export const text = (deal) => JSON.stringify(deal);

// ---- two copies --------------------------------------------------------------------------------------------

/** The newer of two; of two from the same moment always the same one, whichever comes first.
 * @template {{at: string}} T
 * @param {T} a @param {T} b @returns {T} */
export function newer(a, b) {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

/** @template T
 * @param {Record<string, T>} a @param {Record<string, T>} b @param {(a: T, b: T) => T} choose
 * @returns {Record<string, T>} */
function joined(a, b, choose) {
  /** @type {Record<string, T>} */
  const both = {};
  [...new Set([...Object.keys(a), ...Object.keys(b)])].sort().forEach((key) => {
    both[key] = key in a && key in b ? choose(a[key], b[key]) : key in a ? a[key] : b[key];
  });
  return both;
}

/** One deal from two copies of it: of each item the newest counts, and the order of the two makes no difference.
 * @param {Deal} a @param {Deal} b @returns {Deal} */
export function merged(a, b) {
  /** @param {string} x @param {string} y */
  const earlier = (x, y) => (x <= y ? x : y);
  const first = earlier(a.started, b.started) === a.started ? a : b;
  return {
    id: a.id, process: first.process, version: first.version, started: first.started,
    name: newer(a.name, b.name), stage: newer(a.stage, b.stage), state: newer(a.state, b.state),
    items: joined(a.items, b.items, newer),
    known: joined(a.known, b.known, earlier),
    spared: joined(a.spared, b.spared, earlier),
    optional: joined(a.optional, b.optional, earlier),
    came: joined(a.came, b.came, earlier),
    asked: joined(a.asked, b.asked, earlier)
  };
}

/** Whether two copies say the same.
 * @param {Deal} a @param {Deal} b */
export const same = (a, b) => text(merged(a, a)) === text(merged(b, b));
