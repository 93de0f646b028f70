"""Coverage, value, timing, ends and focus: every single check, in the order of the definition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twolane.alignment import candidates
from twolane.alignment.lines import Lines, Ours, Theirs, Wanted
from twolane.alignment.mends import GoOn, KeepOut, Mend, Move, Own, Serve, Spare, Withhold
from twolane.alignment.results import Delivery, Disturbance, End, Focus, Met, Served, Unwanted
from twolane.alignment.time_spans import OPEN, ZERO, Span


def coverage(lines: Lines) -> Iterator[Served]:
    """A check for each buyer step."""
    for their in lines.theirs:
        by = tuple(our.step for our in lines.ours if their.number in our.serves)
        quiet = their.only_space and all(_is_quiet(lines, each) for each in their.wanted)
        own = () if by else lines.working_beside(their)
        mends = () if by or quiet or own else _to_serve(lines, their)
        yield Served(their.step, by or own, their.only_space, quiet, mends)


def _to_serve(lines: Lines, their: Theirs) -> tuple[Mend, ...]:
    if not their.only_space:
        return (candidates.server(lines, their),)
    return tuple(mend for wanted in their.wanted for mend in _to_keep_out(lines, wanted))


def _is_quiet(lines: Lines, wanted: Wanted) -> bool:
    """Whether nobody reaches out in the time of a need or, where it has none, at its buyer step."""
    return not lines.disturbing(wanted) if wanted.span else not lines.reaching(wanted.number)


def value(lines: Lines) -> Iterator[Met]:
    """A check for each need; space without a time is left out where somebody reaches out at its step."""
    for wanted in lines.wanted:
        step = lines.theirs[wanted.number].step
        by = lines.delivering(wanted)
        if not wanted.space:
            mends = () if by else candidates.deliverers(lines, wanted)
            yield Met(wanted.need, step, by, span=wanted.span, mends=mends)
        elif can_tell_quiet(lines, wanted):
            disturbing = tuple(our.step for our in lines.disturbing(wanted))
            yield Met(wanted.need, step, by, disturbing, wanted.span, _to_keep_out(lines, wanted))


def can_tell_quiet(lines: Lines, wanted: Wanted) -> bool:
    """Whether one can tell if a buyer who wants space gets it."""
    return wanted.span is not None or not lines.reaching(wanted.number)


def _to_keep_out(lines: Lines, wanted: Wanted) -> tuple[Mend, ...]:
    steps = tuple(our.step for our in lines.disturbing(wanted))
    return (KeepOut(steps, wanted.span),) if steps and wanted.span else ()


def disturbances(lines: Lines) -> Iterator[Disturbance]:
    """Each step that reaches out in the time of a need for space."""
    for wanted in lines.wanted:
        for our in lines.disturbing(wanted) if wanted.space else ():
            if our.span is not None and wanted.span is not None:
                by = our.span.way_out(wanted.span)
                move = (Move(our.step, by),) if candidates.may_move(lines, our, by) else ()
                mends = (*move, Spare(our.step, wanted.span))
                step = lines.theirs[wanted.number].step
                yield Disturbance(our.step, wanted.need, step, wanted.span, mends)


def timing(lines: Lines) -> Iterator[Delivery]:
    """A check for each delivery of something other than space, where both sides have a time."""
    for our in lines.ours:
        for wanted in our.delivers:
            if our.span is not None and wanted.span is not None and not wanted.space:
                yield _delivery(lines, our, our.span, wanted, wanted.span)


def _delivery(lines: Lines, our: Ours, span: Span, wanted: Wanted, window: Span) -> Delivery:
    late = span.late_for(window)
    mends: tuple[Mend, ...] = ()
    if late:
        mends = candidates.in_time(lines, our, wanted, -late)
    step = lines.theirs[wanted.number].step
    return Delivery(our.step, wanted.need, step, span, window, late, our.inherited, mends)


def ends(lines: Lines) -> Iterator[End]:
    """A check for the start and one for the end, where both lines give times.

    Our line goes from the first to the last moment of our steps. Buyer steps at which nothing but space is wanted are
    passed over.
    """
    selling, theirs = [(our.span, our) for our in lines.ours if our.span is not None], buying(lines)
    if not selling or not theirs:
        return
    if starts_known(first := first_of(theirs)):
        yield _start(lines, *min(selling, key=lambda each: each[0].begin), first)
    if ends_known(last := last_of(theirs)):
        yield _end(lines, *max(selling, key=lambda each: each[0].end), last)


def buying(lines: Lines) -> tuple[Theirs, ...]:
    """The buyer steps at which something else than space is wanted."""
    return tuple(their for their in lines.theirs if not their.only_space)


def first_of(theirs: Sequence[Theirs]) -> Theirs:
    """The buyer step that begins first; of several, the one that goes on longest. The first written, if it is open."""
    timed = [(each.span, each) for each in theirs if each.span]
    return min(timed, key=lambda each: (each[0].begin, -each[0].end))[1] if starts_known(theirs[0]) else theirs[0]


def last_of(theirs: Sequence[Theirs]) -> Theirs:
    """The buyer step that ends last; of several, the one that begins first. The last written, if it has no time."""
    timed = [(each.span, each) for each in theirs if each.span and each.step.from_ is not None]
    return max(timed, key=lambda each: (each[0].end, -each[0].begin))[1] if ends_known(theirs[-1]) else theirs[-1]


def starts_known(first: Theirs) -> bool:
    """Whether one can tell when the buyer's first step is over."""
    return first.span is not None and first.span.end != OPEN


def ends_known(last: Theirs) -> bool:
    """Whether one can tell when the buyer's last step begins."""
    return last.span is not None and last.step.from_ is not None


def _start(lines: Lines, span: Span, our: Ours, first: Theirs) -> End:
    assert first.span is not None
    gap = max(ZERO, span.late_for(Span(ZERO, first.span.end)))
    move = (Move(our.step, -gap),) if first.number in our.serves else ()
    mends = (*move, *_unless_served(lines, first)) if gap else ()
    return End("start", our.step, first.step, span.begin, first.span.end, gap, mends)


def _end(lines: Lines, span: Span, our: Ours, last: Theirs) -> End:
    assert last.span is not None
    gap = max(ZERO, -span.late_for(Span(last.span.begin, OPEN)))
    go_on = (GoOn(our.step, last.span.begin),) if last.number in our.serves else ()
    mends = (*_unless_served(lines, last), *go_on) if gap else ()
    return End("end", our.step, last.step, span.end, last.span.begin, gap, mends)


def _unless_served(lines: Lines, their: Theirs) -> tuple[Mend, ...]:
    """A new step for a buyer step to which ours come too late or too early."""
    return (Serve(their.step, None, candidates.server(lines, their).stage),)


def focus(lines: Lines) -> Iterator[Focus]:
    """A check for each step of ours but those that we do for ourselves, which need not serve anybody."""
    for our in (each for each in lines.ours if not each.step.of_the_house):
        serves = tuple(lines.theirs[number].step for number in our.serves)
        yield Focus(our.step, serves, () if serves else _to_focus(lines, our))


def _to_focus(lines: Lines, our: Ours) -> tuple[Mend, ...]:
    best = candidates.served_by(lines, our)
    own = () if our.delivers else (Own(our.step),)
    return (*own, *((Serve(best, our.step),) if best else ()))


def unwanted(lines: Lines) -> Iterator[Unwanted]:
    """Each delivery to a buyer step that the step of ours does not serve, though it serves another one."""
    for our in lines.ours:
        serves = tuple(lines.theirs[number].step for number in our.serves)
        for wanted in our.delivers if serves else ():
            if wanted.number not in our.serves:
                step = lines.theirs[wanted.number].step
                mends = (Serve(step, our.step), Withhold(our.step, wanted.need))
                yield Unwanted(our.step, wanted.need, step, serves, mends)
