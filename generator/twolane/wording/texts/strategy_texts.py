"""Strategy against process, in words for readers."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.tables import Table


class StrategyTexts(Table):
    """Strategy against process."""

    what_we_want: str = "What we want"
    how_we_work: str = "How we work"
    strategy_side: str = "Strategy"
    process_side: str = "Process"
    trace: str = "From goal to work"
    executed_by: str = "Worked on in"
    measured_by: str = "Measured by"
    by_when: str = "By"
    gaps: str = "What has no counterpart"
    no_gaps: str = "Every goal is worked on and measured, and every process works towards a goal."
    gap_goal_unexecuted: str = "no process works towards it"
    gap_goal_unmeasured: str = "no metric measures it"
    gap_process_adrift: str = "works towards no goal"
    swot_gaps: Choices[str] = Choices(
        weaknesses="a weakness that nothing answers", threats="a threat that nothing answers"
    )
    story: str = "Our story"
    story_internal: str = "As we tell it inside"
    story_external: str = "As customers hear it"
    swot: str = "Where we stand"
    swot_quarters: Choices[str] = Choices(
        strengths="Strengths", weaknesses="Weaknesses", opportunities="Opportunities", threats="Threats"
    )
    answered_by: str = "Answered by"
    segments: str = "Segments"
    capacity: str = "Share of our selling time"
    requirements: str = "What they must have"
    our_answer: str = "What of us meets it"
    processes_for: str = "Processes for them"
    financials: str = "Figures"
    figure: str = "What"
    value_of_figure: str = "Figure"
    period: str = "Period"
    figure_source: str = "Source"
    departments: str = "Departments we work with"
    department: str = "Department"
    gives: str = "Gives us"
    wants: str = "Needs from us"
