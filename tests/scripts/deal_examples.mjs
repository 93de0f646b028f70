// Deals and processes as small as can be, for tests.
export const EARLY = "2026-11-01T09:00:00.000Z", LATE = "2026-11-22T09:30:00.000Z";

export const item = (key, more = {}) => ({
  key, part: "exit", text: `Text of ${key}`, evidence: "", before: [], required: true, newOnly: false, since: undefined,
  texts: [], evidences: [], ...more
});
export const stage = (id, items, more = {}) => ({ id, name: id, before: [], since: undefined, items, ...more });
export const process = (version, ...stages) => ({
  playbook: "Any", id: "sell", name: "Sell", version, before: [], retired: false, stages
});
export const tickFor = (each, more = {}) => ({
  done: true, at: EARLY, version: "2.1.0", text: each.text, evidence: each.evidence, ...more
});
export const deal = (more = {}) => ({
  id: "deal-1", process: "sell", version: "2.1.0", started: EARLY,
  name: { is: "Brown", at: EARLY }, stage: { is: "first", at: EARLY }, state: { is: "open", at: EARLY },
  items: {}, known: {}, spared: {}, optional: {}, came: {}, asked: {}, ...more
});
