// @ts-check
/* The forms of a word by which it is found: "hand-off" also as "handoff", "José" as "jose", "$20k" as "20000". */

/** Letters that are no other letter with a sign, and how they are written without them. @type {Record<string, string>} */
const LETTERS = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i" };
/** How Germans, and others, write out letters with signs. @type {Record<string, string>} */
const WRITTEN_OUT = { "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa" };
/** @type {Record<string, string>} */
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const FACTORS = { k: 1e3, m: 1e6, bn: 1e9, "": 1 };
const AMOUNT = /^(\d{1,3}(?:[.,]\d{3})+|\d+)((?:[.,]\d{1,2})?)(k|m|bn|)$/;
/** Signs above and below letters that are left out: of Latin, Greek and Cyrillic letters, and the vowels of Hebrew and
 * Arabic, which are mostly not written. Those of other scripts are letters of their own. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]/g;
const UNSEEN = /[\u00ad\u200c-\u200f\u2060\ufeff]/g; // they say how a word is shown or divided, not what it is
export const OUTER = /^[^\p{L}\p{M}\p{N}%€$£]+|[^\p{L}\p{M}\p{N}%€$£+#]+$/gu;
/** Scripts whose words are short, or not divided by spaces: a word that is asked for may be the start of a longer one. */
export const DENSE = /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Hangul}|\p{sc=Thai}|\p{sc=Lao}|\p{sc=Khmer}|\p{sc=Myanmar}/u;
const INNER = /[-‐‑–_&./\\@+,、。・「」『』（），：；！？]+/; // what may stand inside of one word, or between two without a space

export const WITH_FIGURE = /^((?:\p{L}\p{M}*){2,})(\d+)$/u;
export const FIELD = /_/; // only names of fields and the like have it

/**
 * A text in small letters, without accents, with one kind of apostrophe.
 * @param {string} text
 */
export function plain(text) {
  const straight = text.toLowerCase().replace(UNSEEN, "").replace(/[’‘`´]/g, "'").normalize("NFD");
  return straight.replace(ACCENTS, "").normalize("NFC").replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter]);
}

/** @param {string} text */
const writtenOut = (text) => plain(text.toLowerCase().normalize("NFC").replace(/[äöüøå]/g, (letter) => WRITTEN_OUT[letter]));

/**
 * An amount as it is compared: "$20k", "20,000" and "20.000" are "20000"; nothing where a word is none.
 * @param {string} word
 */
function amount(word) {
  const [, whole, part, factor] = AMOUNT.exec(word) || [];
  if (whole === undefined) return "";
  const number = Number(whole.replace(/[.,]/g, "") + part.replace(",", ".")) * FACTORS[/** @type {"k"} */ (factor)];
  return String(Number(number.toPrecision(12)));
}

/**
 * All forms of a word by which it can be found, the one that says most first; nothing of a sign that stands alone.
 * @param {string} word
 * @returns {string[]}
 */
function forms(word) {
  const read = word.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => ENTITIES[sign]);
  const bare = plain(read).replace(OUTER, "");
  const figure = bare.replace(/^[$€£]|[$€£%]$/g, "");
  if (!bare) return [];
  if (amount(figure)) return unique([bare, figure, amount(figure)]);
  if (/^\d/.test(figure)) return unique([bare, figure, ...figure.split(INNER)]);
  const other = writtenOut(read).replace(OUTER, "");
  const parts = bare.split(INNER).filter(Boolean);
  const telling = FIELD.test(bare) ? parts.filter((part) => part.length > 1) : parts;
  const figures = WITH_FIGURE.exec(bare)?.slice(1) || [];
  const signs = parts.length > 1 && /[_&+@]/.test(bare) ? [bare] : [];
  return unique([...signs, parts.join(""), other.split(INNER).join(""), ...telling, ...figures]);
}

/** @param {string[]} words */
export const unique = (words) => [...new Set(words.filter(Boolean))];

/** @type {Map<string, string[]>} what was asked for already: a playbook has many times more words than different ones */
const asked = new Map();

/** @param {string} word */
export function spellings(word) {
  const found = asked.get(word) || forms(word);
  asked.set(word, found);
  return found;
}
