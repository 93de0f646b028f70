// @ts-check
/* How far a deal is, in words. */

import { fill, wordsOf } from "../shared/words.js";
import { changesIn } from "./changes.js";
import { indexOf, progress, whole } from "./standing.js";

/** @import { Deal, DealProcess, DealStage } from "./deal.js" */
/** @import { ProcessPage } from "./process_page.js" */

const words = wordsOf("deals");

/** The stage that a deal is in; nothing where the process no longer has it.
 * @param {Deal} deal @param {DealProcess} process @returns {DealStage | undefined} */
export const stageOf = (deal, process) => process.stages[indexOf(process, deal.stage.is)];

/** @param {Deal} deal @param {DealProcess} process */
export const stageName = (deal, process) => stageOf(deal, process)?.name || "";

/** @param {Deal} deal @param {ProcessPage} page */
export function progressText(deal, { process, here }) {
  const all = whole(deal, process);
  const own = here && progress(deal, here, process);
  const [changed, tightened, , gone] = changesIn(deal, process).map((list) => list.length);
  const stage = stageOf(deal, process);
  return [
    process.retired ? words.retired : "",
    here && own ? fill(words.progress, { stage: here.name, done: own.done, of: own.of }) : "",
    fill(words.progressAll, { process: process.name, done: all.done, of: all.of }),
    stage ? fill(words.isIn, { stage: stage.name }) : fill(words.wasIn, { stage: deal.stage.is }),
    deal.version === process.version ? "" : fill(words.startedOn, { old: deal.version, version: process.version }),
    changed ? fill(words.changedCount, { count: changed }) : "",
    tightened ? fill(words.tightenedCount, { count: tightened }) : "",
    gone ? fill(words.removedCount, { count: gone }) : ""
  ].filter(Boolean).join(" ");
}
