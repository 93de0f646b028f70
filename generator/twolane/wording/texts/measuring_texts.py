"""How alignment is measured, in words and in symbols."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.tables import Table


class MeasuringTexts(Table):
    """How alignment is measured; ``…`` between backticks is code."""

    measuring_lead: str = (
        "Alignment says how far the way we sell mirrors the way they buy. Six measures count single checks, "
        "each of which holds or does not: *n of m*. Nothing is estimated, and no check counts more than "
        "another."
    )
    measuring_checks: Choices[str] = Choices(
        coverage=(
            "A check for each step of the buyer. It holds where a step of ours serves it. Where all that the "
            "buyer wants there is space, it also holds while nobody reaches out in that time; where the buyer "
            "wants nothing of us, also while we work or decide for ourselves in a stage for that step."
        ),
        value=(
            "A check for each need of the buyer. It holds where a step of ours delivers it. A need for space "
            "is kept where no step that reaches out has any of its time in it; to touch it is no fault. A "
            "step reaches out when it serves or delivers anything, other than by delivering nothing but "
            "space. What the same step of the buyer asks for is no disturbance, nor what another one asks for "
            "in that very time, nor what is for other people in a track beside it."
        ),
        timing=(
            "A check for each delivery of something other than space, where both sides have a time. It holds "
            "where our step and the need have a moment in common; else the delivery is late or early by the "
            "gap."
        ),
        order=(
            "A check for each two steps of ours where everything that one serves is known to come before "
            "everything that the other serves. It holds where they stand in that order with us, too. A step of "
            "the buyer is known to come before another where it is over when the other begins, or where `go` "
            "leads from its decision to the other. What runs at once has no order, and may be served in any. "
            "What the buyer wants at a time of its own is compared by that time, too."
        ),
        ends=(
            "Two checks, where the times are known. Our first step must begin before the buyer's first step "
            "is over, and our last step must not end before the buyer's last step begins. Steps at which the "
            "buyer wants nothing but space are passed over. Of several that begin together the longest is the "
            "first; of several that end together, it is the last."
        ),
        focus=(
            "A check for each step of ours that is neither internal nor a gate. It holds where the step serves "
            "a step of the buyer. What we do and decide for ourselves may be needed, and says so by its `kind`."
        ),
    )
    """Of each measure what is checked, and when a check holds."""
    measuring_formulas: Choices[tuple[str, ...]] = Choices(
        coverage=(
            "b ∈ B holds ⇔ some s ∈ S with b ∈ serves(s)",
            "or N(b) ≠ ∅, and every n ∈ N(b) is a need for space that is kept",
        ),
        value=(
            "n ∈ N holds ⇔ some s ∈ S with n ∈ delivers(s)",
            "n for space holds ⇔ no s ∈ S reaches out unasked with begin(s) < until(n) and from(n) < end(s)",
        ),
        timing=(
            "late(s, n) = max(0, begin(s) − until(n))",
            "early(s, n) = max(0, from(n) − end(s))",
            "n ∈ delivers(s) holds ⇔ late(s, n) = early(s, n) = 0",
        ),
        order=(
            "a ≺ b ⇔ until(a) ≤ from(b) or go leads from a to b, and neither holds of b and a",
            "s before t holds ⇔ a ≺ b for all a ∈ serves(s), b ∈ serves(t)",
            "s before t fails ⇔ b ≺ a for all a ∈ serves(s), b ∈ serves(t)",
            "any other pair is not compared",
        ),
        ends=(
            "start holds ⇔ min begin(s) ≤ until(first b)",
            "end holds ⇔ max end(s) ≥ from(last b)",
        ),
        focus=("s ∈ S with kind(s) = work holds ⇔ serves(s) ≠ ∅",),
    )
    """The same in symbols."""
    measuring_definition_title: str = "The example"
    measuring_symbols_title: str = "The symbols"
    measuring_total_title: str = "The total"
    measuring_times_title: str = "Times that nobody gives"
    measuring_source_title: str = "Where it comes from"
    measuring_definition: str = (
        "A company buys bicycles for its people, and we sell them badly enough that every measure has "
        "something to say. What follows was computed from this definition by the same program that made this "
        "page."
    )
    measuring_symbols: tuple[str, ...] = (
        "**B**: the steps of the buyer, in order; **N**: their needs, **N(b)**: those of one step.",
        (
            "**S**: our steps, in order; **serves(s)**: the steps of the buyer that one of them serves; "
            "**delivers(s)**: the needs that it delivers."
        ),
        "**from, until**: the time of a need or of a step of the buyer; **begin, end**: that of a step of ours.",
    )
    measuring_times: tuple[str, ...] = (
        (
            "A need without `from` or `until` has that side of its buyer step. A step of ours without one "
            "has that side of its stage, which goes from the first to the last time that any of its steps "
            "gives."
        ),
        (
            "What has no time at all is left out of timing, order and ends, and the page of the process names it. A "
            "need for space without a time is left out where somebody reaches out at its step, since nobody "
            "can tell."
        ),
        "An id that nothing defines counts for nothing.",
    )
    measuring_in_example: str = "In the example:"
    measuring_total: str = (
        "The checks of all six measures that hold, of all that there are: in the example {held} of {of}, which is"
    )
    measuring_total_formula: str = "total = Σ held ∕ Σ checks"
    measuring_source: str = (
        "That selling should mirror buying, step by step and in its time, and that it goes wrong by another "
        "order, other times, other ends or another value than the one expected, is the thought of Gooze, "
        "“Are You Creating Customers Or Just Selling?” (2017). The formulas are ours."
    )
