"""The page of a process, in words for readers."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.tables import Table


class ProcessTexts(Table):
    """The page of a process."""

    segment: str = "Segment"
    time_unit: str = "Times are in"
    unit_names: Choices[str] = Choices(day="days", week="weeks", month="months")
    shape: str = "Shape"
    advances: str = "Works towards"
    mapped_with: str = "Mapped with"
    both_sides: str = "Both sides at a glance"
    diagram_title: str = "{name}: how they buy and how we sell"
    diagram_description: str = (
        "{steps} and {stages}, one column each, with a line from each stage to the steps that it serves. The "
        "tables below say the same."
    )
    diagram_caption: str = "Both columns run down. A line joins each stage to the buyer's steps that it serves."
    how_they_buy: str = "How they buy"
    how_we_sell: str = "How we sell"
    more_in: str = "What they want, fear and need at each step:"
    buyer_step: str = "Step"
    when: str = "When"
    who: str = "Who"
    decides: str = "They decide"
    we_are_in: str = "We are in"
    stage: str = "Stage"
    goal: str = "Goal"
    probability: str = "Probability"
    buyer_is_at: str = "The buyer is at"
    steps: str = "Steps"
    loops: str = "Where it starts again"
    loop_from: str = "After"
    loop_to: str = "Back to"
    loop_when: str = "When"
    process_metrics: str = "How we measure it"
    health_of: str = "What the checks found here"
