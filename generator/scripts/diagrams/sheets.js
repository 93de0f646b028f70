// @ts-check
/*
 * Cuts drawings that are too tall for one sheet of paper into several while the page is printed: between the blocks
 * of a drawing where it can, otherwise between its lines, never through a word.
 */

const WIDTH = 120; // millimetres that a tall drawing is wide on paper, as the styles have it
const FIRST = 195; // millimetres for the first part, below its caption and heading
const NEXT = 225; // what fits on a sheet of A4 and of Letter
const WHOLE = "text, foreignObject, .node, rect.actor, rect.note, [class^='messageLine'], .labelBox";
const BLOCKS = "rect.rect, g.cluster > rect";

/** @typedef {{from: number, to: number}} Span from top to bottom, in the drawing's own units */

/** @type {Map<SVGSVGElement, Element[]>} the parts that stand in for each drawing */
const cut = new Map();

/**
 * Where the elements stand that a selector finds, the upper ones first; those that touch are one.
 * @param {SVGSVGElement} picture
 * @param {string} selector
 * @returns {Span[]}
 */
function spans(picture, selector) {
  const box = picture.viewBox.baseVal;
  const frame = picture.getBoundingClientRect();
  const unit = box.height / frame.height;
  const found = Array.from(picture.querySelectorAll(selector), (each) => each.getBoundingClientRect())
    .filter((each) => each.width && each.height)
    .map((each) => ({ from: box.y + (each.top - frame.top) * unit, to: box.y + (each.bottom - frame.top) * unit }))
    .sort((one, other) => one.from - other.from);
  /** @type {Span[]} */
  const joined = [];
  found.forEach((each) => {
    const last = joined[joined.length - 1];
    if (last && each.from <= last.to) { last.to = Math.max(last.to, each.to); } else { joined.push(each); }
  });
  return joined;
}

/**
 * The middles between what must stay whole.
 * @param {Span[]} whole
 */
const gaps = (whole) => whole.slice(1).map((each, at) => (whole[at].to + each.from) / 2);

/**
 * Where to cut: at the lowest gap between blocks that lies in the lower half of a sheet, else at the lowest gap.
 * @param {SVGSVGElement} picture
 * @returns {number[]}
 */
function cuts(picture) {
  const box = picture.viewBox.baseVal;
  const unit = box.width / WIDTH;
  const inner = spans(picture, WHOLE);
  const between = gaps(spans(picture, `${WHOLE}, ${BLOCKS}`));
  const anywhere = gaps(inner);
  /** @type {number[]} */
  const places = [];
  for (let from = box.y, room = FIRST * unit; from + room < box.y + box.height; room = NEXT * unit) {
    /** @type {(all: number[], least: number) => number | undefined} */
    const lowest = (all, least) => all.filter((at) => at > from + least && at <= from + room).pop();
    from = lowest(between, room / 2) ?? lowest(anywhere, 0) ?? from + room;
    places.push(from);
  }
  return places;
}

/** @param {SVGSVGElement} picture */
function divide(picture) {
  const box = picture.viewBox.baseVal;
  const ends = [...cuts(picture), box.y + box.height];
  const parts = ends.map((end, at) => {
    const top = at ? ends[at - 1] : box.y;
    const part = /** @type {SVGSVGElement} */ (picture.cloneNode(true));
    part.setAttribute("viewBox", `${box.x} ${top} ${box.width} ${end - top}`);
    part.removeAttribute("style");
    const sheet = document.createElement("div");
    sheet.className = "tl-drawing-part";
    sheet.append(part);
    return sheet;
  });
  picture.replaceWith(...parts);
  cut.set(picture, parts);
}

function join() {
  cut.forEach((parts, picture) => {
    parts[0].before(picture);
    parts.forEach((part) => part.remove());
  });
  cut.clear();
}

/** Listens to prints; whoever draws for a print listens first. */
export function divideForPrint() {
  window.addEventListener("beforeprint", () => {
    join();
    /** @type {NodeListOf<SVGSVGElement>} */
    const tall = document.querySelectorAll(".tl-drawing.is-tall > svg");
    tall.forEach(divide);
  });
  window.addEventListener("afterprint", join);
}
