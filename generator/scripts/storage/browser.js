// @ts-check
/* The browser's own storage, which may be full or refused: nothing here throws. */

/** @typedef {"saved" | "full" | "blocked"} Kept */
/** @typedef {ReturnType<typeof browserStorage>} BrowserStorage */

/** What a window lets us keep.
 * @param {Pick<Window, "localStorage" | "sessionStorage">} from */
export function browserStorage(from) {
  /** The browser's storage of one kind, or nothing where it is refused.
   * @param {"localStorage" | "sessionStorage"} kind
   * @returns {Storage | null} */
  function storage(kind) {
    try {
      const found = from[kind];
      const probe = "twolane:probe";
      found.getItem(probe);
      return found;
    } catch {
      return null;
    }
  }

  const local = storage("localStorage");
  const session = storage("sessionStorage");

  /** All that is saved below a prefix, without it.
   * @param {string} prefix @returns {string[]} */
  function saved(prefix) {
    /** @type {string[]} */
    const found = [];
    try {
      for (let at = 0; local && at < local.length; at += 1) {
        const key = local.key(at);
        if (key !== null && key.startsWith(prefix)) found.push(key.slice(prefix.length));
      }
    } catch {
      return [];
    }
    return found;
  }

  /** @param {string} key @returns {string | null} */
  function get(key) {
    try {
      return local ? local.getItem(key) : null;
    } catch {
      return null;
    }
  }

  /** @param {string} key @param {string | null} text @returns {Kept} */
  function put(key, text) {
    if (!local) return "blocked";
    try {
      if (text === null) local.removeItem(key);
      else local.setItem(key, text);
      return "saved";
    } catch (error) {
      return error instanceof DOMException && error.name === "SecurityError" ? "blocked" : "full";
    }
  }

  return { local, session, saved, get, put };
}

/** A record from a kept text; an empty one where the text is damaged.
 * @param {string | null} text @returns {Record<string, unknown>} */
export function parsed(text) {
  try {
    return Object(JSON.parse(text || "{}"));
  } catch {
    return {};
  }
}

/** @param {string} text */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
