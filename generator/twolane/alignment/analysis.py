"""Compares how we sell with how the buyer buys: six measures, each *n of m* checks (P1, P2; Gooze, 2017).

- **Coverage**: a check per buyer step. It holds where a step of ours serves it; where all that it needs is space and
  each of these needs is met; or where it needs nothing, and a stage that serves it has internal steps or gates.
- **Value**: a check per need. It holds where a step of ours delivers it; a need for space where no step reaches out in
  its time. A step reaches out when it serves a buyer step or delivers something; one that delivers nothing but space
  keeps quiet. What the same buyer step asks for, or another one in that very time, is no disturbance, nor is a step
  that serves other people in a track beside it. Space without a time holds where no step that reaches out unasked
  serves its buyer step, else it is left out.
- **Timing**: a check per delivery of a need other than space, where both have a time. It holds where the time of our
  step and that of the need have a moment in common; touching is enough. Else the delivery is late by how much our
  step begins after the need is over, or early by how much it is over before the need begins.
- **Order**: a check per pair of our steps where all that one of them serves is known to come before all that the other
  serves. It holds where they stand in the same order. Of two buyer steps one is known to come first where it is over
  when the other begins, or where the ``go`` of a decision leads from it to the other. Where a step of ours delivers a
  need that has a time of its own, that time must not contradict.
- **Ends**: two checks. Our line must not begin after the buyer's first step is over, nor end before the last begins;
  buyer steps that need nothing but space do not count. Of several that begin together the longest counts as the first,
  and as the last of several that end together.
- **Focus**: a check per step of ours that is work for the buyer. It holds where it serves a buyer step. Internal steps
  and gates are for ourselves: they have no such check, no place in the order, and reach out only by what they deliver.

The total is the checks that hold of all checks; none counts more than another. The time of a need is its own, each
side that it does not give is its buyer step's; the time of a step of ours likewise, from its stage. A side that nobody
gives is open. What has no time at all is left out of timing and ends, and named. To touch is never a fault: neither
does a step that only touches the time of a delivery come late, nor does one that only touches quiet time disturb it.
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.alignment import measures, order
from twolane.alignment.lines import Lines, lines
from twolane.alignment.results import Alignment, LeftOut, Measure
from twolane.model.process import Process


def align(process: Process) -> Alignment:
    """How ``process`` fits the buyer's, whatever its status; pure, and total over everything that loading lets pass.

    The work grows with the square of the number of our steps, since each is compared with each.
    """
    both = lines(process)
    return Alignment(
        process,
        Measure("coverage", tuple(measures.coverage(both))),
        Measure("value", tuple(measures.value(both))),
        Measure("timing", tuple(measures.timing(both))),
        Measure("order", tuple(order.pairs(both))),
        Measure("ends", tuple(measures.ends(both))),
        Measure("focus", tuple(measures.focus(both))),
        tuple(measures.unwanted(both)),
        tuple(measures.disturbances(both)),
        tuple(order.misplaced(both)),
        tuple(_left_out(both)),
    )


def _left_out(both: Lines) -> Iterator[LeftOut]:
    """What gives no time for a comparison that could be made with one."""
    for wanted in both.wanted:
        if wanted.space and not measures.can_tell_quiet(both, wanted):
            yield LeftOut("value", wanted.need)
    for our in both.ours:
        if our.span is None and any(not each.space for each in our.delivers):
            yield LeftOut("timing", our.step)
    delivered = {each.number for our in both.ours for each in our.delivers if each.span is None and not each.space}
    yield from (LeftOut("timing", both.theirs[number].step) for number in sorted(delivered))
    yield from (LeftOut("order", their.step) for their in order.untimed(both))
    yield from _left_out_of_ends(both)


def _left_out_of_ends(both: Lines) -> Iterator[LeftOut]:
    buying = measures.buying(both)
    if not buying or all(our.span is None for our in both.ours):
        return
    if not measures.starts_known(buying[0]):
        yield LeftOut("ends", buying[0].step)
    if not measures.ends_known(buying[-1]) and not (len(buying) == 1 and not measures.starts_known(buying[0])):
        yield LeftOut("ends", buying[-1].step)
