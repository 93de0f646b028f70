"""Changes as the comment on a pull request: what changes for whom, whether it is safe, what to do.

GitHub and GitLab show it. The first line is a comment that nobody sees, by which it is found again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

from twolane.changes.change import Change, Comparison
from twolane.changes.levels import Level
from twolane.mermaid.change_diagram import change_diagram
from twolane.mermaid.mermaid_syntax import shortened
from twolane.reports.markdown_text import escaped, escaped_with_code
from twolane.reports.of_changes.acceptance import acceptances
from twolane.reports.of_changes.advice import decisions, of_deals
from twolane.reports.of_changes.bounds import MOST_CHANGES
from twolane.reports.of_changes.change_verdict import counted, needed, verdict, whom
from twolane.reports.of_changes.grouping import Section, readers, sections
from twolane.reports.of_changes.markdown_entry import Links, entry, role_link
from twolane.reports.of_changes.names_by_id import role_name
from twolane.reports.of_changes.weight import Weight, heaviest_first, told_of_deals, weight
from twolane.reports.style import Style, plain

MARKER = "<!-- twolane -->"
LONGEST = 60_000
"""Characters of the whole; GitHub takes 65,536."""
_MOST = 5
"""Changes that are named of those that a role must read."""
_LONGEST_NAME = 100
_MOST_ROLES = 8
_HUGE = 15_000
"""Characters of a change above which it is counted alone, so that it does not hide the lighter ones."""
_NO_LINKS = Links()


def render(comparison: Comparison, style: Style = plain, links: Links = _NO_LINKS) -> str:
    """The comment, at most ``LONGEST`` characters; what does not fit is counted, and nothing is cut inside."""
    head = _joined((*_head(comparison), *_todo(comparison)))
    deals = _joined(_deals(comparison))
    read = _joined(_readers(comparison, links))
    drawn = _joined(_drawn(comparison))
    room = LONGEST - sum(map(len, (head, deals, read, drawn))) - _REST
    told = frozenset(id(each) for each, _ in _told_of_deals(comparison))
    return head + deals + _changes(comparison, links, room, told) + read + drawn


_REST = 400
"""Characters for the sentence that counts what is left out."""


def _name(text: str) -> str:
    """A name on one line; a very long one is cut, since the room is for what changed."""
    return escaped(shortened(text, _LONGEST_NAME))


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _head(comparison: Comparison) -> Iterator[str]:
    yield from (MARKER, f"## {verdict(comparison)}", "")
    said = [f"- {escaped(each)}" for each in acceptances(comparison)]
    yield from _fitting(said, 3_000, lambda left: f"- … and {counted_more(left, 'approval', 'approvals')}.")
    yield from ("",) if said else ()
    compared = f"Compared from {_name(comparison.old_label)} to {_name(comparison.new_label)}."
    yield from (" ".join(filter(None, (whom(comparison), compared))), "")
    notes = [f"> **Note:** {escaped(each)}\n>" for each in comparison.notes]
    yield from _fitting(notes, 3_000, lambda left: f"> … and {counted_more(left, 'note', 'notes')}.")
    yield from ("",) if notes else ()


def _todo(comparison: Comparison) -> Iterator[str]:
    """What is to be done, the heaviest first: decide, raise versions, have people read."""
    if not comparison.changes and not comparison.incomplete:
        return
    yield from ("### What to do", "")
    yield from (f"- {escaped(each)}" for each in decisions(comparison))
    processes = [f"- **{_name(each.name)}** {escaped(each.sentence)}" for each in needed(comparison)]
    yield from _fitting(processes, 4_000, lambda left: f"- … and {counted_more(left, 'process', 'processes')}.")
    roles = [_name(role_name(comparison, id)) for id, _ in readers(comparison)]
    if roles:
        more = [f"{len(roles) - _MOST_ROLES:,} more"] if len(roles) > _MOST_ROLES else []
        named = ", ".join((*roles[:_MOST_ROLES], *more))
        yield f"- Have these roles read again what concerns them: {named}."
    yield ""


def counted_more(number: int, one: str, many: str) -> str:
    """``1 more note``, ``2 more notes``."""
    return f"{number:,} more {one if number == 1 else many}"


def _fitting(lines: Sequence[str], room: int, rest: Callable[[int], str]) -> Iterator[str]:
    """As many of the lines as there is room for, in characters; ``rest`` says how many more there are."""
    fits = _that_fit(lines, room)
    yield from lines[:fits]
    if fits < len(lines):
        yield rest(len(lines) - fits)


def _that_fit(lines: Iterable[str], room: int) -> int:
    """How many of the lines there is room for."""
    return sum(size <= room for size in accumulate(len(line) + 1 for line in lines))


def _deals(comparison: Comparison) -> Iterator[str]:
    """What happens to deals: each break with its proof, then what nobody can be sure of."""
    if not comparison.changes:
        return
    told, harming = _told_of_deals(comparison), _harming(comparison)
    doubts = sum(weight(each) is Weight.DOUBT for each in comparison.changes)
    yield from ("### Deals under way", "")
    if not harming and not doubts:
        yield "What changes for them is not known." if comparison.incomplete else "Nothing changes for them."
    yield from (line for _, line in told)
    if left := len(harming) - len(told):
        yield f"- … and {counted_more(left, 'such change', 'such changes')}."
    if doubts:
        yield f"- {counted(doubts, 'change')} below, marked “Look at”, may hold a deal, though none is known."
    yield ""


def _harming(comparison: Comparison) -> list[Change]:
    """The changes that are known to concern deals, the heaviest first."""
    changes = heaviest_first(comparison.changes)
    return [each for each in changes if told_of_deals(each) and weight(each) is not Weight.DOUBT]


def _told_of_deals(comparison: Comparison) -> list[tuple[Change, str]]:
    """Those of them for which there is room, each with what is said of it above all changes."""
    lines = [(each, _deal(each)) for each in _harming(comparison)]
    return lines[: _that_fit((line for _, line in lines), 9_000)]


def _deal(change: Change) -> str:
    deals = told_of_deals(change)
    sentence = escaped(deals) if change.witness else f"{escaped_with_code(change.sentence)} {escaped(deals)}"
    if weight(change) is Weight.ACCEPTED:
        return f"- {sentence} *Accepted.*"
    todo = of_deals(change)
    return f"- {sentence} *{escaped_with_code(todo)}*" if todo else f"- {sentence}"


def _changes(comparison: Comparison, links: Links, room: int, told: frozenset[int]) -> str:
    """The entries that fit, the heaviest first among them, in the order in which people think.

    ``told`` are those of which it was said above what they do to deals.
    """
    entries = {id(each): entry(each, comparison, links, id(each) in told) for each in comparison.changes}
    found = sections(comparison)
    shown = _chosen(found, comparison, entries, room)
    body = _joined(line for section in found for line in _section(section, shown, entries))
    rest = [each for each in comparison.changes if id(each) not in shown]
    return body + (_joined((_left_out(rest, len(comparison.changes) <= MOST_CHANGES), "")) if rest else "")


def _chosen(found: Iterable[Section], comparison: Comparison, entries: dict[int, str], room: int) -> frozenset[int]:
    """Which entries are shown; headings take room too, once for all that stand below them."""
    headings = {
        id(each): _headings(section, group.title)
        for section in found
        for group in section.groups
        for each in group.changes
    }
    chosen: set[int] = set()
    open_: set[str] = set()
    for change in heaviest_first(comparison.changes):
        new = [each for each in headings[id(change)] if each not in open_]
        size = len(entries[id(change)]) + 1 + sum(len(each) + 2 for each in new)
        if size > _HUGE:
            continue
        if size > room:
            break
        room -= size
        chosen.add(id(change))
        open_.update(new)
    return frozenset(chosen)


def _headings(section: Section, title: str) -> tuple[str, str]:
    """The heading of a section, and that of a group in it; no two groups share one."""
    return f"### What changes: {_name(section.name)}", f"#### {_name(title)}"


def _section(section: Section, shown: frozenset[int], entries: dict[int, str]) -> Iterator[str]:
    groups = [(group, [each for each in group.changes if id(each) in shown]) for group in section.groups]
    if not any(changes for _, changes in groups):
        return
    yield from (_headings(section, "")[0], "")
    for group, changes in groups:
        if changes:
            yield from (_headings(section, group.title)[1], "")
            yield from (entries[id(each)] for each in changes)


def _left_out(rest: Sequence[Change], whole: bool) -> str:
    counts = Counter(each.level for each in rest)
    parts = ", ".join(f"{counts[level]:,} {level.word}" for level in reversed(Level) if counts[level])
    verb = "is" if len(rest) == 1 else "are"
    shows = "all" if whole else "more"
    return f"**{counted(len(rest), 'more change')}** ({parts}) {verb} not shown here; `twolane diff` shows {shows}."


def _readers(comparison: Comparison, links: Links) -> Iterator[str]:
    found = readers(comparison)
    if not found:
        return
    yield from ("### Must read again", "", "| Role | Changes | What changed |", "| --- | ---: | --- |")
    rows = [_reader(comparison, id, changes, links) for id, changes in found]
    yield from _fitting(rows, 8_000, lambda left: f"| … and {counted_more(left, 'role', 'roles')} | | |")
    yield ""


def _reader(comparison: Comparison, id: str, changes: tuple[Change, ...], links: Links) -> str:
    told = list(dict.fromkeys(f"{weight(each).word}: {escaped_with_code(each.sentence)}" for each in changes))
    words = [*told[:_MOST], *([f"and {len(told) - _MOST:,} more"] if len(told) > _MOST else [])]
    return f"| {role_link(comparison, id, links)} | {len(changes):,} | {'<br>'.join(words)} |"


def _drawn(comparison: Comparison) -> Iterator[str]:
    """The stages of each process in which something about them changed, as many as there is room for."""
    room = 8_000
    for each in needed(comparison):
        diagram = change_diagram(comparison, each.id)
        if diagram and len(diagram) <= room:
            room -= len(diagram)
            yield from (f"### The stages of {_name(each.name)}", "", "```mermaid", diagram, "```", "")
