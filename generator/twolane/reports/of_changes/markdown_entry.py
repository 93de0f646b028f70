"""One change in Markdown: a sentence to read, and behind it words, deals, what to do, who reads again, the place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from twolane.changes.accepted_changes import entry as approval
from twolane.changes.change import Change, Comparison
from twolane.judgement.advice import advice
from twolane.judgement.grouping import Told
from twolane.judgement.names_by_id import process_name, role_name, shows_words
from twolane.judgement.weight import Weight, told_of_deals, weight
from twolane.judgement.why_it_counts import shown_by
from twolane.reports.markdown_text import escaped, escaped_with_code, fenced, in_html, in_html_with_code
from twolane.reports.of_changes.acceptance import beside, by_acceptance
from twolane.reports.of_changes.before import gone
from twolane.reports.of_changes.markdown_words import in_one_line, side_by_side
from twolane.reports.of_changes.room import folded, joined, name
from twolane.reports.of_changes.set_levels import set_level
from twolane.wording.lists import first_listed, listed

_MOST = 3
"""Places, processes and entries for approvals.yml of changes that are told as one."""


@dataclass(frozen=True, slots=True)
class Links:
    """Where names may lead: ``roles`` are addresses of pages by the id of the role, ``files`` is what stands before a
    file's path to make an address that shows its lines (``https://…/blob/main/``). Empty for no links.
    """

    roles: Mapping[str, str] = field(default_factory=dict)
    files: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """What the comment has said when it comes to an entry.

    ``deals`` are the changes, by identity, of which it was said what they do to deals; ``advised`` are the sentences
    about what to do, each with the number of the entry that has it, 0 for above all entries. ``several`` tells
    whether entries about several processes stand beside each other, so that each names its own; ``accepted`` are the
    sentences about who accepted what.
    """

    comparison: Comparison
    links: Links
    several: bool = False
    deals: frozenset[int] = frozenset()
    advised: Mapping[str, int] = field(default_factory=dict)
    accepted: tuple[str, ...] = ()


def entry(told: Told, number: int, telling: Telling) -> str:
    """The change: folded, with blank lines around what is Markdown inside; both texts in full view where it is one to
    read.
    """
    if weight(told.first) in (Weight.READ, Weight.DOUBT):
        return joined(_in_view(told, number, telling))
    # That it was accepted stands above it.
    word = "" if weight(told.first) is Weight.ACCEPTED else f" {weight(told.first).word}:"
    head = f"<b>{number}.{word}</b> {in_html_with_code(told.first.sentence)}{_named(told, telling, in_html)}"
    return joined(folded(head, _details(told, number, telling)))


def role_link(comparison: Comparison, id: str, links: Links) -> str:
    """A role's name, with a link where there is an address for it."""
    return linked(name(role_name(comparison, id)), links.roles.get(id, ""))


def linked(words: str, address: str) -> str:
    """``words``, which are Markdown, as a link; as they are where there is no address."""
    return f"[{words}](<{quote(address, safe=_ADDRESS)}>)" if address else words


_ADDRESS = "/:?#@!$&'*+,;=%-._~"
"""What an address may hold beside letters and digits; whatever would end the link is written as a number."""


def _in_view(told: Told, number: int, telling: Telling) -> Iterator[str]:
    change = told.first
    sentence = escaped_with_code(_without_texts(change))
    yield f"**{number}. {weight(change).word}:** {sentence}{_named(told, telling, escaped)}"
    yield ""
    words = tuple(side_by_side(change))
    yield from (*words, "") if words else ()
    yield from (f"- {escaped(each)}" for each in beside(told.first, telling.comparison, telling.accepted))
    yield from (f"- {label}: {text}" for label, text in _said(told, number, telling))
    yield f"- {' · '.join(text if label in _PLAIN else f'{label}: {text}' for label, text in _foot(told, telling))}"
    yield ""


def _without_texts(change: Change) -> str:
    """The sentence, without both texts where the table below it holds them."""
    if not shows_words(change) or not (change.old and change.new):
        return change.sentence
    return change.sentence.replace(f": “{change.old}” → “{change.new}”", "")


_PLAIN = ("Where", "Kind")
"""What needs no label in a line of its own."""


def _named(told: Told, telling: Telling, escape: Callable[[str], str]) -> str:
    """The processes of an entry, where the comment is about several, or the entry itself."""
    if len(told.processes) < (1 if telling.several else 2):
        return ""
    names = [name(process_name(telling.comparison, id), escape) for id in told.processes]
    return f" ({first_listed(names, _MOST)})"


def _details(told: Told, number: int, telling: Telling) -> Iterator[str]:
    yield from (f"- {escaped(each)}" for each in beside(told.first, telling.comparison, telling.accepted))
    yield from (f"- {label}: {text}" for label, text in in_one_line(told.first))
    facts = (*_said(told, number, telling), *_foot(told, telling))
    yield from (f"- {label}: {text}" for label, text in facts)
    removed = gone(told.first, telling.comparison)
    if removed:
        yield from ("", "It was written like this:", "", *fenced(removed, "yaml"))
    for text in dict.fromkeys(each.replacement for each in told.changes if each.replacement):
        yield from ("", "To paste:", "", *fenced(text, "yaml"))
    for how, changes in by_acceptance(told, telling.comparison).items():
        yield from ("", f"Or accept it as it is: {escaped(how)}.", "", *_to_paste(changes))


def _to_paste(changes: Sequence[Change]) -> Iterator[str]:
    yield from fenced("\n".join(approval(each) for each in changes[:_MOST]), "yaml")
    if len(changes) > _MOST:
        yield from ("", f"`twolane diff` writes {len(changes) - _MOST:,} more.")


def _said(told: Told, number: int, telling: Telling) -> Iterator[tuple[str, str]]:
    """Why it counts, what it does to deals, and what to do."""
    change = told.first
    yield from (("Why", escaped(each)) for each in shown_by(change, telling.comparison))
    # Of what may hold a deal, the comment says once for all changes that nobody knows one.
    if weight(change) is not Weight.DOUBT:
        said = (told_of_deals(each) for each in told.changes if id(each) not in telling.deals)
        yield from (("Deals under way", escaped(each)) for each in dict.fromkeys(said) if each)
    yield from _to_do(change, number, telling)


def _foot(told: Told, telling: Telling) -> Iterator[tuple[str, str]]:
    """Who reads again, where it stands, and what kind of change it is."""
    change, links = told.first, telling.links
    if told.roles:
        yield "Must read again", ", ".join(role_link(telling.comparison, id, links) for id in told.roles)
    yield "Where", first_listed([_place(each.place.file, each.place.line, links) for each in told.changes], _MOST)
    for each in change.related:
        # No colon behind the line: both hosts draw ":100:" as a picture.
        yield "See", f"{_place(each.place.file, each.place.line, links)} – {escaped_with_code(each.message)}"
    yield "Kind", f"{change.kind.code} {change.kind.slug} ({change.level.word})"
    if level := set_level(change):
        yield "Level", level


def _to_do(change: Change, number: int, telling: Telling) -> Iterable[tuple[str, str]]:
    """What to do, once in a comment: where another entry has it, that one is named."""
    firsts = {each: telling.advised.get(each, number) for each in advice(change)}
    yield from (("To do", escaped_with_code(each)) for each, first in firsts.items() if first == number)
    others = sorted({first for first in firsts.values() if first not in (0, number)})
    yield from (("To do", f"as for {listed(map(str, others))}"),) if others else ()


def _place(file: str, line: int, links: Links) -> str:
    address = f"{links.files}{quote(file)}#L{line}" if links.files else ""
    return linked(escaped(f"{file}:{line}"), address)
