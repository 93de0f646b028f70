// @ts-check
/* Reads deals from a file, and asks what shall happen to those that are here already. */

import { dialog } from "../shared/dialogs.js";
import { button, make } from "../shared/elements.js";
import { say } from "../shared/messages.js";
import { fill, wordsOf } from "../shared/words.js";
import { same } from "./deal.js";
import { fromFile } from "./deal_file.js";
import { changedAt } from "./standing.js";
import { take } from "./taking.js";

/** @import { Deal } from "./deal.js" */
/** @import { Desk } from "./process_page.js" */
/** @import { Shelf } from "./shelf.js" */

const words = wordsOf("deals");
const LARGEST_FILE = 5; // MB

/** @param {Desk} desk @param {File} file */
export async function importFile(desk, file) {
  const { page: { process }, shelf } = desk;
  if (file.size > LARGEST_FILE * 1024 * 1024) return refuse(fill(words.fileTooLarge, { most: LARGEST_FILE }));
  let content = "";
  try {
    content = await file.text();
  } catch {
    return refuse(words.fileUnreadable);
  }
  const found = fromFile(content);
  if ("problem" in found) return refuse(found.problem);
  const news = found.deals.filter((deal) => {
    const mine = shelf.deals.get(deal.id);
    return !mine || !same(mine, deal);
  });
  if (!news.length) return say(words.importNothing);
  const meeting = news.filter((deal) => shelf.deals.has(deal.id));
  const { playbook } = found;
  const from = playbook && playbook !== process.playbook ? fill(words.importFrom, { playbook }) : "";
  if (meeting.length) ask(shelf, meeting, (choices) => take(desk, news, choices, from));
  else take(desk, news, new Map(), from);
}

/** @param {string} problem */
function refuse(problem) {
  const close = dialog(words.importTitle, [make("p", {}, problem)],
    [button({ text: words.close, act: () => close(), main: true })]);
}

/** Asks for each deal that is here already what shall happen.
 * @param {Shelf} shelf @param {Deal[]} meeting @param {(choices: Map<string, string>) => void} then */
function ask(shelf, meeting, then) {
  const fields = meeting.map((deal, number) => {
    const mine = /** @type {Deal} */ (shelf.deals.get(deal.id));
    const options = [["merge", words.importMerge], ["both", words.importBoth], ["replace", words.importReplace]];
    return make("fieldset", {}, make("legend", {}, fill(words.importSame, { name: mine.name.is })),
      make("p", {}, fill(words.importMine, summary(mine))), make("p", {}, fill(words.importTheirs, summary(deal))),
      ...options.map(([value, text]) => make("label", {}, make("input", {
        type: "radio", name: `tl-import-${number}`, value, checked: value === "merge", "data-deal": deal.id
      }), ` ${text}`)));
  });
  const go = () => {
    const picked = fields.flatMap((field) => [...field.querySelectorAll("input")]).filter((field) => field.checked);
    close();
    then(new Map(picked.map((field) => [field.dataset.deal || "", field.value])));
  };
  const close = dialog(words.importTitle, fields, [
    button({ text: words.importGo, act: go, main: true }), button({ text: words.cancel, act: () => close() })
  ]);
}

/** @param {Deal} deal */
function summary(deal) {
  const done = Object.values(deal.items).filter((tick) => tick.done).length;
  return { done, day: changedAt(deal).slice(0, 16).replace("T", " ") };
}
