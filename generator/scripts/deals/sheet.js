// @ts-check
/* The sheet of paper: of the stage, on the process's page of all stages, and nothing else of the page. */

import { make } from "../shared/elements.js";
import { fill, wordsOf } from "../shared/words.js";
import { progressText } from "./progress.js";
import { progress, standing } from "./standing.js";

/** @import { Deal, DealProcess, DealStage, Item } from "./deal.js" */
/** @import { Desk } from "./process_page.js" */

const words = wordsOf("deals");

/** @param {Desk} desk */
export function print({ page, shelf, gone }) {
  const { here, process } = page;
  const deal = shelf.current();
  if (!deal) return;
  const day = new Date().toLocaleDateString(document.documentElement.lang || "en", { dateStyle: "long" });
  const sheet = make("section", { class: "tl-sheet" },
    make("h1", {}, fill(words.sheetTitle, { stage: here ? here.name : process.name, name: deal.name.is })),
    make("p", {}, fill(words.sheetAbout, { process: process.name, version: process.version, day })),
    make("p", {}, progressText(deal, page)),
    ...(here ? [...partsOf(deal, here, process, "h2"), notes()]
      : process.stages.flatMap((stage) => stageOnSheet(deal, stage, process))));
  removeSheet(); // A browser that never says when it has printed leaves the last one behind.
  document.body.append(sheet);
  document.documentElement.classList.add("tl-sheet-on");
  window.addEventListener("afterprint", removeSheet, { once: true, signal: gone });
  window.print();
}

export function removeSheet() {
  document.querySelectorAll(".tl-sheet").forEach((each) => each.remove());
  document.documentElement.classList.remove("tl-sheet-on");
}

function notes() {
  return make("div", { class: "tl-sheet__notes" }, make("h2", {}, words.sheetNotes));
}

/** One of all stages.
 * @param {Deal} deal @param {DealStage} stage @param {DealProcess} process @returns {HTMLElement[]} */
function stageOnSheet(deal, stage, process) {
  const { done, of } = progress(deal, stage, process);
  return [make("h2", {}, fill(words.textHeading, { stage: stage.name, done, of })), ...partsOf(deal, stage, process, "h3")];
}

/** @param {Deal} deal @param {DealStage} stage @param {DealProcess} process @param {"h2" | "h3"} heading @returns {HTMLElement[]} */
function partsOf(deal, stage, process, heading) {
  /** @type {[string, string][]} */
  const parts = [["entry", words.sheetEntry], ["step", words.sheetSteps], ["exit", words.sheetExit]];
  return parts.flatMap(([part, title]) => {
    const rows = stage.items.filter((item) => item.part === part).map((item) => sheetRow(deal, item, process));
    return rows.length ? [make(heading, {}, title), make("ul", {}, ...rows)] : [];
  });
}

/** @param {Deal} deal @param {Item} item @param {DealProcess} process */
function sheetRow(deal, item, process) {
  const stands = standing(deal, item, process);
  // Criteria are required unless they say otherwise, steps the other way round: what is usual goes without saying.
  const unusual = item.required === (item.part === "step");
  const usual = unusual ? (item.required ? words.sheetRequired : words.sheetOptional) : "";
  const mark = stands === "spared" ? words.sheetSpared : usual;
  const evidence = item.evidence ? [make("small", {}, fill(words.sheetEvidence, { evidence: item.evidence }))] : [];
  return make("li", {}, make("span", { class: "tl-sheet__box" }, stands === "done" ? "☒" : "☐"),
    make("span", {}, mark ? `${item.text} (${mark})` : item.text, ...evidence));
}
