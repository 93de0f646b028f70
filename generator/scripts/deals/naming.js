// @ts-check
/* The name of a deal: a field that complains about a missing or taken one, and the dialog that starts a deal. */

import { dialog } from "../shared/dialogs.js";
import { button, labelled, make } from "../shared/elements.js";
import { say } from "../shared/messages.js";
import { fill, wordsOf } from "../shared/words.js";
import { create } from "./meeting.js";
import { keptLine } from "./trouble.js";

/** @import { Deal } from "./deal.js" */
/** @import { Desk } from "./process_page.js" */
/** @import { Shelf } from "./shelf.js" */

const words = wordsOf("deals");

/** Whether a deal is called so already.
 * @param {Shelf} shelf @param {string} name @param {string} [but] the deal that may have it */
export function isTaken(shelf, name, but) {
  const all = [...shelf.having("open"), ...shelf.having("archived")];
  return all.some((deal) => deal.id !== but && deal.name.is.toLowerCase() === name.toLowerCase());
}

/** A field for a name with its complaint below, which `check` fills and turns into the name or nothing.
 * @param {Shelf} shelf @param {string} name @param {string} [but] */
export function nameField(shelf, name, but) {
  const complaint = make("p", { class: "tl-field__wrong", id: "tl-name-wrong", role: "alert" });
  const field = make("input", {
    type: "text", maxlength: "120", autocomplete: "off", "aria-describedby": "tl-name-wrong", required: true
  });
  field.value = name;
  const check = () => {
    const given = field.value.trim();
    const wrong = !given ? words.nameMissing : isTaken(shelf, given, but) ? words.nameTaken : "";
    complaint.textContent = wrong;
    if (wrong) {
      field.setAttribute("aria-invalid", "true");
      field.focus();
    }
    return wrong ? "" : given;
  };
  return { field, check, rows: [labelled(words.nameLabel, field), complaint] };
}

/** Asks for the name and the stage of a new deal.
 * @param {Desk} desk @param {(made: Deal) => void} [then] */
export function nameDeal(desk, then) {
  const { page: { here, process }, shelf } = desk;
  const name = nameField(shelf, "");
  name.field.setAttribute("autofocus", "");
  const stage = make("select", {}, ...process.stages.map((each) => make("option", { value: each.id }, each.name)));
  stage.value = (here || process.stages[0]).id;
  const start = () => {
    const given = name.check();
    if (!given) return;
    const deal = create(process, given, stage.value);
    shelf.keep(deal);
    close();
    shelf.choose(deal.id);
    if (then) then(shelf.latest(deal));
    if (shelf.drawer.works() && !shelf.drawer.waits()) say(fill(words.created, { name: given }));
  };
  const form = make("form", { novalidate: true }, ...name.rows, labelled(words.stageLabel, stage),
    make("p", { class: "tl-quiet" }, keptLine(desk)));
  form.addEventListener("submit", (event) => { event.preventDefault(); start(); });
  // Without a button of its own a form with several fields does not take Enter.
  form.append(make("button", { type: "submit", hidden: true }));
  const close = dialog(words.newTitle, [form], [
    button({ text: words.create, act: start, main: true }), button({ text: words.cancel, act: () => close() })
  ]);
}
