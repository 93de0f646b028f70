// @ts-check
/* Loads scripts that are needed later, from the folder of our own. */

const own = /** @type {HTMLScriptElement} */ (document.currentScript).src; // empty inside a page

/** Whether anything can be loaded: a script inside a page has no folder beside it. */
export const isAlone = own === "";

/** @param {string} name of a script in the folder of this one */
export const beside = (name) => own && new URL(name, own).href;

/** @type {Map<string, Promise<unknown>>} the scripts that were asked for, by address */
const loading = new Map();

/** What could not be loaded, as where a network is away for a moment, is tried again by whoever needs it next.
 * @param {string} address @returns {Promise<unknown>} */
export function load(address) {
  if (!address) { return Promise.resolve(); }
  const asked = loading.get(address) || new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = resolve;
    script.onerror = (error) => {
      loading.delete(address);
      script.remove();
      reject(error);
    };
    document.head.appendChild(script);
  });
  loading.set(address, asked);
  return asked;
}
