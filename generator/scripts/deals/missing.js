// @ts-check
/* What a deal lacks, stage by stage, and links to it. */

import { make } from "../shared/elements.js";
import { addressOf } from "./process_page.js";
import { indexOf, progress } from "./standing.js";

/** @import { Deal, DealProcess, DealStage, Item } from "./deal.js" */
/** @import { ProcessPage } from "./process_page.js" */

/** The stages up to and with one, each with what is missing there.
 * @param {Deal} deal @param {DealProcess} process @param {DealStage} stage */
export function missingUpTo(deal, process, stage) {
  const upTo = process.stages.slice(0, indexOf(process, stage.id) + 1);
  const found = upTo.map((each) => ({ stage: each, missing: progress(deal, each, process).missing }));
  return found.filter((each) => each.missing.length);
}

/** @param {ProcessPage} page @param {DealStage} stage @param {Item} item @param {() => void} close */
export function missingLink(page, stage, item, close) {
  const anchor = `#${item.key.replace(":", "-")}`;
  const link = make("a", { href: stage === page.here ? anchor : addressOf(page, stage) + anchor }, item.text);
  link.addEventListener("click", close);
  return link;
}
