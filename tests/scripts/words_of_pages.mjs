// The words of the site, where modules find them: pages load their file before any script of ours.
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const WORDS = new URL("../../site_templates/assets/twolane-words.js", import.meta.url);

runInThisContext(readFileSync(WORDS, "utf8"));
