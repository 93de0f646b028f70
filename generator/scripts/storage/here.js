// @ts-check
/* What the site that this script belongs to keeps in the browser. */

import { site } from "../shared/site_page.js";
import { drawersOf } from "./drawers.js";

// The site begins two folders above its scripts; an element's address changes with that of the window, so it is read now.
const script = /** @type {HTMLScriptElement} */ (document.currentScript);

export const { open } = drawersOf(window, encodeURIComponent(new URL("../../", script.src).pathname), site);
