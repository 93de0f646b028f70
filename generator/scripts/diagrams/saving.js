// @ts-check
/*
 * Saves a drawing as a picture that needs nothing beside itself: its font is inside, its ground is drawn, and its labels
 * are texts, since labels in HTML are shown by browsers alone.
 */

import { beside, load } from "./loading.js";

const SVG = "http://www.w3.org/2000/svg";
const BASELINE = 0.81; // of a line's height, where its letters stand

/**
 * An element of a picture.
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
function drawnElement(tag, attributes, text) {
  const made = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, String(value)));
  made.textContent = text || "";
  return made;
}

/** @typedef {{text: string, at: DOMRect, look: CSSStyleDeclaration}} Line */

/** The lines in which a label is shown, by where its words stand.
 * @param {Element} label @returns {Line[]} */
function linesOf(label) {
  /** @type {Line[]} */
  const lines = [];
  const range = document.createRange();
  const texts = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = /** @type {Text} */ (texts.currentNode);
    Array.from(node.data.matchAll(/\S+/g)).forEach((word) => {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const at = range.getBoundingClientRect();
      const last = lines[lines.length - 1];
      if (last && Math.abs(last.at.top - at.top) < at.height / 2) { last.text += " " + word[0]; return; }
      lines.push({ text: word[0], at, look: getComputedStyle(/** @type {Element} */ (node.parentElement)) });
    });
  }
  return lines;
}

/** A label as texts of the picture: labels in HTML are shown by browsers alone.
 * @param {SVGForeignObjectElement} label */
function asTexts(label) {
  const frame = label.getBoundingClientRect();
  const scale = frame.width / label.width.baseVal.value || 1;
  const group = drawnElement("g", {});
  linesOf(label).forEach(({ text, at, look }) => group.append(drawnElement("text", {
    x: (at.left - frame.left) / scale,
    y: (at.top - frame.top + at.height * BASELINE) / scale,
    // What a diagram says of its boxes holds for all that is in them; it was not meant for letters.
    style: `fill: ${look.color} !important; stroke: none !important; stroke-width: 0 !important; ` +
      `font-size: ${look.fontSize}; font-weight: ${look.fontWeight}; text-anchor: start`
  }, text)));
  return group;
}

/** The font as a text, which a page on a disk can read too; its script is loaded when it is needed. */
const fontText = () => /** @type {Window & {twolaneFont: string}} */ (/** @type {unknown} */ (window)).twolaneFont;

/** The text of a picture that needs nothing beside itself: with its font and its ground, as it is shown.
 * @param {SVGSVGElement} shown */
function picture(shown) {
  const { x, y, width, height } = shown.viewBox.baseVal;
  const made = /** @type {SVGSVGElement} */ (shown.cloneNode(true));
  const labels = made.querySelectorAll("foreignObject");
  shown.querySelectorAll("foreignObject").forEach((label, at) => labels[at]?.replaceWith(asTexts(label)));
  made.removeAttribute("style");
  made.setAttribute("width", String(width));
  made.setAttribute("height", String(height));
  const fill = getComputedStyle(document.body).getPropertyValue("--tl-surface").trim();
  made.prepend(drawnElement("style", {}, fontText()), drawnElement("rect", { x, y, width, height, fill }));
  return new XMLSerializer().serializeToString(made);
}

/** Hands the reader the picture as a file, once the font is here; fails where that does not come.
 * @param {SVGSVGElement} shown @param {string} name */
export async function save(shown, name) {
  await load(beside("public-sans.js"));
  const address = URL.createObjectURL(new Blob([picture(shown)], { type: "image/svg+xml" }));
  const file = name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").toLowerCase() || "diagram";
  const link = document.createElement("a");
  Object.assign(link, { href: address, download: `${file}.svg`, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
