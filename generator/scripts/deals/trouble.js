// @ts-check
/* What is said where the browser does not keep what it should, or has kept what cannot be read. */

import { download } from "../shared/files.js";
import { messages, say } from "../shared/messages.js";
import { fill, wordsOf } from "../shared/words.js";
import { exportAll } from "./deal_export.js";

/** @import { Kept } from "../storage/browser.js" */
/** @import { Desk } from "./process_page.js" */
/** @import { Shelf } from "./shelf.js" */

const words = wordsOf("deals");

/** Where deals are kept, in words.
 * @param {Desk} desk */
export const keptLine = ({ shelf }) => (shelf.drawer.works() ? words.keptHere : words.keptNowhere);

/** Says that something is not saved, until it is.
 * @param {Desk} desk @param {Kept} kept */
export function report(desk, kept) {
  if (kept === "saved") messages("alert").querySelector(".tl-message--storage")?.remove();
  if (kept === "saved") return;
  const again = () => {
    report(desk, desk.shelf.drawer.retry());
    desk.render();
  };
  say(words[kept], [
    { text: words.tryAgain, act: again }, { text: words.exportAll, act: () => exportAll(desk) }
  ], { alert: true });
  messages("alert").firstElementChild?.classList.add("tl-message--storage");
}

/** Tells of deals that were set aside.
 * @param {Shelf} shelf @returns {boolean} whether there is anything to tell */
export function tellDamaged({ aside }) {
  const count = aside.keys().length;
  if (!count) return false;
  const save = () => {
    const kept = aside.keys().map((key) => ({ key, text: aside.read(key) }));
    download("deals-damaged.json", `${JSON.stringify({ format: "twolane-damaged-deals", kept }, null, 2)}\n`);
    offer();
  };
  const forgetAll = () => aside.keys().forEach((key) => aside.write(key, null));
  const offer = () => say(fill(words.damaged, { count }), [
    { text: words.saveDamaged, act: save }, { text: words.forgetDamaged, act: forgetAll }
  ], { alert: true });
  offer();
  return true;
}
