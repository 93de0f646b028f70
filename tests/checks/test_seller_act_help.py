"""The rule about the seller's acts helps with what fits the sentence, and says nothing of what buyers do."""

from __future__ import annotations

import re

import pytest

from tests.support.playbooks import base_files, report

PROCESS = "process/new-business/process.yml"
EXIT = """        buyer: Tells us which way they chose
"""

OURS = {
    "We have a champion": "Introduces us to those who decide",
    "Champion identified": "Introduces us to those who decide",
    "We know the budget": "Tells us the budget, and who releases it",
    "Budget confirmed": "Tells us the budget, and who releases it",
    "Budget, authority and need confirmed": "Says what the problem costs, and who wants it solved",
    "Decision makers mapped": "Names who decides, and who else must agree",
    "Decision process is clear": "Writes down how they decide, and by when",
    "Timeline known": "Names the day on which it must work, and why",
    "Competitors identified": "Tells us what else they look at, and what they compare",
    "Fire risk proposal sent": "Presents our proposal to those who decide",
    "Quote for two lifts sent to the plant manager": "Tells us what the plant manager would change in our quote",
    "We sent the offer to their procurement": "Tells us what their procurement would change in our offer",
    "Live demo given": "Says what they would use it for, and who else must see it",
    "We show the demo to the planner": "Says what the planner would use it for",
    "Second call held": "Agrees to the next meeting, and names who joins",
    "Meeting with the CFO held": "Agrees to the next meeting with the CFO",
    "Discovery workshop booked": "Accepts the invitation to the workshop",
    "Discovery call completed": "Says what the problem costs, and who wants it solved",
    "Requirements gathered": "Corrects our list of requirements, and confirms it",
    "Maintenance contract sent": "Returns the contract signed",
    "NDA sent": "Returns the NDA signed",
    "We negotiate the terms": "Says in writing which terms they would sign",
    "Follow up after the fair": "Names the day on which they decide",
    "Lead qualified": "Says why they would change now, and who decides",
    "Prospect contacted": "Answers, and names who else should hear it",
    "References provided": "Talks to the reference, and tells us what they heard",
    "Trial account set up": "Says whether the trial passed, by what was agreed",
    "We close the deal": "Places the order",
    "Invoice sent": "Pays the invoice",
    "Customer onboarded": "Works without our help",
    "Discount offered": "Says what they give for the discount, such as a date",
    "Business case delivered": "Puts their own figures into the business case",
    "Minutes sent": "Corrects our minutes, and confirms it",
}
"""What companies write, and what may stand there in its place."""

THEIRS = (
    "Introduces us to the head of claims",
    "Budget released by the board",
    "Budget confirmed by the CFO",
    "Names the person who signs",
    "Sends the accident reports of three years",
    "Returns the broker's mandate signed",
    "Has our sample tested in their own laboratory",
    "Puts the bids before the building committee",
    "Tells us why they stayed with their old carrier",
    "Walks through the hall with us and the fire officer",
    "Needs confirmed in writing",
    "Champion presents our case to the works council",
    "We have a champion who presents our case to the board",
    "We have their signed order",
    "We have been given access to the test system",
    "Requirements signed off",
    "Orders the first machine",
    "Extends the maintenance by three years",
    "Accepts the date of the acceptance test",
    "Confirms budget and date",
    "Says yes and names a week",
    "Clears the supplier",
    "Trial passed",
    "Contract countersigned",
    "Publishes the notice",
)
"""What their customers do."""

HELP = re.compile(r"\n    “([^”]+)” is what we (do|know), .*?\n.*?= help: ([^\n]*)\n", re.DOTALL)


def found_in(*sentences: str) -> dict[str, tuple[str, str]]:
    """By sentence, whether we do or know it, and the help."""
    files = base_files()
    text = files[PROCESS].decode()
    assert text.count(EXIT) == 1
    more = "".join(
        f'{EXIT if not at else ""}        evidence: A note\n      - id: more-{at}\n        buyer: "{sentence}"\n'
        for at, sentence in enumerate(sentences)
    )
    files[PROCESS] = text.replace(EXIT, more).encode()
    return {said: (how, help) for said, how, help in HELP.findall(report(files) + "\n")}


def test_help_fits_the_sentence() -> None:
    """Each act of ours gets what a buyer may do after just that."""
    such = "say what the buyer does when it was worth it, such as `buyer: {}`"
    found = found_in(*OURS)
    assert {said: help for said, (_, help) in found.items()} == {
        said: such.format(example) for said, example in OURS.items()
    }


def test_acts_of_buyers_are_not_found() -> None:
    """What customers do is no act of ours, in the words of any business."""
    assert found_in(*THEIRS) == {}


@pytest.mark.parametrize(
    ("sentence", "how"),
    [("We have a champion", "know"), ("Budget confirmed", "know"), ("Proposal sent", "do"), ("Demo done", "do")],
)
def test_what_we_know_is_no_act(sentence: str, how: str) -> None:
    """What we have found out is told apart from what we do."""
    assert found_in(sentence)[sentence][0] == how


def test_what_nobody_buys_by_goes_to_the_controls() -> None:
    """For our own records nothing of the buyer's is suggested."""
    found = found_in("CRM updated", "Opportunity logged")
    assert {help for _, help in found.values()} == {
        "move it to `controls` of the stage, and say here what the buyer does"
    }
    assert list(found) == ["CRM updated", "Opportunity logged"]


def test_what_fits_nothing_is_asked_for() -> None:
    """An act that no list of ours has gets a question."""
    asks = "ask what a buyer does for whom this was worth it, and write that: who does what, and who can see it?"
    assert found_in("We calculate the freight") == {"We calculate the freight": ("do", asks)}
