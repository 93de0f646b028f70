"""What an alignment found and what would mend it, in sentences; rules, reports and pages say the same ones."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.plurals import Plural
from twolane.wording.tables import Table


class StatementTexts(Table):
    """What an alignment found and what would mend it."""

    measure_names: Choices[str] = Choices(
        coverage="Coverage", value="Value", timing="Timing", order="Order", ends="Ends", focus="Focus"
    )
    measure_counts: Choices[str] = Choices(
        coverage="steps of the buyer that a step of ours serves",
        value="needs of the buyer that are met",
        timing="deliveries that come in time",
        order="pairs of our steps in the buyer's order",
        ends="where both lines begin and end",
        focus="steps of ours that serve the buyer",
    )
    """What the figure of each measure counts."""
    nothing_to_compare: str = "nothing to compare"
    left_out_of_order: Plural = Plural(
        "Left out of order, since {names} has no time: give `from` and `until`, or name the next step under `go`.",
        "Left out of order, since {names} have no times: give `from` and `until`, or name the next step under `go`.",
    )
    left_out_of_measure: Plural = Plural(
        "Left out of {measure}, since {names} has no time: give `from` and `until`.",
        "Left out of {measure}, since {names} have no time: give `from` and `until`.",
    )

    # What is wrong
    unserved: str = "no step of ours serves {step}"
    unserved_needs: str = "no step of ours serves {step}, where the buyer needs {needs}"
    quiet_broken: str = "at {step} the buyer wants nothing but to be left alone, and somebody reaches out"
    unmet: str = "no step of ours delivers {need}, which the buyer needs at {step}"
    reaches_out: Plural = Plural(
        "{steps} reaches out, when the buyer wants space: {need}",
        "{steps} reach out, when the buyer wants space: {need}",
    )
    reaches_out_then: Plural = Plural(
        "{steps} reaches out {time}, when the buyer wants space: {need}",
        "{steps} reach out {time}, when the buyer wants space: {need}",
    )
    too_late: str = "{step} comes {gap} too late for {need}: it begins in {time}, and that is needed until {limit}"
    too_late_inherited: str = (
        "{step} comes {gap} too late for {need}: it begins, by the times of its stage, in {time}, "
        "and that is needed until {limit}"
    )
    too_early: str = "{step} comes {gap} too early for {need}: it is over in {time}, and that is needed from {limit} on"
    too_early_inherited: str = (
        "{step} comes {gap} too early for {need}: it is over, by the times of its stage, in {time}, "
        "and that is needed from {limit} on"
    )
    out_of_order_before: str = "{first} comes before {second}, and for the buyer it is the other way round"
    out_of_order_behind: str = "{first} comes behind {second}, and for the buyer it is the other way round"
    late_start: str = "we begin with {step} in {time}, {gap} after the buyer's first step, {buyer_step}, is over"
    early_end: str = "we end with {step} in {time}, {gap} before the buyer's last step, {buyer_step}, begins in {limit}"
    idle: str = "{step} serves no step of the buyer"
    unwanted: str = "{step} serves {serves}, but delivers {need}, which the buyer needs at {buyer_step}"

    # What would mend it
    or_else: str = ", or "
    mend_later: str = "move {step} {time} later"
    mend_earlier: str = "move {step} {time} earlier"
    mend_serve: str = "let {step} serve {buyer_step} (add `{id}` to its `serves`)"
    mend_add_serving: str = "add a step that serves {buyer_step}"
    mend_add_serving_in: str = "add a step to the stage {stage} that serves {buyer_step}"
    mend_deliver: str = "let {step} deliver it (add `{id}` to its `delivers`)"
    mend_add_delivering: str = "add a step that delivers it"
    mend_add_delivering_in: str = "add a step to the stage {stage} that delivers it"
    mend_withhold: str = "take `{id}` out of its `delivers`"
    mend_before: str = "move {step} before {other}"
    mend_behind: str = "move {step} behind {other}"
    mend_pause: str = "let it pause {time}"
    mend_keep_out: str = "keep {steps} out of {time}"
    mend_keep_out_from: str = "keep {steps} out from {time} on"
    mend_own: str = (
        "say what {step} is: `kind: internal` for work that you do for yourselves, `kind: gate` for a decision of yours"
    )
    mend_go_on: str = "let {step} go on until {time}"

    # The verdict
    verdict_nothing: str = "There is nothing to compare yet."
    verdict_no_buyer: str = "Nobody has written down yet how they buy, so there is nothing that our steps could mirror."
    verdict_no_steps: str = "Nobody has written down yet what we do, so nothing mirrors how they buy."
    verdict_all: Plural = Plural(
        "Selling mirrors how they buy: the one check that can be made holds.",
        "Selling mirrors how they buy: all {number} checks hold.",
    )
    verdict_says: str = "Selling {clauses}."
    verdict_and_says: str = "Selling {ends}. It {shares}."
    verdict_starts: str = "starts {gap} after the buyer's first step is over"
    verdict_ends: str = "ends with {step}, {gap} before the buyer's last step begins"
    verdict_shares: Choices[str] = Choices(
        coverage="serves {held} of the buyer's {of} steps",
        value="meets {held} of their {of} needs",
        timing="brings {held} of {of} deliveries in time",
        order="keeps their order in {held} of {of} pairs of steps",
        focus="does {failing} of {of} steps for nobody",
    )
    verdict_none: Choices[str] = Choices(
        coverage="serves no step of the buyer",
        value="meets none of their needs",
        timing="brings nothing in time",
        order="keeps nothing in their order",
        focus="does everything for nobody",
    )
