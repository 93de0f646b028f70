"""Changes as text for people: the verdict first, then each change with its words, what it does to deals, who reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from twolane.changes.accepted_changes import entry as approval
from twolane.changes.change import Change, Comparison
from twolane.changes.levels import Level
from twolane.changes.word_diff import Mark, Piece, apart, differing
from twolane.judgement.advice import advice
from twolane.judgement.change_verdict import verdict, whom
from twolane.judgement.names_by_id import role_names, shows_words, versions
from twolane.judgement.needed_versions import needed
from twolane.judgement.to_do import decisions, suggestions
from twolane.judgement.weight import Weight, told_of_deals, weight
from twolane.judgement.why_it_counts import shown_by
from twolane.reports.of_changes.acceptance import acceptances, accepted, asked, to_accept
from twolane.reports.of_changes.before import gone
from twolane.reports.of_changes.bounds import shown_changes
from twolane.reports.of_changes.set_levels import set_level
from twolane.reports.of_changes.ticks_opened import ticks_opened
from twolane.reports.style import Style, plain
from twolane.reports.visible import visible, visible_lines

_LOOKS = {
    Weight.BREAK: "error",
    Weight.ACCEPTED: "advice",
    Weight.DOUBT: "warning",
    Weight.READ: "warning",
    Weight.NOTE: "advice",
    Weight.WORDING: "gutter",
}
_MARKED = {Mark.OLD: ("old", "[-{}-]"), Mark.NEW: ("new", "{{+{}+}}")}


def render(comparison: Comparison, style: Style = plain) -> str:
    """The report, the weightiest change first; of two versions that are the same, that they are.

    Everything that comes from a file is made visible: no control character reaches the terminal.
    """
    parts = [_head(comparison, style)]
    few = shown_changes(comparison)
    parts += [_change(each, comparison, style) for each in few.changes]
    parts += [iter((style("help", f"… and {few.rest}, which weigh no more than these"),))] if few.rest else []
    parts += [iter((summary(comparison),))] if comparison.changes else []
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts)


def summary(comparison: Comparison) -> str:
    """How much changed, in a line: ``2 major, 1 patch in 1 process (1 accepted)``; empty for nothing."""
    levels = Counter(each.level for each in comparison.changes)
    parts = [f"{levels[level]} {level.word}" for level in reversed(Level) if levels[level]]
    processes = len(comparison.levels())
    where = f" in {processes} {'process' if processes == 1 else 'processes'}" if processes else ""
    accepted = sum(bool(each.approved) for each in comparison.changes)
    return ", ".join(parts) + where + (f" ({accepted} accepted)" if accepted else "")


def _head(comparison: Comparison, style: Style) -> Iterator[str]:
    worst = max(map(weight, comparison.changes), default=Weight.NOTE)
    unknown = comparison.incomplete and worst is not Weight.BREAK
    yield style("warning" if unknown else _LOOKS[worst], visible(verdict(comparison)))
    for said in acceptances(comparison):
        yield from _several(said, style)
    if hurt := whom(comparison):
        yield f"    {style('message', visible(hurt))}"
    yield from (f"    {style('related', '= deals:')} {visible(each)}" for each in ticks_opened(comparison))
    yield f"    {style('related', '= compared:')} {visible(versions(comparison))}"
    for todo in (*suggestions(comparison), *decisions(comparison)):
        yield f"    {style('help', '= to do:')} {visible(todo)}"
    for each in needed(comparison):
        yield f"    {style('related', '= version:')} {visible(f'{each.name} {each.sentence}')}"
    for note in comparison.notes:
        first, *rest = visible_lines(note)
        yield f"    {style('help', '= note:')} {first}"
        yield from (f"      {line}" for line in rest)


def _change(change: Change, comparison: Comparison, style: Style) -> Iterator[str]:
    look = _LOOKS[weight(change)]
    name = f"{change.kind.code} {change.kind.slug}"
    yield f"{style('place', visible(f'{change.place}:'))} {style(look, change.level.word)} {style(look, name)}"
    for line in visible_lines(change.sentence):
        yield f"    {style('message', line)}"
    for said in filter(None, (asked(change, comparison), accepted(change, comparison))):
        yield from _several(said, style)
    yield from (f"    {line}" for line in _words(change, style))
    for why in shown_by(change, comparison):
        yield f"    {style('related', '= why:')} {visible(why)}"
    yield from _before(change, comparison, style)
    if deals := told_of_deals(change):
        yield f"    {style('related', '= deals:')} {visible(deals)}"
    if told := set_level(change):
        yield f"    {style('related', '= level:')} {told}"
    if change.roles:
        names = ", ".join(role_names(comparison, change.roles))
        yield f"    {style('related', '= must read again:')} {visible(names)}"
    for each in change.related:
        words = f"= see {each.place}: {each.message}"
        yield f"    {style('related', visible(words))}"
    yield from _advice(change, comparison, style)


def _words(change: Change, style: Style) -> Iterator[str]:
    """The old and the new words in one text, those that differ marked; nothing where the sentence holds them."""
    if not shows_words(change):
        return
    marked = "".join(_piece(each, style) for each in differing(change.old, change.new))
    yield from marked.split("\n")


def _before(change: Change, comparison: Comparison, style: Style) -> Iterator[str]:
    """The lines that are gone, and where they stood."""
    lines = gone(change, comparison)
    if lines and change.before:
        yield f"    {style('related', '= gone from')} {visible(f'{change.before} in {comparison.old_label}')}"
        yield from (f"      {style('gutter', '|')} {style('old', line)}" for line in visible_lines(lines))


def _piece(piece: Piece, style: Style) -> str:
    """A piece of text; what is marked is marked in each of its lines."""
    if piece.mark is Mark.SAME:
        return "\n".join(visible_lines(piece.text))
    look, form = _MARKED[piece.mark]
    before, text, after = apart(piece.text)
    marked = (style(look, form.format(line)) if line else "" for line in visible_lines(text))
    return "\n".join(visible_lines(before)) + "\n".join(marked) + "\n".join(visible_lines(after))


def _several(words: str, style: Style) -> Iterator[str]:
    """A sentence that may hold a text of several lines."""
    first, *rest = visible_lines(words)
    yield f"    {style('related', f'= {first[:1].lower()}{first[1:]}')}"
    yield from (f"      {line}" for line in rest)


def _advice(change: Change, comparison: Comparison, style: Style) -> Iterator[str]:
    for each in advice(change):
        yield f"    {style('help', '= to do:')} {visible(each)}"
    if change.replacement:
        yield from _to_paste("= to paste:", change.replacement, style)
    if how := to_accept(change, comparison):
        yield from _to_paste(f"= or accept it as it is: {visible(how)}:", approval(change), style)


def _to_paste(words: str, lines: str, style: Style) -> Iterator[str]:
    """Lines without an indent of ours, so that a line that is selected is a line to paste."""
    yield f"    {style('help', words)}"
    yield from (style("mended", line) for line in visible_lines(lines.rstrip("\n")))
