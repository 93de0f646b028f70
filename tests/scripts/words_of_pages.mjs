// The words of the site, where modules find them: pages load their file before any script of ours. Whoever runs the
// tests has it written from the tables of texts, and names it.
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

runInThisContext(readFileSync(process.env.WORDS_OF_PAGES ?? "", "utf8"));
