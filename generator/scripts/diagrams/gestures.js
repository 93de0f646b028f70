// @ts-check
/* What keys, the wheel, the mouse and fingers do to a picture that is shown large. */

import { STEP } from "./zooming.js";

/** @import { Zoom } from "./zooming.js" */
/** @typedef {{x: number, y: number}} Point */

const MOVE = 60; // pixels of one press of an arrow key

/** Listens to all of them, and returns what forgets the fingers that are down.
 * @param {HTMLElement} dialog @param {HTMLElement} view @param {Zoom} zoom */
export function listenToMoves(dialog, view, zoom) {
  listenToKeys(dialog, zoom);
  view.addEventListener("wheel", (event) => {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    const { x, y } = placeOf(view, event);
    if (event.ctrlKey || event.metaKey) { zoom.by(Math.exp(-event.deltaY * lines / 300), x, y); }
    else { zoom.move(-event.deltaX * lines, -event.deltaY * lines); }
  }, { passive: false });
  view.addEventListener("dblclick", (event) => zoom.by(STEP * STEP, placeOf(view, event).x, placeOf(view, event).y));
  return listenToPointers(view, zoom);
}

/** Where a pointer is, seen from the view's corner.
 * @param {HTMLElement} view @param {MouseEvent} event @returns {Point} */
function placeOf(view, event) {
  const frame = view.getBoundingClientRect();
  return { x: event.clientX - frame.left, y: event.clientY - frame.top };
}

/** @param {HTMLElement} dialog @param {Zoom} zoom */
function listenToKeys(dialog, zoom) {
  /** @type {Record<string, () => void>} */
  const keys = {
    "+": () => zoom.by(STEP),
    "=": () => zoom.by(STEP),
    "-": () => zoom.by(1 / STEP),
    "−": () => zoom.by(1 / STEP),
    "0": zoom.reset,
    ArrowLeft: () => zoom.move(MOVE, 0),
    ArrowRight: () => zoom.move(-MOVE, 0),
    ArrowUp: () => zoom.move(0, MOVE),
    ArrowDown: () => zoom.move(0, -MOVE)
  };
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation(); // the page below has keys of its own
    const action = keys[event.key];
    if (action && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      action();
    }
  });
}

/** @param {HTMLElement} view @param {Zoom} zoom */
function listenToPointers(view, zoom) {
  /** @type {Map<number, Point>} the fingers, or the mouse, that are down */
  const down = new Map();
  view.addEventListener("pointerdown", (event) => {
    view.setPointerCapture(event.pointerId);
    down.set(event.pointerId, placeOf(view, event));
  });
  view.addEventListener("pointermove", (event) => {
    const was = down.get(event.pointerId);
    if (!was) { return; }
    const now = placeOf(view, event);
    const other = Array.from(down.entries()).filter(([id]) => id !== event.pointerId).map(([, at]) => at)[0];
    down.set(event.pointerId, now);
    if (other) { pinch(zoom, was, now, other); } else { zoom.move(now.x - was.x, now.y - was.y); }
  });
  /** @type {const} */ (["pointerup", "pointercancel"]).forEach((end) =>
    view.addEventListener(end, (event) => down.delete(event.pointerId)));
  return () => down.clear();
}

/** One finger moves, the other one stays: the middle between them moves along, their distance is the size.
 * @param {Zoom} zoom @param {Point} was @param {Point} now @param {Point} other */
function pinch(zoom, was, now, other) {
  const distance = (/** @type {Point} */ at) => Math.hypot(at.x - other.x, at.y - other.y) || 1;
  zoom.move((now.x - was.x) / 2, (now.y - was.y) / 2);
  zoom.by(distance(now) / distance(was), (now.x + other.x) / 2, (now.y + other.y) / 2);
}
