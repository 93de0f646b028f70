// @ts-check
/* Versions of a process, by their numbers. */

/** Whether a version came before another; of what is no version nobody can tell.
 * @param {string} version @param {string} other */
export function isOlder(version, other) {
  const [own, its] = [version, other].map((each) => each.split(/[.+-]/).slice(0, 3).map(Number));
  const at = own.findIndex((part, place) => part !== its[place]);
  return at >= 0 && own[at] < its[at];
}
