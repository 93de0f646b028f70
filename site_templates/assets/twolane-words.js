// @ts-check
/*
 * Everything that the scripts of the site say, in one place: to translate, put a changed copy of this file into
 * `site_templates/assets/` of your playbook. `{name}` and the like are filled in. One section for each script.
 */

const twolaneWords = {
  cards: {
    all: "{number} cards",
    some: "{number} of {all} cards",
    none: "No card fits. Take a word away, or show all."
  }
};
