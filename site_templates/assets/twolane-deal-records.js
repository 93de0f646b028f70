// @ts-check
/*
 * Deals as values: what is ticked, what that means for today's process, how two copies become one, and the file in
 * which deals travel. Nothing here touches the page or the browser's storage.
 *
 * THE FILE, format "twolane-deals", formatVersion 1: JSON in UTF-8.
 *   {"format": "twolane-deals", "formatVersion": 1, "exported": DAY, "playbook": "its title", "deals": [DEAL, …]}
 * DAY is a date and time as in 2026-11-22T09:30:00.000Z. A DEAL says
 *   id        what makes it this deal: letters, digits, hyphens
 *   process   the id of its process, version: the version of that process on which it started, started: DAY
 *   name, stage (an id), state (open, archived, deleted): each {"is": value, "at": DAY of the last change}
 *   items     {"criterion:ID" or "step:ID": {"done": true or false, "at": DAY, "version", "text", "evidence"}},
 *             the words being those that stood there when it was ticked
 *   known     {"criterion:ID": version} all that could be ticked so far; spared: {"criterion:ID": DAY} what holds
 *             for newer deals only; optional: {"step:ID": version} what was not required when it was first met. A
 *             file without optional is read too
 * Whatever else stands in the file is left out when it is read.
 */

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
 */

/** @typedef {{id: string, name: string, before: string[], items: Item[]}} DealStage `before` as for an item */
/**
 * @typedef {{playbook: string, id: string, name: string, version: string, before: string[], retired: boolean, stages: DealStage[]}}
 * DealProcess `before` as for an item
 */
/** @typedef {"open" | "done" | "changed" | "spared"} Standing */
/** @typedef {{done: number, of: number, missing: Item[], changed: Item[]}} Progress */

const twolaneDeals = (function () {
  "use strict";

  const FORMAT = "twolane-deals";
  const FORMAT_VERSION = 1;
  const LONGEST_TEXT = 20000;
  const LONGEST_NAME = 200;
  const MOST = 5000;
  const KEY = /^(criterion|step):[a-z0-9]+(-[a-z0-9]+)*$/;
  const ID = /^[A-Za-z0-9-]{1,80}$/;
  const words = twolaneWords.deals;

  /** A text with its places filled in; the counted kind picks its form by `count`.
   * @param {string | Counted} text
   * @param {Record<string, string | number>} [values] */
  function fill(text, values = {}) {
    const form = typeof text === "string" ? text : text[values.count === 1 ? "one" : "many"];
    return form.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  }

  // ---- changing ----------------------------------------------------------------------------------------------

  /** Now, and in any case later than `last`, so that the newest change wins even within one millisecond.
   * @param {string} [last] */
  function now(last) {
    const clock = Date.now();
    return new Date(last ? Math.max(clock, Date.parse(last) + 1) : clock).toISOString();
  }

  /** A new deal; what holds for newer deals only is spared in the stages that it has left behind.
   * @param {DealProcess} process @param {string} name @param {string} stage @returns {Deal} */
  function create(process, name, stage) {
    const at = now();
    const id = `deal-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
    const deal = {
      id, process: process.id, version: process.version, started: at,
      name: { is: name, at }, stage: { is: stage, at }, state: { is: /** @type {DealState} */ ("open"), at },
      items: {}, known: {}, spared: {}, optional: {}
    };
    return acquainted(deal, process);
  }

  /** A deal that knows all items of today's process, those spared that came too late for it, and those that may be
   * left out as long as nobody requires them.
   * @param {Deal} deal @param {DealProcess} process @returns {Deal} */
  function acquainted(deal, process) {
    const at = indexOf(process, deal.stage.is);
    const known = { ...deal.known };
    const spared = { ...deal.spared };
    const optional = { ...deal.optional };
    process.stages.forEach((stage, number) => stage.items.forEach((item) => {
      const since = optionalOn(deal, item) || (item.required ? "" : process.version);
      if (since) optional[item.key] = since;
      if (namesOf(item).some((name) => name in known)) return;
      known[item.key] = process.version;
      if (item.newOnly && number < at) spared[item.key] = now();
    }));
    return { ...deal, known, spared, optional };
  }

  /** @param {Deal} deal @param {Item} item @param {boolean} done @param {DealProcess} process @returns {Deal} */
  function ticked(deal, item, done, process) {
    const last = tickOf(deal, item);
    const tick = { done, at: now(last && last.at), version: process.version, text: item.text, evidence: item.evidence };
    return { ...deal, items: { ...deal.items, [item.key]: tick } };
  }

  /** @param {Deal} deal @param {string} name @returns {Deal} */
  const renamed = (deal, name) => ({ ...deal, name: { is: name, at: now(deal.name.at) } });

  /** @param {Deal} deal @param {string} stage @returns {Deal} */
  const moved = (deal, stage) => ({ ...deal, stage: { is: stage, at: now(deal.stage.at) } });

  /** @param {Deal} deal @param {DealState} state @returns {Deal} */
  const put = (deal, state) => ({ ...deal, state: { is: state, at: now(deal.state.at) } });

  // ---- reading what a deal says ------------------------------------------------------------------------------

  /** Where a stage stands, by its id or one that it had before; less than 0 where the process no longer has it.
   * @param {DealProcess} process @param {string} stage */
  function indexOf(process, stage) {
    const at = process.stages.findIndex((each) => each.id === stage);
    return at >= 0 ? at : process.stages.findIndex((each) => each.before.includes(stage));
  }

  /** Whether a deal goes by a process, under the id of today or one from before.
   * @param {Deal} deal @param {DealProcess} process */
  const belongs = (deal, process) => [process.id, ...process.before].includes(deal.process);

  /** @param {Item} item */
  const namesOf = (item) => [item.key, ...item.before];

  /** @param {Deal} deal @param {Item} item @returns {Tick | undefined} */
  function tickOf(deal, item) {
    const found = namesOf(item).filter((name) => name in deal.items).map((name) => deal.items[name]);
    return found.length ? found.reduce(newer) : undefined;
  }

  /** The version with which the deal first met an item that was not required then, or nothing.
   * @param {Deal} deal @param {Item} item */
  const optionalOn = (deal, item) => namesOf(item).map((name) => deal.optional[name]).find(Boolean) || "";

  /** The same for an item that is still to do and required by now: whoever left it out did nothing wrong.
   * @param {Deal} deal @param {Item} item */
  function tightened(deal, item) {
    const asked = ["open", "changed"].includes(standing(deal, item));
    return item.required && asked ? optionalOn(deal, item) : "";
  }

  /** @param {string} text */
  const evened = (text) => text.trim().replace(/\s+/g, " ");

  /** How an item stands: a tick counts as long as the words are those that were ticked.
   * @param {Deal} deal @param {Item} item @returns {Standing} */
  function standing(deal, item) {
    const tick = tickOf(deal, item);
    if (tick && tick.done) {
      const same = evened(tick.text) === evened(item.text) && evened(tick.evidence) === evened(item.evidence);
      return same ? "done" : "changed";
    }
    return namesOf(item).some((name) => name in deal.spared) ? "spared" : "open";
  }

  /** @param {Deal} deal @param {DealStage} stage @returns {Progress} */
  function progress(deal, stage) {
    /** @param {...Standing} wanted */
    const having = (...wanted) => stage.items.filter((item) => wanted.includes(standing(deal, item)));
    const missing = having("open", "changed").filter((item) => item.required);
    return { done: having("done").length, of: having("done", "open", "changed").length, missing, changed: having("changed") };
  }

  /** @param {Deal} deal @param {DealProcess} process @returns {Progress} */
  function whole(deal, process) {
    const all = process.stages.map((stage) => progress(deal, stage));
    return {
      done: all.reduce((sum, each) => sum + each.done, 0),
      of: all.reduce((sum, each) => sum + each.of, 0),
      missing: all.flatMap((each) => each.missing),
      changed: all.flatMap((each) => each.changed)
    };
  }

  /** What is ticked and no longer in the playbook.
   * @param {Deal} deal @param {DealProcess} process @returns {Tick[]} */
  function gone(deal, process) {
    const today = new Set(process.stages.flatMap((stage) => stage.items.flatMap(namesOf)));
    return Object.keys(deal.items).filter((key) => deal.items[key].done && !today.has(key)).map((key) => deal.items[key]);
  }

  /** When anything of a deal changed last.
   * @param {Deal} deal */
  function changedAt(deal) {
    const days = [deal.name.at, deal.stage.at, deal.state.at, ...Object.values(deal.items).map((tick) => tick.at)];
    return days.sort().slice(-1)[0];
  }

  // ---- two copies --------------------------------------------------------------------------------------------

  /** The newer of two; of two from the same moment always the same one, whichever comes first.
   * @template {{at: string}} T
   * @param {T} a @param {T} b @returns {T} */
  function newer(a, b) {
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
  function merged(a, b) {
    /** @param {string} x @param {string} y */
    const earlier = (x, y) => (x <= y ? x : y);
    const first = earlier(a.started, b.started) === a.started ? a : b;
    return {
      id: a.id, process: first.process, version: first.version, started: first.started,
      name: newer(a.name, b.name), stage: newer(a.stage, b.stage), state: newer(a.state, b.state),
      items: joined(a.items, b.items, newer),
      known: joined(a.known, b.known, earlier),
      spared: joined(a.spared, b.spared, earlier),
      optional: joined(a.optional, b.optional, earlier)
    };
  }

  /** Whether two copies say the same.
   * @param {Deal} a @param {Deal} b */
  const same = (a, b) => text(merged(a, a)) === text(merged(b, b));

  // ---- the file ----------------------------------------------------------------------------------------------

  /** What is wrong with a text that should hold deals, in words for its reader. */
  class Wrong extends Error {}

  /** @param {string} where @param {string} what @returns {never} */
  function wrong(where, what) {
    throw new Wrong(fill(words.fileWrong, { where, what }));
  }

  /** @param {unknown} value @param {string} where @returns {Record<string, unknown>} */
  function record(value, where) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return wrong(where, words.expectedRecord);
    return /** @type {Record<string, unknown>} */ (value);
  }

  /** @param {unknown} value @param {string} where @param {number} most @param {boolean} [mayBeEmpty] @returns {string} */
  function textAt(value, where, most, mayBeEmpty = false) {
    const fits = typeof value === "string" && value.length <= most && (mayBeEmpty || value.trim() !== "");
    return fits ? /** @type {string} */ (value) : wrong(where, fill(words.expectedText, { most }));
  }

  /** A day in the one form that can be compared as text.
   * @param {unknown} value @param {string} where @returns {string} */
  function day(value, where) {
    const time = typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : NaN;
    return Number.isNaN(time) ? wrong(where, words.expectedDay) : new Date(time).toISOString();
  }

  /** @param {unknown} value @param {string} where @returns {string} */
  function id(value, where) {
    return typeof value === "string" && ID.test(value) ? value : wrong(where, words.expectedId);
  }

  /** @template T
   * @param {unknown} value @param {string} where @param {(value: unknown, where: string) => T} read
   * @returns {Record<string, T>} */
  function byKey(value, where, read) {
    /** @type {Record<string, T>} */
    const found = {};
    const entries = Object.entries(record(value, where));
    if (entries.length > MOST) wrong(where, fill(words.expectedFewer, { most: MOST }));
    entries.forEach(([key, each]) => {
      if (!KEY.test(key)) wrong(`${where}.${key.slice(0, 80)}`, words.expectedKey);
      found[key] = read(each, `${where}.${key}`);
    });
    return found;
  }

  /** @param {unknown} value @param {string} where @returns {Tick} */
  function tickAt(value, where) {
    const given = record(value, where);
    if (typeof given.done !== "boolean") return wrong(`${where}.done`, words.expectedYesNo);
    return {
      done: given.done,
      at: day(given.at, `${where}.at`),
      version: textAt(given.version, `${where}.version`, LONGEST_NAME),
      text: textAt(given.text, `${where}.text`, LONGEST_TEXT, true),
      evidence: textAt(given.evidence, `${where}.evidence`, LONGEST_TEXT, true)
    };
  }

  /** @template T
   * @param {unknown} value @param {string} where @param {(value: unknown, where: string) => T} read
   * @returns {{is: T, at: string}} */
  function dated(value, where, read) {
    const given = record(value, where);
    return { is: read(given.is, `${where}.is`), at: day(given.at, `${where}.at`) };
  }

  /** @param {unknown} value @param {string} where @returns {DealState} */
  function stateAt(value, where) {
    return value === "open" || value === "archived" || value === "deleted" ? value : wrong(where, words.expectedState);
  }

  /** A deal from what JSON says; a Wrong says where it is none.
   * @param {unknown} value @param {string} where @returns {Deal} */
  function dealAt(value, where) {
    const given = record(value, where);
    /** @param {unknown} each @param {string} at */
    const version = (each, at) => textAt(each, at, LONGEST_NAME);
    return {
      id: id(given.id, `${where}.id`),
      process: id(given.process, `${where}.process`),
      version: version(given.version, `${where}.version`),
      started: day(given.started, `${where}.started`),
      name: dated(given.name, `${where}.name`, (each, at) => textAt(each, at, LONGEST_NAME)),
      stage: dated(given.stage, `${where}.stage`, id),
      state: dated(given.state, `${where}.state`, stateAt),
      items: byKey(given.items, `${where}.items`, tickAt),
      known: byKey(given.known, `${where}.known`, version),
      spared: byKey(given.spared, `${where}.spared`, day),
      optional: given.optional === undefined ? {} : byKey(given.optional, `${where}.optional`, version)
    };
  }

  /** A deal as it is kept.
   * @param {Deal} deal */
  const text = (deal) => JSON.stringify(deal);

  /** The deal in a kept text; nothing where the text is damaged.
   * @param {string} kept @returns {Deal | null} */
  function read(kept) {
    try {
      return dealAt(JSON.parse(kept), "deal");
    } catch {
      return null;
    }
  }

  /** @param {Deal[]} deals @param {string} playbook */
  function file(deals, playbook) {
    const whole = { format: FORMAT, formatVersion: FORMAT_VERSION, exported: now(), playbook, deals };
    return `${JSON.stringify(whole, null, 2)}\n`;
  }

  /** The deals in a file's text and the title of the playbook that it comes from, or what is wrong with it.
   * @param {string} content @returns {{deals: Deal[], playbook: string} | {problem: string}} */
  function fromFile(content) {
    try {
      const given = parsed(content);
      return { deals: dealsIn(given), playbook: titleIn(given) };
    } catch (error) {
      if (error instanceof Wrong) return { problem: error.message };
      throw error;
    }
  }

  /** @param {string} content @returns {unknown} */
  function parsed(content) {
    try {
      return JSON.parse(content.replace(/^\uFEFF/, ""));
    } catch {
      throw new Wrong(words.fileNotJson);
    }
  }

  /** @param {unknown} content @returns {Deal[]} */
  function dealsIn(content) {
    const given = typeof content === "object" && content !== null ? /** @type {Record<string, unknown>} */ (content) : {};
    if (given.format !== FORMAT) throw new Wrong(words.fileForeign);
    if (given.formatVersion !== FORMAT_VERSION) {
      const found = String(given.formatVersion).slice(0, 20);
      throw new Wrong(fill(words.fileNewer, { found, known: FORMAT_VERSION }));
    }
    if (!Array.isArray(given.deals)) return wrong("deals", words.expectedList);
    if (given.deals.length > MOST) return wrong("deals", fill(words.expectedFewer, { most: MOST }));
    const deals = given.deals.map((deal, at) => dealAt(deal, `deals[${at}]`));
    return [...new Set(deals.map((deal) => deal.id))].map((each) => deals.filter((deal) => deal.id === each).reduce(merged));
  }

  /** @param {unknown} content @returns {string} */
  function titleIn(content) {
    const { playbook } = /** @type {Record<string, unknown>} */ (content);
    return typeof playbook === "string" ? playbook.slice(0, LONGEST_NAME) : "";
  }

  /** A copy that is another deal.
   * @param {Deal} deal @param {string} name @returns {Deal} */
  function copy(deal, name) {
    const fresh = `deal-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
    return { ...renamed(deal, name), id: fresh };
  }

  // ---- for the CRM -------------------------------------------------------------------------------------------

  /** A deal as plain text: every stage up to the one that it is in, and later ones where something is ticked.
   * @param {Deal} deal @param {DealProcess} process */
  function plain(deal, process) {
    const at = indexOf(process, deal.stage.is);
    const total = whole(deal, process);
    const stage = at >= 0 ? { stage: process.stages[at].name, number: at + 1, of: process.stages.length } : null;
    const head = [
      fill(words.textDeal, { name: deal.name.is }),
      fill(words.textProcess, { process: process.name, version: process.version }),
      fill(words.textStarted, { version: deal.version, day: deal.started.slice(0, 10) }),
      stage ? fill(words.textStage, stage) : fill(words.textStageGone, { stage: deal.stage.is }),
      fill(words.textDone, figures(total))
    ];
    const shown = process.stages.filter((each, number) => number <= at || progress(deal, each).done > 0);
    const lists = shown.flatMap((each) => ["", ...stageLines(deal, each)]);
    const kept = gone(deal, process).map((tick) => fill(words.textTicked, { text: tick.text, day: tick.at.slice(0, 10) }));
    const rest = kept.length ? ["", words.textGone, ...kept] : [];
    const missing = stage ? ["", ...missingLines(deal, process, at)] : [];
    return `${[...head, ...missing, ...lists, ...rest].join("\n")}\n`;
  }

  /** @param {Progress} each */
  const figures = (each) => ({ done: each.done, of: each.of });

  /** @param {Deal} deal @param {DealStage} stage @returns {string[]} */
  function stageLines(deal, stage) {
    const lines = stage.items.map((item) => {
      const tick = tickOf(deal, item);
      const required = tightened(deal, item) ? words.textTightened : words.textRequired;
      const text = item.required ? fill(required, { text: item.text }) : item.text;
      switch (standing(deal, item)) {
        case "done": return fill(words.textTicked, { text: item.text, day: tick ? tick.at.slice(0, 10) : "" });
        case "changed": return fill(words.textChanged, { text });
        case "spared": return fill(words.textSpared, { text: item.text });
        default: return fill(words.textOpen, { text });
      }
    });
    return [fill(words.textHeading, { stage: stage.name, ...figures(progress(deal, stage)) }), ...lines];
  }

  /** @param {Deal} deal @param {DealProcess} process @param {number} at @returns {string[]} */
  function missingLines(deal, process, at) {
    const stage = process.stages[at].name;
    const lines = process.stages.slice(0, at + 1).flatMap((each) =>
      progress(deal, each).missing.map((item) => `- ${each.name}: ${item.text}`));
    return lines.length ? [fill(words.textMissing, { stage }), ...lines] : [fill(words.textNothingMissing, { stage })];
  }

  return {
    acquainted, belongs, changedAt, copy, create, file, fill, fromFile, gone, indexOf, merged, moved, plain, progress, put, read,
    renamed, same, standing, text, tickOf, ticked, tightened, whole
  };
})();
