"""What to do about all changes together, in three sentences at most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from twolane.changes.change import Change, Comparison
from twolane.reports.of_changes.change_verdict import counted, of_weight, renames, to_read
from twolane.reports.of_changes.grouping import readers
from twolane.reports.of_changes.names_by_id import role_name
from twolane.reports.of_changes.needed_versions import Needed, needed
from twolane.reports.of_changes.weight import Weight
from twolane.wording.lists import first_listed

_MOST_ROLES = 8
_BREAK = "take it back, soften it, or accept it with a reason. Each says how."
_WORDING = "Agree if the words are better than before."
_DOUBT = "none is known, but you may know one."


def decisions(comparison: Comparison) -> tuple[str, ...]:
    """What is to be decided and done about the whole, but for versions and readers, which reports list themselves."""
    return tuple(filter(None, (_decide(comparison), _ids(renames(comparison)))))


def to_do(comparison: Comparison, names: Callable[[str], str] = str) -> tuple[str, ...]:
    """The three things to do at most: decide, get versions and ids right, have people read.

    ``names`` writes what files call processes and roles.
    """
    if not comparison.changes and not comparison.incomplete:
        return ()
    prepare = " ".join(filter(None, (_raise(needed(comparison), names), _ids(renames(comparison)))))
    decide = _decide(comparison) or ("" if renames(comparison) else _WORDING)
    return tuple(filter(None, (decide, prepare, have_read(comparison, names))))


def _decide(comparison: Comparison) -> str:
    counts = {each: len(of_weight(comparison, each)) for each in Weight}
    read = len(to_read(comparison))
    if counts[Weight.BREAK]:
        say = f"Decide about what breaks ({counted(counts[Weight.BREAK], 'change')}): {_BREAK}"
        return f"{say} Then read {counted(read, 'sentence')}." if read else say
    if comparison.incomplete:
        return "Do not agree yet: fix what could not be read, as the notes say, and compare again."
    if counts[Weight.DOUBT]:
        return f"Look whether a deal is held ({counted(counts[Weight.DOUBT], 'change')}): {_DOUBT}"
    if counts[Weight.ACCEPTED]:
        say = "Agree if the reasons for what was accepted still hold"
        return f"{say}, and what else you read is meant as it now reads." if read else f"{say}."
    if read:
        return f"Agree if {'it is' if read == 1 else 'each is'} meant as it now reads."
    return ""


def _raise(processes: Iterable[Needed], names: Callable[[str], str]) -> str:
    late = [each for each in processes if each.version and not each.fits]
    if len(late) == 1:
        return f"Raise the version of {names(late[0].name)} to {late[0].version}."
    return f"Raise the versions of {len(late):,} processes, as the table says." if late else ""


def _ids(renamed: Sequence[Change]) -> str:
    return f"Change {counted(len(renamed), 'id')} in the CRM on the same day." if renamed else ""


def have_read(comparison: Comparison, names: Callable[[str], str] = str) -> str:
    """Which roles must read again, in a sentence; empty for none."""
    roles = [names(role_name(comparison, id)) for id, _ in readers(comparison)]
    return f"Have these roles read again what concerns them: {first_listed(roles, _MOST_ROLES)}." if roles else ""
