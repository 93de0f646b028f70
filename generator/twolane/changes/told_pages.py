"""Says what changed on one page written by hand: that it came, went or moved, what it says of itself, its figures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from twolane.changes.all_kinds import kind
from twolane.changes.change import Change
from twolane.changes.kind import Kind, Nature
from twolane.changes.kinds.by_hand_kinds import PAGE
from twolane.changes.levels import Level
from twolane.changes.page_figures import Differing, differing, too_much
from twolane.changes.page_texts import PageText, Passage
from twolane.changes.readers import Readers
from twolane.findings import Related
from twolane.meaning.text_meaning import FigureChange
from twolane.model.role_names import role_names
from twolane.source import Place
from twolane.wording.choice_names import choice
from twolane.wording.lists import first_listed
from twolane.wording.spoken_language import translated

PAGES = "pages"
"""What the paths of such changes begin with."""
_ARROW = " → "
_FEW_FIGURES = 4
_FEW_PLACES = 10
_SHOWN = 3_000
"""Letters of what differs that are shown of a page."""


@dataclass(frozen=True)
class PageBench:
    """What is needed to judge pages: who reads in both versions, and the ``around`` at which what is gone is placed."""

    old: Readers
    new: Readers
    around: Place

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """What the roles are called."""
        return role_names(self.old.playbook.roles, self.new.playbook.roles)


@dataclass(frozen=True, slots=True)
class Pair:
    """A page of both versions; one of them is missing where it came or went."""

    old: PageText | None
    new: PageText | None

    @property
    def page(self) -> PageText:
        """The page as it is, or was."""
        page = self.new or self.old
        assert page is not None
        return page


def told(pair: Pair, looked_at: bool, bench: PageBench) -> Iterator[Change]:
    """Every change of one page; of one that is not looked at, that somebody reads it."""
    old, new = pair.old, pair.new
    if old is None or new is None:
        nature = Nature.ADDED if old is None else Nature.REMOVED
        yield _change(kind(PAGE, nature), pair, bench)
        return
    if old.path != new.path:
        yield _change(kind(PAGE, Nature.RENAMED), pair, bench, _Words(old.path, new.path))
    facts = tuple(_facts(pair, bench))
    yield from facts
    if not looked_at or old.too_long or new.too_long:
        yield from (_change(_look(), pair, bench),) if old.text != new.text else ()
        return
    found = differing(old.passages, new.passages, bench.names)
    if found or [each.key for each in old.passages] != [each.key for each in new.passages]:
        yield _of_text(pair, found, bench)
    elif old.head != new.head and not facts:
        yield _change(kind(PAGE, Nature.REWORDED), pair, bench, _Words("\n".join(old.head), "\n".join(new.head)))


@dataclass(frozen=True, slots=True)
class _Words:
    """What a change says: both values, those that are in the sentence where they are others, and where it stands."""

    old: str = ""
    new: str = ""
    said: tuple[str, str] | None = None
    place: Place | None = None
    before: Place | None = None
    related: tuple[Related, ...] = ()


_NO_WORDS = _Words()


def _facts(pair: Pair, bench: PageBench) -> Iterator[Change]:
    """What a page says otherwise of itself: for whom it is, who answers for it, and how things stand with it."""
    old, new = pair.old, pair.new
    assert old is not None
    assert new is not None
    if old.audience != new.audience and "" not in (*old.audience, *new.audience):
        words = _Words(", ".join(old.audience), ", ".join(new.audience))
        yield _change(kind(PAGE, Nature.CHANGED, "audience"), pair, bench, words)
    if old.facts.owner != new.facts.owner:
        words = _Words(_role(old.facts.owner, bench), _role(new.facts.owner, bench))
        yield _change(kind(PAGE, Nature.CHANGED, "owner"), pair, bench, words)
    if old.facts.status != new.facts.status:
        words = _Words(choice(old.facts.status), choice(new.facts.status))
        yield _change(kind(PAGE, Nature.CHANGED, "status"), pair, bench, words)


def _role(id: str | None, bench: PageBench) -> str:
    role = bench.new.playbook.role.get(id or "") or bench.old.playbook.role.get(id or "")
    return role.name if role else id or ""


def _look() -> Kind:
    return kind(PAGE, Nature.REWORDED, variant="look")


def _of_text(pair: Pair, found: tuple[Differing, ...], bench: PageBench) -> Change:
    """The one change that the words of a page are: of its figures where any is another one."""
    if too_much(found):
        return _change(_look(), pair, bench)
    telling = [each for each in found if each.figures]
    ordered = [*telling, *(each for each in found if not each.figures)]
    first = ordered[0] if ordered else Differing((), ())
    words = _Words(
        _shown(each for one in ordered for each in one.old),
        _shown(each for one in ordered for each in one.new),
        place=pair.page.place(_at(first, pair)),
        before=pair.old.place(next(iter(first.old), None)) if pair.old else None,
    )
    if not telling:
        return _change(kind(PAGE, Nature.REWORDED), pair, bench, words)
    changed = kind(PAGE, Nature.REWORDED, variant="figure")
    figures = dict.fromkeys(figure for each in telling for figure in each.figures)
    # The sentence has one arrow of its own, which is the last of all that are listed.
    before, _, after = _arrows(figures, changed).rpartition(_ARROW)
    words = replace(words, said=(before, after), related=tuple(_places(telling[1:], pair, changed)))
    return _change(changed, pair, bench, words)


def _at(found: Differing, pair: Pair) -> Passage | None:
    """Where it stands in the new version; of what is gone, what is in its place now."""
    if found.new or not found.old or pair.new is None:
        return next(iter(found.new), None)
    line = found.old[0].first
    return min(pair.new.passages, key=lambda each: (abs(each.first - line), each.first), default=None)


def _places(telling: Iterable[Differing], pair: Pair, of: Kind) -> Iterator[Related]:
    """Where the further figures stand."""
    for each in list(telling)[:_FEW_PLACES]:
        yield Related(pair.page.place(_at(each, pair)), _arrows(each.figures, of))


def _arrows(figures: Iterable[FigureChange], of: Kind) -> str:
    nothing = translated(of.nothing)
    told = (f"{each.old or nothing}{_ARROW}{each.new or nothing}" for each in figures)
    return first_listed(list(told), _FEW_FIGURES)


def _shown(passages: Iterable[Passage]) -> str:
    """The texts of passages, as far as there is room for them."""
    text = "\n\n".join(each.text for each in passages)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()} …"


def _change(of: Kind, pair: Pair, bench: PageBench, words: _Words = _NO_WORDS) -> Change:
    page, path = pair.page, (PAGES, pair.page.path)
    nothing = translated(of.nothing)
    old, new = words.said or (words.old or nothing, words.new or nothing)
    owners = [each.facts.owner for each in (pair.new, pair.old) if each and each.facts.owner]
    return Change(
        kind=of,
        path=path,
        process="",
        name=page.name,
        where="",
        sentence=translated(of.sentence).format(name=page.name, old=old, new=new),
        place=words.place or (page.place() if pair.new else bench.around),
        level=of.level,
        before=words.before or (pair.old.place() if pair.old else None),
        field=of.field,
        old=words.old,
        new=words.new,
        related=words.related,
        roles=bench.new.reading(filter(None, owners)) if of.level > Level.PATCH else (),
        fingerprint=_fingerprint(of, path, pair, words),
        answering=tuple(dict.fromkeys(filter(None, owners))),
    )


def _fingerprint(of: Kind, path: tuple[str, ...], pair: Pair, words: _Words) -> str:
    """Of what changed and how, and of nothing that moves."""
    texts = (each.text if each else "" for each in (pair.old, pair.new))
    parts = (of.code, "/".join(path), *((words.old, words.new) if words.old or words.new else texts))
    return hashlib.sha256("\0".join(parts).encode(errors="replace")).hexdigest()[:32]
