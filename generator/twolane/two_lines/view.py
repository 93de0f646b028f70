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
from twolane.wording.counts import count
from twolane.wording.spans import span


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
        labels.HEADING,
        labels.title(process.name),
        _description(story),
        pictures,
        labels.caption(process.time_unit, story.ordered),
        tuple((sign, labels.LEGEND[sign]) for sign in _signs(story)),
        tuple(_notes(story, pictures)),
        labels.TABLE,
        tuple(_needs(alignment, refs)),
        labels.ORPHANS,
        refs.steps(process, (check.step for check in alignment.focus.failing)),
        tuple(f"{getattr(story, each.side)}: {each.text.lower()}." for each in story.missing),
    )


def _description(story: Story) -> str:
    outcomes = [arrow.outcome for arrow in story.arrows]
    parts = (
        (count(len(story.theirs), "step"), "of the buyer"),
        (count(len(story.ours), "step"), "of ours"),
        (count(outcomes.count("in time") + outcomes.count("no time"), "delivery", "deliveries"), "in time"),
        (str(outcomes.count("off")), "early or late"),
        (count(outcomes.count("unmet"), "need"), "that nobody meets"),
    )
    return ", ".join(" ".join(part) for part in parts) + ". The table below the picture says the same."


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
    if any(not our.serves for our in story.ours):
        yield "orphan"


def _notes(story: Story, pictures: tuple[Picture, ...]) -> Iterator[str]:
    if story.unsure:
        yield labels.SOME_BY_ORDER
    if any(picture.broken for picture in pictures):
        yield labels.BREAKS
    if any(each.extent.open for each in (*story.theirs, *(our.span for our in story.ours))):
        yield labels.OPEN_ENDS


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
            without = labels.quiet(kept.get(need.id, True)) if need.kind == "space" else labels.NOT_MET
            when = span(_first(need.from_, step.from_), _first(need.until, step.until), process.time_unit)
            yield NeedLine(refs.buyer_step(process, step), refs.need(process, need), when, met_by, without)


def _first(own: float | None, outer: float | None) -> float | None:
    return outer if own is None else own
