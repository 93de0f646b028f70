"""One change in Markdown: a sentence to read, and behind it words, deals, what to do, who reads again, the place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from twolane.changes.accepted_changes import entry as approval
from twolane.changes.change import Change, Comparison
from twolane.changes.word_diff import Mark, Piece, apart, differing
from twolane.mermaid.mermaid_syntax import shortened
from twolane.reports.markdown_text import escaped, escaped_line, escaped_with_code, fenced, in_html_with_code
from twolane.reports.of_changes.acceptance import accepted, asked, to_accept
from twolane.reports.of_changes.advice import advice, of_deals
from twolane.reports.of_changes.before import gone
from twolane.reports.of_changes.names_by_id import role_name, says_it_all
from twolane.reports.of_changes.set_levels import set_level
from twolane.reports.of_changes.weight import Weight, told_of_deals, weight
from twolane.reports.visible import visible

_TAGS = {Mark.OLD: "del", Mark.NEW: "ins"}
_LONGEST_NAME = 100
_KEPT = 80
"""Characters that stay on either side of a difference, of a long text that is the same."""


@dataclass(frozen=True, slots=True)
class Links:
    """Where names may lead: ``roles`` are addresses of pages by the id of the role, ``files`` is what stands before a
    file's path to make an address that shows its lines (``https://…/blob/main/``). Empty for no links.
    """

    roles: Mapping[str, str] = field(default_factory=dict)
    files: str = ""


def entry(change: Change, comparison: Comparison, links: Links, told: bool = False) -> str:
    """The change as a block that opens, with blank lines around what is Markdown inside.

    ``told`` says that what it does to deals, and what to do for them, stands above all changes already.
    """
    lines = [
        f"<details><summary><b>{weight(change).word}:</b> {in_html_with_code(change.sentence)}</summary>",
        "",
        *_details(change, comparison, links, told),
        "",
        "</details>",
        "",
    ]
    return "\n".join(lines)


def role_link(comparison: Comparison, id: str, links: Links) -> str:
    """A role's name, with a link where there is an address for it."""
    return linked(escaped(shortened(role_name(comparison, id), _LONGEST_NAME)), links.roles.get(id, ""))


def linked(words: str, address: str) -> str:
    """``words``, which are Markdown, as a link; as they are where there is no address."""
    return f"[{words}](<{quote(address, safe=_ADDRESS)}>)" if address else words


_ADDRESS = "/:?#@!$&'*+,;=%-._~"
"""What an address may hold beside letters and digits; whatever would end the link is written as a number."""


def _details(change: Change, comparison: Comparison, links: Links, told: bool) -> Iterator[str]:
    yield from (f"- {escaped(each)}" for each in (accepted(change, comparison), asked(change, comparison)) if each)
    yield from (f"- {label}: {text}" for label, text in _facts(change, comparison, links, told))
    removed = gone(change, comparison)
    if removed:
        yield from ("", "It was written like this:", "", *fenced(removed, "yaml"))
    if change.replacement:
        yield from ("", "To paste:", "", *fenced(change.replacement, "yaml"))
    if how := to_accept(change, comparison):
        yield from ("", f"Or accept it as it is: {escaped(how)}.", "", *fenced(approval(change), "yaml"))


def _facts(change: Change, comparison: Comparison, links: Links, told: bool) -> Iterator[tuple[str, str]]:
    yield from _words(change)
    # Of what may hold a deal, the comment says once for all changes that nobody knows one.
    if not told and weight(change) is not Weight.DOUBT and (deals := told_of_deals(change)):
        yield "Deals under way", escaped(deals)
    above = of_deals(change) if told else ""
    yield from (("To do", escaped_with_code(each)) for each in advice(change) if each != above)
    if change.roles:
        yield "Must read again", ", ".join(role_link(comparison, id, links) for id in change.roles)
    yield "Where", _place(change.place.file, change.place.line, links)
    for each in change.related:
        # No colon behind the line: both hosts draw ":100:" as a picture.
        yield "See", f"{_place(each.place.file, each.place.line, links)} – {escaped_with_code(each.message)}"
    yield "Kind", f"{change.kind.code} {change.kind.slug} ({change.level.word})"
    if level := set_level(change):
        yield "Level", level


def _words(change: Change) -> Iterator[tuple[str, str]]:
    """The old and the new words with what differs marked; nothing where the sentence holds them."""
    if says_it_all(change):
        return
    pieces = differing(change.old, change.new)
    if change.old and change.new and any(each.mark is Mark.SAME for each in pieces):
        yield "Wording", "".join(map(_marked, _condensed(pieces)))
        return
    yield from ((label, escaped(text)) for label, text in (("Was", change.old), ("Now", change.new)) if text)


def _condensed(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """The pieces, with the middle of long stretches that are the same left out."""
    for at, piece in enumerate(pieces):
        first, last = at == 0, at == len(pieces) - 1
        head, tail = "" if first else piece.text[:_KEPT], "" if last else piece.text[-_KEPT:]
        if piece.mark is Mark.SAME and len(piece.text) > 2 * _KEPT + 20:
            yield Piece(Mark.SAME, f"{head} … {tail}")
        else:
            yield piece


def _marked(piece: Piece) -> str:
    before, words, after = (escaped_line(_on_one_line(each)) for each in apart(piece.text))
    tag = _TAGS.get(piece.mark)
    return f"{before}<{tag}>{words}</{tag}>{after}" if tag else before + words + after


def _on_one_line(text: str) -> str:
    """``text`` with a space for each end of a line, at its own end too, and dangerous characters shown."""
    return visible(" ".join(f"{text}|".splitlines())[:-1])


def _place(file: str, line: int, links: Links) -> str:
    address = f"{links.files}{quote(file)}#L{line}" if links.files else ""
    return linked(escaped(f"{file}:{line}"), address)
