"""Diagrams of Mermaid, in words for readers."""

from __future__ import annotations

from twolane.wording.plurals import Plural
from twolane.wording.tables import Table


class DiagramTexts(Table):
    """Diagrams of Mermaid."""

    exchange: str = "What they ask for and who delivers it"
    exchange_title: str = "{name}: what they ask for and who delivers it"
    exchange_description: str = "{needs} in {stages}, in the order of our steps."
    exchange_description_lost: str = "{needs} in {stages}, in the order of our steps; {lost} of them nobody delivers."
    exchange_caption: str = (
        "Stage by stage: the buyer asks, one of our steps delivers. A crossed end is a need that nobody delivers."
    )
    exchange_lost: str = "(nobody delivers it)"
    exchange_silence: str = "We leave them alone"
    exchange_nothing: str = "{stage}: delivers nothing"
    exchange_no_stage: str = "In none of our stages"
    need_count: Plural = Plural("need", "needs")
    flow: str = "All decisions at a glance"
    flow_title: str = "{name}: what the buyer decides"
    flow_description: str = (
        "{decisions} with three outcomes each: the yeses lead down, a no and no decision lead aside. Each "
        "step below says it in full."
    )
    flow_caption: str = "The way down is go. What follows from no go and from no decision stands beside it."
    decision_count: Plural = Plural("decision", "decisions")
    lanes_title: str = "{stage}: what they need, what we do, and how it ends"
    lanes_description: str = (
        "Needs of the buyer, joined to the steps of ours that deliver them, then what the buyer does when "
        "the stage is over. The lists on this page say the same."
    )
    lanes_caption: str = "What each of our steps delivers"
    lanes_silence: str = "(we leave them alone)"
    lanes_exit: str = "Over when the buyer …"
    wheel: str = "How it turns"
    wheel_title: str = "{name}: the stages and the ways back"
    wheel_description: str = "{stages} in their order, and {ways}."
    wheel_caption: str = "Whole lines lead on, dotted ones back to where it starts again."
    way_back_count: Plural = Plural("way back", "ways back")
