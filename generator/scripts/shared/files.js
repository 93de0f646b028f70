// @ts-check
/* Files that a page hands to its reader, or has the reader choose. */

import { make } from "./elements.js";

/** Hands the reader a file.
 * @param {string} name @param {string} text */
export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = make("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/** Has the reader choose a file.
 * @param {string} kinds @param {(file: File) => void} chosen */
export function upload(kinds, chosen) {
  const field = make("input", { type: "file", accept: kinds, hidden: true });
  field.addEventListener("change", () => {
    const file = field.files && field.files[0];
    field.remove();
    if (file) chosen(file);
  });
  document.body.append(field);
  field.click();
}
