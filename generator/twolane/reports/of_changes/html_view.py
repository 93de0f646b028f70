"""What the page of changes shows, as frozen values for its template."""

from __future__ import annotations

from dataclasses import dataclass, replace

from twolane.changes.accepted_changes import entry as approval
from twolane.changes.change import Change, Comparison
from twolane.changes.word_diff import Mark, Piece, apart, differing, new_side, old_side
from twolane.mermaid.changed_stages import Mark as Drawn
from twolane.mermaid.changed_stages import Stop, stops
from twolane.reports.of_changes.acceptance import acceptances, accepted, asked, to_accept
from twolane.reports.of_changes.advice import advice, decisions
from twolane.reports.of_changes.before import gone
from twolane.reports.of_changes.bounds import shown_changes
from twolane.reports.of_changes.change_verdict import Needed, needed, verdict, whom
from twolane.reports.of_changes.grouping import Section, readers, sections
from twolane.reports.of_changes.names_by_id import role_name, role_names, says_it_all, versions
from twolane.reports.of_changes.set_levels import set_level
from twolane.reports.of_changes.weight import Weight, told_of_deals, weight

_LOOKS = {
    Weight.BREAK: "bad",
    Weight.ACCEPTED: "quiet",
    Weight.DOUBT: "watch",
    Weight.SAFE: "good",
    Weight.WORDING: "quiet",
}


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a text: as it is, or inside ``tag`` (``del``, ``ins``, ``code``)."""

    tag: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One change. ``old`` and ``new`` are empty where the sentence holds the words, ``where`` is a place of a file;
    ``proven`` tells whether ``deals`` has a witness in it.
    """

    id: str
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
    to_accept: str
    approval: str
    roles: tuple[str, ...]
    where: str
    related: tuple[tuple[str, tuple[Words, ...]], ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A group of changes below a heading of its own."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One process, or what all of them share; ``stops`` are its stages where something in them changed."""

    id: str
    name: str
    groups: tuple[Heading, ...]
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """A role that must read again: its name, and the entries by their ids, the heaviest first."""

    name: str
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
    parts: tuple[Part, ...]
    readers: tuple[Reader, ...]
    rest: str = ""
    """How many changes more there are than the page shows; empty for none."""
    incomplete: bool = False
    """Whether a part of either version could not be read."""


def view(comparison: Comparison) -> View:
    """What the page shows of a comparison."""
    few = shown_changes(comparison)
    ordered, whole = few.changes, comparison
    comparison = replace(comparison, changes=ordered)
    entries = {id(each): _entry(f"change-{at}", each, comparison) for at, each in enumerate(ordered, 1)}
    worst = weight(ordered[0]) if ordered else Weight.SAFE
    look = _LOOKS[worst] if worst is not Weight.WORDING else "good"
    return View(
        verdict(whole),
        _LOOKS[Weight.DOUBT] if whole.incomplete and worst is not Weight.BREAK else look,
        acceptances(whole),
        whom(whole),
        versions(whole),
        whole.notes,
        decisions(whole),
        needed(whole),
        tuple(entries[id(each)] for each in ordered if told_of_deals(each)),
        tuple(_part(at, each, comparison, entries) for at, each in enumerate(sections(comparison), 1)),
        tuple(
            Reader(role_name(comparison, role), tuple(entries[id(each)] for each in changes))
            for role, changes in readers(comparison)
        ),
        few.rest,
        whole.incomplete,
    )


def _part(at: int, section: Section, comparison: Comparison, entries: dict[int, Entry]) -> Part:
    groups = tuple(Heading(each.title, tuple(entries[id(one)] for one in each.changes)) for each in section.groups)
    row = stops(comparison, section.id) if section.id else ()
    drawn = row if any(stop.items or stop.mark is not Drawn.SAME for stop in row) else ()
    return Part(f"part-{at}", section.name, groups, drawn)


def _entry(id: str, change: Change, comparison: Comparison) -> Entry:
    pieces = () if says_it_all(change) else differing(change.old, change.new)
    heavy, how = weight(change), to_accept(change, comparison)
    return Entry(
        id,
        heavy.word,
        _LOOKS[heavy],
        _coded(change.sentence),
        tuple(each for piece in old_side(pieces) for each in _marked(piece)),
        tuple(each for piece in new_side(pieces) for each in _marked(piece)) if change.new else (),
        gone(change, comparison),
        told_of_deals(change),
        change.witness is not None,
        tuple(_coded(each) for each in advice(change)),
        change.replacement,
        tuple(filter(None, (accepted(change, comparison), asked(change, comparison)))),
        how,
        approval(change) if how else "",
        role_names(comparison, change.roles),
        str(change.place),
        tuple((str(each.place), _coded(each.message)) for each in change.related),
        f"{change.kind.code} {change.kind.slug}, {set_level(change) or change.level.word}",
    )


def _marked(piece: Piece) -> tuple[Words, ...]:
    """A piece with its mark; the space around the words stays outside."""
    if piece.mark is Mark.SAME:
        return (Words("", piece.text),)
    before, words, after = apart(piece.text)
    tag = "del" if piece.mark is Mark.OLD else "ins"
    return tuple(each for each in (Words("", before), Words(tag, words), Words("", after)) if each.text)


def _coded(sentence: str) -> tuple[Words, ...]:
    """A sentence of ours, in which what stands between backticks is code; a backtick alone is one of the letters."""
    parts = sentence.split("`")
    if len(parts) % 2 == 0:
        return (Words("", sentence),)
    return tuple(Words("code" if at % 2 else "", part) for at, part in enumerate(parts) if part)
