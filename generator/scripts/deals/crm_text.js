// @ts-check
/* A deal as plain text, to be pasted into the CRM. */

import { fill, wordsOf } from "../shared/words.js";
import { added, gone, indexOf, progress, standing, tickOf, tightened, whole } from "./standing.js";

/** @import { Deal, DealProcess, DealStage, Item, Progress } from "./deal.js" */

const words = wordsOf("deals");

/** A deal as plain text: every stage up to the one that it is in, and later ones where something is ticked.
 * @param {Deal} deal @param {DealProcess} process */
export function plain(deal, process) {
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
  const shown = process.stages.filter((each, number) => number <= at || progress(deal, each, process).done > 0);
  const lists = shown.flatMap((each) => ["", ...stageLines(deal, each, process)]);
  const kept = gone(deal, process).map((tick) => fill(words.textTicked, { text: tick.text, day: tick.at.slice(0, 10) }));
  const rest = kept.length ? ["", words.textGone, ...kept] : [];
  const missing = stage ? ["", ...missingLines(deal, process, at)] : [];
  return `${[...head, ...missing, ...lists, ...rest].join("\n")}\n`;
}

/** @param {Progress} each */
const figures = (each) => ({ done: each.done, of: each.of });

/** @param {Deal} deal @param {DealStage} stage @param {DealProcess} process @returns {string[]} */
function stageLines(deal, stage, process) {
  const lines = stage.items.map((item) => {
    const tick = tickOf(deal, item);
    const text = item.required ? requiredText(deal, item, process) : item.text;
    switch (standing(deal, item, process)) {
      case "done": return fill(words.textTicked, { text: item.text, day: tick ? tick.at.slice(0, 10) : "" });
      case "changed": return fill(words.textChanged, { text });
      case "spared": return fill(words.textSpared, { text: item.text });
      default: return fill(words.textOpen, { text });
    }
  });
  return [fill(words.textHeading, { stage: stage.name, ...figures(progress(deal, stage, process)) }), ...lines];
}

/** @param {Deal} deal @param {Item} item @param {DealProcess} process */
function requiredText(deal, item, process) {
  const version = added(deal, item, process);
  if (version) return fill(words.textAdded, { text: item.text, version });
  return fill(tightened(deal, item, process) ? words.textTightened : words.textRequired, { text: item.text });
}

/** @param {Deal} deal @param {DealProcess} process @param {number} at @returns {string[]} */
function missingLines(deal, process, at) {
  const stage = process.stages[at].name;
  const lines = process.stages.slice(0, at + 1).flatMap((each) =>
    progress(deal, each, process).missing.map((item) => `- ${each.name}: ${item.text}`));
  return lines.length ? [fill(words.textMissing, { stage }), ...lines] : [fill(words.textNothingMissing, { stage })];
}
