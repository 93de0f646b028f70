// @ts-check
/*
 * Sets the stage for drawing diagrams in a file that stands alone: once Mermaid runs, there is room for them, in the
 * scheme that the reader's system wants. Where it does not run, the tables beside the diagrams are what one sees.
 */

const dark = window.matchMedia("(prefers-color-scheme: dark)");
let printing = false;

function follow() {
  // On paper everything is light for a moment; what was drawn for a dark screen is turned light by the styles.
  if (!printing) { document.body.setAttribute("data-md-color-scheme", dark.matches ? "slate" : "default"); }
}

if ("mermaid" in window) {
  document.documentElement.classList.add("js");
  window.addEventListener("beforeprint", () => { printing = true; });
  window.addEventListener("afterprint", () => {
    printing = false;
    follow();
  });
  dark.addEventListener("change", follow);
  follow();
}

export {};
