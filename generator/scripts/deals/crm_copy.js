// @ts-check
/* Copies the text of a deal for the CRM, by hand where the browser does not let the page. */

import { dialog } from "../shared/dialogs.js";
import { button, labelled, make } from "../shared/elements.js";
import { say } from "../shared/messages.js";
import { wordsOf } from "../shared/words.js";
import { plain } from "./crm_text.js";

/** @import { Desk } from "./process_page.js" */

const words = wordsOf("deals");

/** @param {Desk} desk */
export async function copyText({ page, shelf }) {
  const deal = shelf.current();
  if (!deal) return;
  const text = plain(deal, page.process);
  try {
    await navigator.clipboard.writeText(text);
    say(words.copied);
  } catch {
    copyByHand(text);
  }
}

/** @param {string} text */
function copyByHand(text) {
  const field = make("textarea", { readonly: true, rows: "12", autofocus: true });
  field.value = text;
  const close = dialog(words.copyTitle, [make("p", {}, words.copyByHand), labelled(words.copyText, field)],
    [button({ text: words.close, act: () => close(), main: true })]);
  field.select();
}
