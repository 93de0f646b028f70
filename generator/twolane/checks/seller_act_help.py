"""What a buyer may do for whom an act of ours was worth it, by the words in which the act is said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from twolane.wording.spoken_language import worded


@dataclass(frozen=True, slots=True)
class Shape:
    """An act of ours, by its English ``words``, and what the buyer may do after it; ``thing`` is the word that fits.

    ``with_whom`` is said in place of it where the text names a role of the buyer's, ``alone`` where the buyer is one
    person, such as the owner of a house. ``known`` tells that it is nothing that we do, but what we know; what is
    ``ours`` is no act for a buyer, and there is nothing to suggest.
    """

    words: str
    example: str = ""
    with_whom: str = ""
    alone: str = ""
    known: bool = False
    ours: bool = False


_MET = "calls?|meetings?|demos?|demonstrations?|visits?|workshops?|sessions?|webinars?|kick-?offs?|presentations?"

SHAPES = (
    Shape(r"crm|salesforce|hubspot|pipedrive|forecast|account plan|notes?|opportunit\w+|log|logs|logged", ours=True),
    Shape(
        rf"({_MET})\b.* (?:scheduled|booked|arranged|planned|set up)|(?:schedule|book|arrange)\w*\b.* ({_MET})",
        "Accepts the invitation to the {thing}",
        "Accepts the invitation to the {thing}, with {whom}",
    ),
    Shape(r"negotiat\w+", "Says in writing which terms they would sign"),
    Shape(r"(?:close|win)s? the deal|deals? (?:closed|won)|ask for the order", "Places the order"),
    Shape(r"hand(?:s|ed)?[ -]?over", "Plans the start with those who look after them from now on"),
    Shape(r"onboard\w*|train\w*", "Works without our help"),
    Shape(r"invoices?", "Pays the invoice"),
    Shape(r"(ndas?|contracts?|agreements?|order forms?|order confirmations?)", "Returns the {thing} signed"),
    Shape(r"kick-?offs?", "Names their people, and the day on which it starts"),
    Shape(
        r"(trials?|pilots?|trial accounts?|test accounts?|test systems?|sandbox\w*|pocs?|proofs? of concept)",
        "Says whether the {thing} passed, by what was agreed",
    ),
    Shape(
        r"demos?|demoed|demonstrat\w+|solutions?|products?|capabilit\w+",
        "Says what they would use it for, and who else must see it",
        "Says what {whom} would use it for",
        "Says what they would use it for",
    ),
    Shape(r"(business cases?|rois?|value propositions?)", "Puts their own figures into the {thing}"),
    Shape(r"references?|case stud\w+", "Talks to the reference, and tells us what they heard"),
    Shape(r"requirements?", "Corrects our list of requirements, and confirms it"),
    Shape(r"discovery|needs? analys\w+", "Says what the problem costs, and who wants it solved"),
    Shape(r"needs?|pains?|pain points?", "Says what the problem costs, and who wants it solved", known=True),
    Shape(r"champions?|sponsors?|coach\w*", "Introduces us to those who decide", known=True),
    Shape(
        r"(?:decision|buying)[ -]process\w*|decision criteria",
        "Writes down how they decide, and by when",
        known=True,
    ),
    Shape(
        r"decision[ -]makers?|deciders?|stakeholders?|buying cent\w+|economic buyers?|who decides|authority",
        "Names who decides, and who else must agree",
        known=True,
    ),
    Shape(r"budgets?", "Tells us the budget, and who releases it", known=True),
    Shape(r"competit\w+", "Tells us what else they look at, and what they compare", known=True),
    Shape(r"timelines?|timing", "Names the day on which it must work, and why", known=True),
    Shape(r"fit", "Says why they would change now, and who decides", known=True),
    Shape(r"qualif\w+|scored?|bant", "Says why they would change now, and who decides"),
    Shape(r"discounts?", "Says what they give for the discount, such as a date"),
    Shape(
        r"(proposals?|offers?|quotes?|quotations?|estimates?)",
        "Presents our {thing} to those who decide",
        "Tells us what {whom} would change in our {thing}",
        "Says yes to our {thing}, or what must change in it",
    ),
    Shape(
        r"prices?|pricing|price lists?",
        "Says what the price must fit into, and who else must see it",
        alone="Says what the price must fit into",
    ),
    Shape(r"(questionnaires?|surveys?)", "Returns the {thing}, filled in"),
    Shape(r"(summar\w+|minutes|recaps?)", "Corrects our {thing}, and confirms it"),
    Shape(
        r"(brochures?|one-pagers?|data ?sheets?|benchmarks?|decks?|slides)", "Passes our {thing} on, and says to whom"
    ),
    Shape(r"invit\w+", "Accepts the invitation"),
    Shape(r"reviews?|qbrs?", "Brings their own figures to the review, and says what comes next"),
    Shape(r"upsells?|cross-sells?", "Tells us where else they would use it"),
    Shape(
        r"presentations?|pitch\w*", "Says what is still open, and who must hear it", "Says what {whom} must still hear"
    ),
    Shape(r"(workshops?|sessions?|webinars?)", "Says what they take from the {thing}, and what comes next"),
    Shape(r"visit\w*", "Shows us where the problem is, and agrees to a next step"),
    Shape(
        r"calls?|called|meet(?:s|ings?)?|met|intro\w*",
        "Agrees to the next meeting, and names who joins",
        "Agrees to the next meeting with {whom}",
        "Agrees to the next meeting",
    ),
    Shape(r"follow\w*|reminders?", "Names the day on which they decide"),
    Shape(
        r"contact\w*|reach\w*|check in|e-?mail\w*|mail\w*|messages?|voicemails?|letters?|inform\w*|brief\w*"
        r"|notif\w+|remind\w*|touch",
        "Answers, and names who else should hear it",
        alone="Answers, and names a day on which we may come",
    ),
)
"""In their order: the first that fits says more than those behind it."""

_PATTERNS = tuple((re.compile(rf"\b(?:{shape.words})\b", re.IGNORECASE), shape) for shape in SHAPES)
_TITLES = "CEO, CFO, COO, CIO, CTO, board, management, works council, procurement, purchasing"
_SHORT = frozenset(("nda", "ndas", "roi", "poc", "pocs"))
_LONGEST = 300


def shape_of(text: str) -> Shape | None:
    """The shape of an act of ours; ``None`` where its words say nothing that we know."""
    return next((shape for pattern, shape in _PATTERNS if pattern.search(text[:_LONGEST])), None)


def example_after(text: str, buyers: Iterable[str] = (), alone: bool = False) -> str:
    """What the buyer may do after an act of ours, in its own words as far as they fit; empty where nothing is known.

    ``buyers`` are the names of the buyer's roles; ``alone`` tells that there is one.
    """
    for pattern, shape in _PATTERNS:
        found = pattern.search(text[:_LONGEST])
        if found is not None:
            thing = next((group for group in found.groups() if group), "").lower()
            thing = thing.upper() if thing in _SHORT else thing
            whom = _whom(text, buyers) if shape.with_whom and not alone else ""
            example = shape.with_whom if whom else shape.alone if alone and shape.alone else shape.example
            return worded(example, thing=thing, whom=whom)
    return ""


def _whom(text: str, buyers: Iterable[str]) -> str:
    """Whom of the buyer's side the text names behind “to” or “with”, with the article that it has there."""
    names = sorted({*buyers, *_TITLES.split(", ")}, key=len, reverse=True)
    known = "|".join(
        re.escape(" ".join(name.replace("-", " ").split())).replace(r"\ ", "[ -]") for name in names if name
    )
    found = re.search(rf"\b(?:to|with) ((?:the |their )?(?:{known}))\b", text[:_LONGEST], re.IGNORECASE)
    return found[1] if found else ""
