"""The diagram as the process page shows it: both drawings, what explains them, and the same in a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.alignment.results import Alignment
from twolane.links.element_links import Ref, References
from twolane.two_lines import labels
from twolane.two_lines.picture import Picture
from twolane.two_lines.story import Story, story_of
from twolane.two_lines.tall import tall
from twolane.two_lines.wide import wide
from twolane.wording.counts import number
from twolane.wording.plurals import Plural
from twolane.wording.spans import span
from twolane.wording.spoken_language import texts


@dataclass(frozen=True, slots=True)
class NeedLine:
    """A need in a line of the table; ``met_by`` with what is to say about the time of each."""

    step: Ref
    need: Ref
    when: str
    met_by: tuple[tuple[Ref, str], ...]
    without: str


@dataclass(frozen=True, slots=True)
class TwoLines:
    """What `_partials/two_lines.svg` gets: two drawings of the same, of which a page shows one.

    ``legend`` explains each kind of mark that occurs (met, off, unmet, space, orphan); ``notes`` are sentences about
    what the picture cannot show. The rest is the table: its summary, a line per need, our steps that serve nobody,
    and a sentence for each end where one line is missing.
    """

    heading: str
    title: str
    description: str
    pictures: tuple[Picture, ...]
    caption: str
    legend: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    table_title: str
    needs: tuple[NeedLine, ...]
    orphans_say: str
    orphans: tuple[Ref, ...]
    ends: tuple[str, ...]


def two_lines(alignment: Alignment, refs: References) -> TwoLines | None:
    """The diagram of a process; nothing where neither side has a step."""
    story = story_of(alignment, refs)
    if story is None:
        return None
    process, pictures = alignment.process, (wide(story), tall(story))
    return TwoLines(
        texts().lines_heading,
        texts().lines_title.format(name=process.name),
        _description(story),
        pictures,
        labels.caption(process.time_unit, story.ordered),
        tuple((sign, texts().lines_legend[sign]) for sign in _signs(story)),
        tuple(_notes(story, pictures)),
        texts().lines_table,
        tuple(_needs(alignment, refs)),
        texts().lines_orphans,
        refs.steps(process, (check.step for check in alignment.focus.failing)),
        tuple(each.note for each in story.missing),
    )


def _description(story: Story) -> str:
    outcomes = [arrow.outcome for arrow in story.arrows]
    in_time = outcomes.count("in time") + outcomes.count("no time")
    t = texts()
    return t.lines_description.format(
        theirs=_numbered(t.lines_theirs, len(story.theirs)),
        ours=_numbered(t.lines_ours, len(story.ours)),
        met=_numbered(t.lines_met, in_time),
        off=outcomes.count("off"),
        unmet=_numbered(t.lines_unmet, outcomes.count("unmet")),
    )


def _numbered(words: Plural, value: int) -> str:
    return words.of(value).format(number=number(value))


def _signs(story: Story) -> Iterator[str]:
    """The kinds of marks that the picture has, in the order of the legend."""
    outcomes = {arrow.outcome for arrow in story.arrows}
    if outcomes & {"in time", "no time"}:
        yield "met"
    if "off" in outcomes:
        yield "off"
    if "unmet" in outcomes:
        yield "unmet"
    if outcomes & {"quiet", "disturbed"}:
        yield "space"
    if any(our.orphan for our in story.ours):
        yield "orphan"


def _notes(story: Story, pictures: tuple[Picture, ...]) -> Iterator[str]:
    if story.unsure:
        yield texts().lines_some_by_order
    if any(picture.broken for picture in pictures):
        yield texts().lines_breaks
    if any(each.extent.open for each in (*story.theirs, *(our.span for our in story.ours))):
        yield texts().lines_open_ends


def _needs(alignment: Alignment, refs: References) -> Iterator[NeedLine]:
    process = alignment.process
    late = {(each.step.id, each.need.id): each.late for each in alignment.timing.checks}
    kept = {each.need.id: each.held for each in alignment.value.checks}
    for step in process.buyer_steps:
        for need in step.needs:
            steps = () if need.kind == "space" else process.delivering(need)
            met_by = tuple(
                (refs.step(process, each), labels.timing(late.get((each.id, need.id)), process.time_unit))
                for each in steps
            )
            without = labels.quiet(kept.get(need.id, True)) if need.kind == "space" else texts().lines_not_met
            when = span(_first(need.from_, step.from_), _first(need.until, step.until), process.time_unit)
            yield NeedLine(refs.buyer_step(process, step), refs.need(process, need), when, met_by, without)


def _first(own: float | None, outer: float | None) -> float | None:
    return outer if own is None else own
