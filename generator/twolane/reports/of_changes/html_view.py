"""What the page of changes shows, as frozen values for its template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from twolane.changes.accepted_changes import entry as approval
from twolane.changes.change import Change, Comparison
from twolane.changes.word_diff import Mark as Differing
from twolane.changes.word_diff import Piece, apart, differing, new_side, old_side
from twolane.judgement.advice import advice
from twolane.judgement.change_verdict import verdict, whom, with_ids
from twolane.judgement.grouping import Section, Shelf, Told, readers, sections
from twolane.judgement.names_by_id import process_name, role_name, role_names, shows_words, versions
from twolane.judgement.needed_versions import Needed, needed
from twolane.judgement.to_do import decisions, have_read
from twolane.judgement.weight import Weight, told_of_deals, weight
from twolane.judgement.why_it_counts import shown_by
from twolane.mermaid.changed_stages import Mark, Stop, stops
from twolane.reports.of_changes.acceptance import acceptances, beside, by_acceptance
from twolane.reports.of_changes.before import gone
from twolane.reports.of_changes.bounds import shown_changes
from twolane.reports.of_changes.markdown_head import in_counts
from twolane.reports.of_changes.set_levels import set_level
from twolane.reports.of_changes.ticks_opened import ticks_opened

_LOOKS = {
    Weight.BREAK: "bad",
    Weight.ACCEPTED: "quiet",
    Weight.DOUBT: "watch",
    Weight.READ: "watch",
    Weight.NOTE: "quiet",
    Weight.WORDING: "quiet",
}


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a text: as it is, or inside ``tag`` (``del``, ``ins``, ``code``)."""

    tag: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One change, or several that say the same. ``old`` and ``new`` are empty where the sentence holds the words,
    ``where`` is a place of a file; ``proven`` tells whether ``deals`` has a witness in it.
    """

    id: str
    number: int
    weight: str
    look: str
    sentence: tuple[Words, ...]
    old: tuple[Words, ...]
    new: tuple[Words, ...]
    gone: str
    deals: str
    proven: bool
    advice: tuple[tuple[Words, ...], ...]
    replacement: str
    approved: tuple[str, ...]
    to_accept: tuple[tuple[str, str], ...]
    roles: tuple[str, ...]
    where: str
    related: tuple[tuple[str, tuple[Words, ...]], ...]
    kind: str
    processes: str = ""
    """The processes that it stands in, where there are several."""
    why: tuple[str, ...] = ()
    """What in a text shows that it says something else."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A group of changes below a heading of its own."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What asks the same of a reader, under a heading; ``rows`` are new ids in place of entries."""

    id: str
    name: str
    groups: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    also: tuple[str, ...] = ()
    """What else is different with new ids."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The stages of a process in which something changed."""

    name: str
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """A role that must read again: its name, how much of which weight, and the entries, the heaviest first."""

    name: str
    much: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The whole page; ``look`` is that of the verdict."""

    verdict: str
    look: str
    acceptances: tuple[str, ...]
    whom: str
    compared: str
    notes: tuple[str, ...]
    decisions: tuple[str, ...]
    processes: tuple[Needed, ...]
    deals: tuple[Entry, ...]
    ticks: tuple[str, ...]
    parts: tuple[Part, ...]
    readers: tuple[Reader, ...]
    have_read: str
    drawn: tuple[Drawn, ...]
    rest: str = ""
    """How many changes more there are than the page shows; empty for none."""


def view(comparison: Comparison) -> View:
    """What the page shows of a comparison."""
    few = shown_changes(comparison)
    whole, comparison = comparison, replace(comparison, changes=few.changes)
    found = sections(comparison)
    told = [each for section in found if section.shelf is not Shelf.RENAMES for each in section.told]
    above = acceptances(whole)
    entries = {id(each): _entry(at, each, comparison, above) for at, each in enumerate(told, 1)}
    of_changes = {id(change): entries[id(each)] for each in told for change in each.changes}
    return View(
        verdict(whole),
        _look(whole),
        above,
        whom(whole),
        versions(whole),
        whole.notes,
        decisions(whole),
        needed(whole),
        tuple(entries[id(each)] for each in told if entries[id(each)].proven),
        tuple(ticks_opened(whole)),
        tuple(_part(at, each, comparison, entries) for at, each in enumerate(found, 1)),
        tuple(_reader(comparison, role, changes, of_changes) for role, changes in readers(comparison)),
        have_read(whole),
        tuple(_drawn(comparison)),
        few.rest,
    )


def _look(comparison: Comparison) -> str:
    """The look of the verdict, which is good only where nothing but wording changed and all could be read."""
    worst = max(map(weight, comparison.changes), default=Weight.WORDING)
    if worst is not Weight.BREAK and comparison.incomplete:
        return "watch"
    return "good" if worst is Weight.WORDING else "watch" if worst is Weight.NOTE else _LOOKS[worst]


def _part(at: int, section: Section, comparison: Comparison, entries: Mapping[int, Entry]) -> Part:
    name = section.shelf.value
    if section.shelf is Shelf.RENAMES:
        also = with_ids(each for told in section.told for each in told.changes)
        return Part(f"part-{at}", name, (), tuple(_ids(comparison, section.told)), also)
    groups = tuple(Heading(each.title, tuple(entries[id(one)] for one in each.told)) for each in section.groups)
    return Part(f"part-{at}", name, groups)


def _ids(comparison: Comparison, told: Iterable[Told]) -> Iterator[tuple[str, ...]]:
    for change in (each for one in told for each in one.changes):
        process = process_name(comparison, change.process) if change.process else ""
        yield (process, change.kind.entity, change.name, change.old, change.new)


def _drawn(comparison: Comparison) -> Iterator[Drawn]:
    for each in needed(comparison):
        row = stops(comparison, each.id)
        if any(stop.items or stop.mark is not Mark.SAME for stop in row):
            yield Drawn(each.name, tuple(row))


def _reader(comparison: Comparison, role: str, changes: tuple[Change, ...], entries: Mapping[int, Entry]) -> Reader:
    listed = {each.id: each for each in (entries[id(one)] for one in changes if id(one) in entries)}
    return Reader(role_name(comparison, role), in_counts(changes), tuple(listed.values()))


def _entry(number: int, told: Told, comparison: Comparison, above: tuple[str, ...]) -> Entry:
    change = told.first
    pieces = differing(change.old, change.new) if shows_words(change) else ()
    heavy, several = weight(change), len(told.processes) > 1
    deals = dict.fromkeys(told_of_deals(each) for each in told.changes)
    return Entry(
        f"change-{number}",
        number,
        heavy.word,
        _LOOKS[heavy],
        _coded(change.sentence),
        tuple(each for piece in old_side(pieces) for each in _marked(piece)),
        tuple(each for piece in new_side(pieces) for each in _marked(piece)) if change.new else (),
        gone(change, comparison),
        " ".join(filter(None, deals)),
        change.witness is not None,
        tuple(_coded(each) for each in advice(change)),
        change.replacement,
        beside(change, comparison, above),
        tuple(_entries(told, comparison)),
        role_names(comparison, told.roles),
        ", ".join(str(each.place) for each in told.changes),
        tuple((str(each.place), _coded(each.message)) for each in change.related),
        f"{change.kind.code} {change.kind.slug}, {set_level(change) or change.level.word}",
        ", ".join(process_name(comparison, id) for id in told.processes) if several else "",
        shown_by(change, comparison),
    )


def _entries(told: Told, comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Where what accepts it goes and who may, with what to paste there."""
    for how, changes in by_acceptance(told, comparison).items():
        yield how, "\n".join(map(approval, changes))


def _marked(piece: Piece) -> tuple[Words, ...]:
    """A piece with its mark; the space around the words stays outside."""
    if piece.mark is Differing.SAME:
        return (Words("", piece.text),)
    before, words, after = apart(piece.text)
    tag = "del" if piece.mark is Differing.OLD else "ins"
    return tuple(each for each in (Words("", before), Words(tag, words), Words("", after)) if each.text)


def _coded(sentence: str) -> tuple[Words, ...]:
    """A sentence of ours, in which what stands between backticks is code; a backtick alone is one of the letters."""
    parts = sentence.split("`")
    if len(parts) % 2 == 0:
        return (Words("", sentence),)
    return tuple(Words("code" if at % 2 else "", part) for at, part in enumerate(parts) if part)
