"""Phrases as data: several words that mean together what one word, one limit or one duty means."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from twolane.meaning.tokens import Sort
from twolane.meaning.word_sets import word_set

WORDS: Mapping[str, tuple[str, ...]] = {
    "email": ("e mail", "electronic mail"),
    "accept": ("agree to", "consent to", "give consent to", "say yes to", "be fine with", "be okay with"),
    "agree": ("agree on", "agree upon", "come to an agreement on", "settle on"),
    "request": ("ask for", "apply for", "make a request for", "put in a request for"),
    "approve": ("sign off", "sign off on", "give approval for", "give approval to", "give the go ahead for",
                "give green light to", "give the green light to", "give the green light for"),
    "confirm": ("give confirmation of", "provide confirmation of", "send confirmation of"),
    "attend": ("take part in", "participate in", "be present at", "sit in on"),
    "discuss": ("talk about", "talk over", "have a discussion about", "speak about", "go over"),
    "visit": ("pay a visit to", "call on"),
    "meet": ("meet with", "have a meeting with", "meet up with"),
    "call": ("give a call to", "make a call to", "have a call with", "telephone call", "phone call"),
    "minimum": ("min",),
    "maximum": ("max",),
    "happen": ("take place",),
    "finish": ("carry out to the end",),
    "continue": ("carry on", "go on", "go ahead", "keep going"),
    "cancel": ("call off",),
    "postpone": ("put off", "push back"),
    "reject": ("turn down", "say no to"),
    "complete": ("fill in", "fill out"),
    "return": ("send back", "give back", "hand back"),
    "submit": ("hand in",),
    "find": ("find out", "work out"),
    "explain": ("make clear",),
    "decide": ("make a decision", "take a decision", "come to a decision", "make the decision"),
    "decision maker": ("decision maker", "decider", "decision taker"),
    "use": ("make use of", "work with"),
    "belong": ("belong to", "be part of", "be a part of"),
    "have": ("have got", "be in possession of"),
    "contain": ("consist of",),
    "get": ("be given",),
    "provide": ("make available",),
    "purchase order": ("purchase order", "po"),
    "order": ("place an order for", "place the order for", "place an order", "place the order", "place its order"),
    "nda": ("non disclosure agreement", "nondisclosure agreement", "confidentiality agreement"),
    "rfp": ("request for proposal", "request for proposals"),
    "sla": ("service level agreement",),
    "poc": ("proof of concept",),
    "roi": ("return on investment",),
    "loi": ("letter of intent",),
    "tco": ("total cost of ownership",),
    "minutes of meeting": ("minutes of the meeting", "meeting minutes", "meeting notes", "notes of the meeting"),
    "order form": ("order form",),
    "due date": ("due date",),
    "written": ("in writing", "in written form", "in black and white"),
    "verbal": ("by word of mouth", "in conversation"),
    "average": ("on average", "in the mean"),
    "large": ("of great size",),
    "immediately": ("at once", "right away", "straight away", "without delay", "as soon as possible", "asap"),
    "come back": ("come again", "come back", "return to"),
    "go back": ("go back to", "back to"),
    "again": ("once more", "once again", "one more time"),
    "together": ("in common",),
    "also": ("as well", "in addition"),
    "because": ("due to the fact that", "owing to"),
    "for example": ("for instance", "e g", "eg", "such as"),
    "that is": ("i e", "ie"),
    "regarding": ("with regard to", "with respect to", "in regard to", "in terms of", "as regards"),
    "each other": ("one another",),
    "everyone": ("all people", "each person", "every person"),
    "nobody": ("no one",),
    "somebody": ("some one",),
    "number": ("number of", "count of", "quantity of", "no of"),
    "÷": ("divided by", "over all", "as a share of", "out of"),
    "share": ("percentage of", "proportion of", "share of", "ratio of"),
    "per": ("for each", "for every"),
    "go live": ("golive", "go live"),
    "kickoff": ("kick off",),
    "set up": ("setup",),
    "follow up": ("followup",),
    "on file": ("on file", "on record"),
    "under negotiation": ("under negotiation", "in negotiation", "under discussion", "in preparation", "under review",
                          "under consideration"),
    "on site": ("onsite",),
    "on board": ("onboard",  "on board"),
    "vice president": ("vp",),
    "in case": ("in case of",),
    "because of": ("owing to", "due to"),
    "instead of": ("in place of", "rather than"),
    "like": ("the same way as", "in the same way as"),
}  # fmt: skip
"""Phrases that mean what a word does, which is looked up in the near synonyms again; verbs in any form."""

MARKS: Mapping[str, tuple[str, ...]] = {
    "bound ≥": ("at least", "no fewer than", "not fewer than", "no less than", "not less than", "a minimum of",
                "minimum of", "at a minimum", "at the least", "≥", "> =", "not under", "not below"),
    "bound ≤": ("at most", "no more than", "not more than", "up to", "a maximum of", "maximum of", "at maximum",
                "at the most", "≤", "not above", "not over", "not exceeding", "does not exceed", "up to a maximum of"),
    "bound ≥ behind": ("or more", "and more", "or above", "and above", "or over", "and over", "or higher", "+",
                       "or greater", "and up", "or upwards", "or longer"),
    "bound ≤ behind": ("or less", "or fewer", "or below", "or lower", "or under", "and less", "or shorter",
                       "and below"),
    "bound >": ("more than", "greater than", "higher than", "larger than", "longer than", "in excess of", ">",
                "older than"),
    "bound <": ("less than", "fewer than", "lower than", "smaller than", "shorter than", "<", "younger than"),
    "deadline by": ("no later than", "not later than", "at the latest by", "by the latest", "latest by",
                    "by no later than"),
    "time before": ("before", "prior to", "ahead of", "in advance of"),
    "time after": ("after", "subsequent to", "following on", "once"),
    "time not before": ("not before", "no earlier than", "not earlier than", "not until"),
    "time until": ("until", "till", "up until"),
    "time within": ("within", "inside of", "in the space of"),
    "time since": ("since",),
    "time during": ("during", "in the course of"),
    "with without": ("without", "with no", "w o"),
    "scope only": ("only", "solely", "exclusively", "merely", "nothing but", "no one but"),
    "scope all": ("all", "all of", "every", "each", "each of", "every one of", "each one of", "every single"),
    "scope any": ("any", "any of"),
    "scope both": ("both", "both of"),
    "scope either": ("either", "either of", "one or the other of", "one of the two", "one of both"),
    "scope one of": ("one of",),
    "scope some": ("some", "some of", "several", "a few", "a number of", "various", "a couple of"),
    "scope most": ("most of", "the majority of"),
    "scope part": ("part of", "a part of", "parts of", "partly", "partially", "in part"),
    "joint and": ("and", "&", "as well as", "and also", "plus", "along with", "together with"),
    "joint or": ("or", "and or"),
    "negation not": ("not", "no", "not any", "none of", "in no way", "not at all"),
    "negation no longer": ("no longer", "not any longer", "not any more", "no more"),
    "negation not yet": ("not yet",),
    "negation never": ("never", "not ever", "not once", "at no time", "under no circumstances"),
    "negation nobody": ("nobody", "no one", "noone", "not anybody", "not anyone"),
    "negation nothing": ("nothing", "not anything"),
    "negation neither": ("neither", "nor", "neither of", "none"),
    "negation hardly": ("hardly", "scarcely", "barely"),
    "often rarely": ("rarely", "seldom"),
    "exception except": ("except", "except for", "apart from", "other than", "save for", "with the exception of",
                         "excluding", "not including", "excl", "but for"),
    "exception including": ("including", "incl", "inclusive of"),
    "condition unless": ("unless", "if not", "except if"),
    "condition if": ("if", "provided that", "as long as", "on condition that", "in the event that", "in case"),
    "condition even if": ("even if", "even though", "regardless of", "regardless whether"),
    "order first": ("at first",),
    "often always": ("always", "at all times", "every time", "each time", "in every case", "in each case",
                     "without exception"),
    "often sometimes": ("sometimes", "at times", "now and then", "occasionally", "from time to time"),
    "duty must": ("must", "have to", "need to", "be required to", "shall", "be obliged to", "be to", "have got to"),
    "duty may": ("may", "be allowed to", "be free to", "be permitted to", "be entitled to", "might"),
    "duty can": ("can", "be able to", "be in a position to", "could", "be capable of"),
    "duty should": ("should", "ought to", "be supposed to", "be expected to"),
    "duty must not": ("must not", "may not", "shall not", "be not allowed to", "be not permitted to", "never may",
                      "be not entitled to", "be forbidden to"),
    "duty need not": ("need not", "do not need to", "do not have to", "be not required to", "be not obliged to"),
    "duty optional": ("optional", "voluntary", "optionally"),
    "duty mandatory": ("mandatory", "compulsory", "obligatory", "required"),
    "plan will": ("will", "be going to"),
    "plan would": ("would",),
    "plan plan": ("plan to", "intend to", "aim to", "mean to", "be planning to", "be planned", "be about to",
                  "be to be", "have the intention to", "plan on", "be scheduled to"),
    "plan promise": ("promise to", "pledge to", "undertake to"),
    "plan hope": ("hope to", "want to", "wish to", "would like to", "be keen to"),
    "plan try": ("try to", "attempt to", "seek to"),
    "plan asked": ("be asked to", "be invited to", "be told to", "be requested to", "be urged to"),
    "plan willing": ("be willing to", "be ready to", "be prepared to"),
    "plan consider": ("consider", "think about", "think of", "contemplate", "weigh"),
    "plan pending": ("be waiting to", "have yet to", "be still to", "be yet to"),
}  # fmt: skip
"""Phrases that turn or limit a sentence: what sort of mark, then which; verbs in any form."""

FILLERS = (
    "the fact that", "in order to", "as such", "of course", "in fact", "there be", "in total", "so that", "the", "a",
    "an", "that", "which", "who", "already", "their own", "its own", "your own", "our own", "their", "its", "his",
    "her", "please", "really", "actually", "simply", "do", "whether or not", "whole of",
)  # fmt: skip
"""What says nothing by itself."""

PREPOSITIONS = word_set(
    "of for in on at to from by with about into onto over under above below between through via against towards toward "
    "as than upon per behind beside near across among"
)


@cache
def by_first_word() -> Mapping[str, tuple[tuple[tuple[str, ...], str, Sort], ...]]:
    """The phrases by their first word, the longest first: their words, what they mean, and what that is."""
    found: dict[str, list[tuple[tuple[str, ...], str, Sort]]] = {}
    tables = ((WORDS, Sort.WORD), (MARKS, Sort.MARK))
    rows = [(phrase, key, sort) for table, sort in tables for key, phrases in table.items() for phrase in phrases]
    for phrase, key, sort in (*rows, *((each, each, Sort.FILLER) for each in FILLERS)):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, key, sort))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}
