// @ts-check
/* Words that every page says, and words that buyers use for what playbooks call otherwise. */

/** Words that say nothing about what is looked for. */
export const EMPTY = new Set((
  "a about after again all already also am an and any are aren't as at be because been before being but by can " +
  "can't cannot could did didn't do does doesn't doing don't else even ever every for from get gets getting give " +
  "go goes going got had has have haven't having he her here him his how i i'd i'll i'm i've if in into is isn't it " +
  "it's its just let let's like many may me might more most much must my no not of off on once only or other our " +
  "ours out over own really said say saying says she should so some such than that that's the their theirs them " +
  "then there there's these they they'd they'll they're they've this those through to too until up us use used uses using very was " +
  "wasn't we we'd we'll we're we've well were what what's when where which while who whom whose why will with " +
  "won't would yes yet you you'd you'll you're you've your yours"
).split(" "));
/** What buyers say, and the words by which playbooks speak of it. */
export const ALSO = new Map(Object.entries({
  afford: "price cost", cheap: "price cost", cheaper: "price cost", costly: "price cost", discount: "price percent",
  expensive: "price cost", pricey: "price cost", pricing: "price cost", excel: "spreadsheet", boss: "manager director",
}));
