"""What somebody has to know before a process is released: what that breaks and for whom, and what is not theirs yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from twolane.changes.change import Change, Comparison
from twolane.changes.levels import Level
from twolane.findings import Finding
from twolane.judgement.change_verdict import verdict, whom
from twolane.judgement.names_by_id import role_names
from twolane.judgement.weight import heaviest_first, told_of_deals
from twolane.model.playbook import Playbook
from twolane.reports.visible import visible

_MOST = 5
_STARTER = "R505"


def of_breaks(playbook: Playbook, changes: Iterable[Change]) -> Iterator[str]:
    """The verdict, whom it hurts, each break with the deal that shows it, and who must read; nothing without breaks."""
    heavy = heaviest_first(each for each in changes if each.level is Level.MAJOR)
    if not heavy:
        return
    found = Comparison(playbook, playbook, tuple(heavy))
    yield " ".join(filter(None, (verdict(found), whom(found))))
    for each in heavy[:_MOST]:
        yield visible("  " + " ".join(filter(None, (each.sentence, told_of_deals(each)))))
    if len(heavy) > _MOST:
        yield f"  … and {len(heavy) - _MOST} more; `twolane diff` shows them."
    roles = dict.fromkeys(id for each in heavy for id in each.roles)
    if roles:
        yield visible(f"  Must read again: {', '.join(role_names(found, tuple(roles)))}.")


def of_starter_text(findings: Sequence[Finding], folder: str) -> Iterator[str]:
    """Where the starter's own text would be released; ``folder`` is that of the process."""
    own = [each for each in findings if each.rule.code == _STARTER and each.place.file.startswith(f"{folder}/")]
    for each in own:
        yield visible(
            f"{each.place.file}:{each.place.line} still has text that nobody of yours has written ({_STARTER}), and "
            f"what is released stays as it is; `twolane check --only {_STARTER}` shows it."
        )
