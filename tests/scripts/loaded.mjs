// The site's own scripts as the tests of their logic use them: read like a page reads them, without a page.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const ASSETS = new URL("../../site_templates/assets/", import.meta.url);

/**
 * What a script defines under a name, after those that it builds on.
 * @param {string} name
 * @param {...string} scripts in the order in which a page loads them
 */
export function loaded(name, ...scripts) {
  return loadedIn({}, name, ...scripts);
}

/**
 * The same where the scripts find what a page has under other names: storage, addresses, messages.
 * @param {Record<string, unknown>} around
 * @param {string} name
 * @param {...string} scripts
 */
export function loadedIn(around, name, ...scripts) {
  const text = scripts.map((script) => readFileSync(new URL(script, ASSETS), "utf8")).join("\n");
  // Values of another realm are never deeply equal to ours; in this one they are.
  return vm.runInThisContext(`((${Object.keys(around)}) => {${text}\nreturn ${name};})`)(...Object.values(around));
}
