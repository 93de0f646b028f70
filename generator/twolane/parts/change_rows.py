"""A change as pages show it: its sentence, old and new words, who must read again, and where it stands now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from twolane.changes.change import Change
from twolane.changes.kind import Nature
from twolane.changes.levels import Level
from twolane.changes.word_diff import Mark, Piece, differing
from twolane.judgement.weight import Weight, weight
from twolane.links.addresses import Address, Top
from twolane.links.element_links import Ref, References
from twolane.parts.places_on_pages import place_of
from twolane.wording.dates import day
from twolane.wording.spoken_language import texts

_TOLD = (Nature.TIGHTENED, Nature.LOOSENED, Nature.REORDERED, Nature.RENAMED)
"""What a sentence tells whole; old and new values beside it would only repeat it."""
LOOKS = {Level.MAJOR: "bad", Level.MINOR: "watch", Level.PATCH: "quiet"}


@dataclass(frozen=True, slots=True)
class LevelMark:
    """How much a change or a release matters: a word, what it means, and the look of its mark."""

    word: str
    means: str
    look: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change; ``words`` are the old and the new wording, where there is one, with what differs marked."""

    change: Change
    level: LevelMark
    weighs: LevelMark
    """What it asks of whoever decides, in the word of the verdict."""
    words: tuple[Piece, ...]
    place: Ref | None
    roles: tuple[Ref, ...]
    kind: Ref
    accepted: str = ""
    """Who accepted it until when, before the reason; empty where nobody did."""


@dataclass(frozen=True, slots=True)
class PageMark:
    """What a page says of changes at one of its places; ``release`` leads to the version, where there is one."""

    words: str
    rows: tuple[ChangeRow, ...]
    release: Ref | None = None


def change_row(refs: References, change: Change) -> ChangeRow:
    """A change as pages show it."""
    return ChangeRow(
        change,
        level_mark(change.level),
        weight_mark(weight(change)),
        _words(refs, change),
        place_of(refs, change),
        refs.roles(change.roles),
        Ref(change.kind.code, Address(Top.KINDS_OF_CHANGE, change.kind.code.lower())),
        _accepted(refs, change) if change.approved else "",
    )


def _accepted(refs: References, change: Change) -> str:
    if not change.approved_by or change.approved_until is None:
        return texts().changed_accepted_because
    known = refs.roles((change.approved_by,))
    role = known[0].text if known else change.approved_by
    if change.approved_until == date.max:
        return texts().changed_accepted_good.format(role=role)
    return texts().changed_accepted_until.format(role=role, day=day(change.approved_until))


def _words(refs: References, change: Change) -> tuple[Piece, ...]:
    """Both wordings, unless the sentence has said what there is to say."""
    nature = change.kind.nature
    told = change.old in change.sentence and change.new in change.sentence
    reworded = nature is Nature.REWORDED or change.kind.reading is not None
    if not reworded and (nature in _TOLD or told):
        return ()
    old, new = map(refs.prose.plain, (change.old, change.new))
    if nature in (Nature.ADDED, Nature.REMOVED) and old and new:
        return ()  # Both are whole lists; the sentence names what came or went.
    return tuple(marked_closely(differing(old, new)))


def marked_closely(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces whose marks begin and end with a word: spaces around it are the same in both wordings, to the eye."""
    for piece in pieces:
        inner = piece.text.strip()
        if piece.mark is Mark.SAME or not inner:
            yield piece
            continue
        before, _, after = piece.text.partition(inner)
        yield from (
            each for each in (Piece(Mark.SAME, before), Piece(piece.mark, inner), Piece(Mark.SAME, after)) if each.text
        )


def change_rows(refs: References, changes: Iterable[Change]) -> tuple[ChangeRow, ...]:
    """Changes as pages show them, in the order given."""
    return tuple(change_row(refs, change) for change in changes)


def level_mark(level: Level) -> LevelMark:
    """A level in words."""
    return LevelMark(texts().level_names[level.word], texts().level_meanings[level.word], LOOKS[level])


def weight_mark(weight: Weight) -> LevelMark:
    """The weight of a change in a word."""
    return LevelMark(weight.word, "", _WEIGHTS[weight])


_WEIGHTS = {
    Weight.BREAK: "bad",
    Weight.ACCEPTED: "quiet",
    Weight.DOUBT: "watch",
    Weight.READ: "watch",
    Weight.NOTE: "quiet",
    Weight.WORDING: "quiet",
}


def readers(refs: References, changes: Iterable[Change]) -> tuple[Ref, ...]:
    """Who must read again."""
    return refs.roles(dict.fromkeys(role for change in changes for role in change.roles))


def all_levels() -> tuple[LevelMark, ...]:
    """Every level in words, the highest first."""
    return tuple(level_mark(level) for level in sorted(Level, reverse=True))
