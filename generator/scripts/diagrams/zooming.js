// @ts-check
/* The size and the place of a picture in a frame that may be smaller than it. */

import { wordsOf } from "../shared/words.js";

/** @import { Shown } from "./viewer.js" */
/** @typedef {ReturnType<typeof zoomable>} Zoom */

export const STEP = 1.25; // how much one press of + or − changes
const LARGEST = 6;

/**
 * @param {HTMLElement} view the frame
 * @param {HTMLElement} level where the size is said
 * @param {() => Shown | null} picture what is in the frame
 */
export function zoomable(view, level, picture) {
  let size = 1;
  let left = 0;
  let top = 0;

  /** @param {Shown} what */
  const wholeSize = (what) => Math.min(view.clientWidth / what.width, view.clientHeight / what.height);

  /** As large as the width allows and reading needs, from the top. */
  function reset() {
    const shown = picture();
    if (!shown) { return; }
    const whole = wholeSize(shown);
    size = Math.min(Math.max(whole, Math.min(view.clientWidth / shown.width, 1)), 2);
    left = 0;
    top = 0;
    place();
  }

  /** In the middle where there is room, otherwise never further than its own edge.
   * @param {number} at @param {number} length @param {number} room */
  function within(at, length, room) {
    return length <= room ? (room - length) / 2 : Math.min(0, Math.max(at, room - length));
  }

  function place() {
    const shown = picture();
    if (!shown) { return; }
    const width = shown.width * size;
    const height = shown.height * size;
    left = within(left, width, view.clientWidth);
    top = within(top, height, view.clientHeight);
    const style = shown.picture.style;
    Object.assign(style, { maxWidth: "none", minWidth: "0", width: width + "px", height: height + "px" });
    style.transform = `translate(${left}px, ${top}px)`;
    level.textContent = wordsOf("diagrams").percent.replace("{percent}", String(Math.round(size * 100)));
  }

  /** Changes the size; the point `x`, `y` of the view, else its middle, stays where it is.
   * @param {number} factor */
  function by(factor, x = view.clientWidth / 2, y = view.clientHeight / 2) {
    const shown = picture();
    if (!shown) { return; }
    const before = size;
    size = Math.min(LARGEST, Math.max(Math.min(wholeSize(shown), 1), size * factor));
    left = x - (x - left) * (size / before);
    top = y - (y - top) * (size / before);
    place();
  }

  /** @param {number} right @param {number} down */
  function move(right, down) {
    left += right;
    top += down;
    place();
  }

  return { by, move, reset };
}
