"""Changes as the comment on a pull request: whether to agree, whom it hurts, what to do; the rest opens.

GitHub and GitLab show it. The first line is a comment that nobody sees, by which it is found again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from twolane.changes.change import Comparison
from twolane.changes.levels import Level
from twolane.judgement.advice import advice
from twolane.judgement.grouping import Shelf, sections
from twolane.judgement.needed_versions import needed
from twolane.judgement.weight import is_rename
from twolane.reports.of_changes.bounds import MOST_CHANGES
from twolane.reports.of_changes.markdown_deals import deals
from twolane.reports.of_changes.markdown_entry import Links, Telling, entry
from twolane.reports.of_changes.markdown_folds import Fold, chosen, folds, is_rewrite
from twolane.reports.of_changes.markdown_head import approvals_above, head, what_to_do
from twolane.reports.of_changes.markdown_tables import drawn, must_read, renamed
from twolane.reports.of_changes.room import counted, folded, joined, size
from twolane.reports.style import Style, plain

MARKER = "<!-- twolane -->"
LONGEST = 60_000
"""Characters of the whole as hosts count them; GitHub takes 65,536."""
_NO_LINKS = Links()
_REST = 1_500
"""Characters for what counts the rest, and for titles."""
_ROLES = 7_000
"""Characters for the table of who reads again."""


def render(comparison: Comparison, style: Style = plain, links: Links = _NO_LINKS) -> str:
    """The comment, at most ``LONGEST`` characters; what does not fit is counted, and nothing is cut inside."""
    found, several = sections(comparison), len(needed(comparison)) > 1
    rewrite = is_rewrite(found)
    of_deals = deals(comparison, several=several, rewrite=rewrite)
    advised, above = dict.fromkeys(of_deals.advised, 0), approvals_above(comparison)
    telling = Telling(comparison, links, several and not rewrite, of_deals.told, advised, above)
    top, todo = joined((MARKER, *head(comparison))), joined(what_to_do(comparison))
    held, ids = joined(of_deals.lines), joined(renamed(comparison, several=several))
    picture = joined(drawn(comparison))
    room = LONGEST - _REST - _ROLES - sum(map(size, (top, todo, held, ids, picture)))
    shown = _shown(folds(comparison, found), telling, room, rewrite=rewrite)
    numbers = {id(each): at for at, each in enumerate((each for fold in shown for each in fold.told), 1)}
    telling = replace(telling, advised=_advised(shown, numbers, telling))
    written = {fold.shelf: _written(fold, numbers, telling) for fold in shown if fold.shelf}
    by_process = [_written(fold, numbers, telling) for fold in shown if not fold.shelf]
    of_changes = {id(change): numbers[id(told)] for fold in shown for told in fold.told for change in told.changes}
    return "".join(
        (
            *(top, todo, written.get(Shelf.ACCEPTED, ""), held),
            *(written.get(Shelf.BREAKS, ""), written.get(Shelf.READ, ""), *by_process, ids),
            *(written.get(Shelf.WORDING, ""), _left_out(comparison, of_changes)),
            *(joined(must_read(comparison, links, of_changes)), picture),
        )
    )


def _shown(planned: Sequence[Fold], telling: Telling, room: int, *, rewrite: bool) -> tuple[Fold, ...]:
    """The folds with those of their changes that fit, and without those that are empty then."""
    texts = {id(told): entry(told, 1_000, telling) for fold in planned for told in fold.told}
    fits = chosen(planned, texts, room, rewrite=rewrite)
    found = (replace(fold, told=tuple(each for each in fold.told if id(each) in fits)) for fold in planned)
    return tuple(each for each in found if each.told)


def _advised(shown: Sequence[Fold], numbers: Mapping[int, int], telling: Telling) -> Mapping[str, int]:
    """Each sentence about what to do, with the number of the first entry that has it."""
    said = dict(telling.advised)
    for told in (each for fold in shown for each in fold.told):
        for sentence in advice(told.first):
            said.setdefault(sentence, numbers[id(told)])
    return said


def _written(fold: Fold, numbers: Mapping[int, int], telling: Telling) -> str:
    texts = [entry(each, numbers[id(each)], telling).rstrip("\n") for each in fold.told]
    inside = "\n\n".join((*((fold.lead,) if fold.lead else ()), *texts))
    return joined(folded(fold.title, (inside,), opened=fold.opened))


def _left_out(comparison: Comparison, told: Mapping[int, int]) -> str:
    """How many changes stand nowhere above."""
    rest = [each for each in comparison.changes if id(each) not in told and not is_rename(each)]
    if not rest:
        return ""
    counts = Counter(each.level for each in rest)
    parts = ", ".join(f"{counts[level]:,} {level.word}" for level in reversed(Level) if counts[level])
    verb, shows = "is" if len(rest) == 1 else "are", "all" if len(comparison.changes) <= MOST_CHANGES else "more"
    number = counted(len(rest), "more change")
    return f"**{number}** ({parts}) {verb} not shown here; `twolane diff` shows {shows}.\n\n"
