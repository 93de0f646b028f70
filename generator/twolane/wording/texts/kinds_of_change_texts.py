"""The reference of kinds of change, in words for readers."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.tables import Table


class KindsOfChangeTexts(Table):
    """The reference of kinds of change."""

    kinds_label: str = "Changes and levels"
    kinds_title: str = "Changes and their levels"
    kinds_description: str = "Every kind of change between two versions, how much it matters, to whom, and why"
    kinds_lead: str = (
        "When a playbook changes, each change is told by itself: what it means, how much it matters, and to whom. "
        "The highest level among them is the one that the next version needs."
    )
    kinds_levels: str = "Levels"
    kinds_level: str = "Level"
    kinds_means: str = "What it means"
    kinds_change: str = "Change"
    kinds_says: str = "What is said of it"
    kinds_audiences: str = "Whom a change concerns"
    kinds_concerns: str = "Whom it concerns"
    kinds_only_flow: str = "A change may be major only because of deals under way. {witness}"
    kinds_witness: str = (
        "Where the change harms no deal that is under way, it counts as minor; the smallest example of a deal that it "
        "does harm is told with it."
    )
    kinds_anything: str = "Anything"
    audience_names: Choices[str] = Choices(
        flow="Deals under way",
        system="The CRM and reports",
        measure="Figures",
        links="Addresses",
        wording="Readers",
    )
    """Whom a change may concern."""
    audience_meanings: Choices[Choices[str]] = Choices(
        flow=Choices(
            major="a deal is held where it could go on, or goes on without what others had to meet",
            minor="people work differently, and no deal under way is held",
        ),
        system=Choices(
            major="what they key on is gone or means something else",
            minor="they may have to follow, and nothing that they key on is lost without a word",
        ),
        measure=Choices(
            major="those from before and after cannot be compared",
            minor="they are looked at differently, and still compare with those from before",
        ),
        links=Choices(
            major="a published address leads nowhere any more",
            minor="something is found elsewhere, or by other people",
        ),
        wording=Choices(
            minor="there is something new to know, or something less",
            patch="the same is said in other words or in another order",
        ),
    )
    """What a level means to an audience; others do not arise."""
