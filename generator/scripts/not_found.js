// @ts-check
/*
 * Finds the site that a missing page belongs to, and has the links of the page lead there.
 *
 * A server sends this page for any address below any path, and nobody but the server knows where the site begins. So
 * the folders above the address are asked, from the innermost one, for a script that each site has. Opened from a
 * disk, the page stands at the top of its site.
 */
const MARK = "assets/twolane/twolane-page.js";
const known = document.body.dataset.root || "";

/** Some servers answer everything with a page, such as this very one: a script never begins like one.
 * @param {string} folder */
async function holds(folder) {
  try {
    const answer = await fetch(folder + MARK);
    const text = answer.ok ? await answer.text() : "";
    return text.includes("twolanePage") && !text.trimStart().startsWith("<");
  } catch {
    return false;
  }
}

/** Where the site begins; nothing where nobody says so. */
async function root() {
  const { protocol, pathname, href } = window.location;
  if (protocol === "file:") return new URL(".", href).href;
  const parts = pathname.split("/").slice(0, -1);
  const above = parts.map((_, at) => `${parts.slice(0, parts.length - at).join("/")}/`);
  const expected = known && pathname.startsWith(known) ? [known] : [];
  for (const folder of new Set([...expected, ...above])) {
    if (await holds(folder)) return folder;
  }
  return null;
}

/** What the address says in words, to look for.
 * @param {string} folder */
function words(folder) {
  const { protocol, pathname } = window.location;
  const rest = protocol === "file:" || !pathname.startsWith(folder) ? "" : pathname.slice(folder.length);
  try {
    return decodeURIComponent(rest).replace(/\.html?$|(^|\/)(index|404)\b/g, " ").replace(/[-_/]+/g, " ").trim();
  } catch {
    return "";
  }
}

root().then((folder) => {
  if (folder === null) return;
  document.querySelectorAll("a[data-path]").forEach((link) =>
    link.setAttribute("href", folder + link.getAttribute("data-path")));
  const form = document.querySelector("form");
  const field = document.querySelector("input");
  if (form && field) {
    form.action = folder + (form.dataset.path || "");
    field.value = words(folder);
    form.hidden = false;
  }
  document.querySelectorAll(".by-hand").forEach((each) => each.toggleAttribute("hidden", true));
});

export {};
