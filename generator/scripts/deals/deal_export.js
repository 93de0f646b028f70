// @ts-check
/* Saves deals as a file. */

import { download } from "../shared/files.js";
import { say } from "../shared/messages.js";
import { wordsOf } from "../shared/words.js";
import { file } from "./deal_file.js";

/** @import { Deal } from "./deal.js" */
/** @import { Desk } from "./process_page.js" */

/** @param {Desk} desk */
export function exportAll(desk) {
  exportDeals(desk, [...desk.shelf.deals.values()].filter((deal) => deal.state.is !== "deleted"), "");
}

/** @param {Desk} desk @param {Deal[]} several @param {string} name */
export function exportDeals({ page }, several, name) {
  const short = name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40);
  const day = new Date().toISOString().slice(0, 10);
  download(["deals", short, day].filter(Boolean).join("-") + ".json", file(several, page.process.playbook));
  say(wordsOf("deals").exported);
}
