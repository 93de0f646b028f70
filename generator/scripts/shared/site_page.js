// @ts-check
/* The one place that asks `twolane-page.js`, which each page loads first and which lives as long as the window. */

/** @typedef {(gone: AbortSignal) => void} Start begins on the page at hand; the signal comes when that page is gone */
/**
 * @typedef {object} SiteSaid what the site says of itself
 * @property {string} title of the playbook
 * @property {string[]} processes the ids of its processes, and those that they had before
 * @property {string} kind empty for the house's own site, else `preview`, or whom the site is for
 */
/** @typedef {{each: (start: Start) => void, site: SiteSaid}} SitePage */

const { twolanePage } = /** @type {{twolanePage: SitePage}} */ (/** @type {unknown} */ (globalThis));

/** Starts now, and again with each page that names the script. */
export const each = twolanePage.each;
export const site = twolanePage.site;
