// @ts-check
/*
 * The old address of a page: goes on to the new one, and to the same place on it.
 *
 * Browsers follow the page's own instruction without this; but that forgets the place.
 */

const onwards = document.querySelector('meta[http-equiv="refresh"]');
const address = onwards instanceof HTMLMetaElement ? /url=(.*)$/.exec(onwards.content) : null;
if (address && window.location.hash) window.location.replace(address[1] + window.location.hash);

export {};
