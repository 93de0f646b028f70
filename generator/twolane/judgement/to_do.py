"""What to do about all changes together, in three sentences at most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from twolane.changes.change import Change, Comparison
from twolane.judgement.change_verdict import deals_held_though_accepted, in_number, of_weight, renames, to_read
from twolane.judgement.grouping import readers
from twolane.judgement.may_hurt import is_to_look_at
from twolane.judgement.names_by_id import role_name
from twolane.judgement.needed_versions import Needed, needed
from twolane.judgement.weight import Weight
from twolane.wording.counts import number
from twolane.wording.lists import first_listed
from twolane.wording.spoken_language import texts

_MOST_ROLES = 8


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
    decide = _decide(comparison) or ("" if renames(comparison) else texts().to_do_wording)
    return tuple(filter(None, (decide, prepare, have_read(comparison, names))))


def _decide(comparison: Comparison) -> str:
    return " ".join(filter(None, (_about_all(comparison), _tell(comparison))))


def _tell(comparison: Comparison) -> str:
    """Whom to tell of what was accepted: it holds their deals all the same."""
    deals, fetch = deals_held_though_accepted(comparison)
    return (texts().to_do_fetch if fetch else texts().to_do_tell).format(deals=deals) if deals else ""


def _about_all(comparison: Comparison) -> str:
    t, read = texts(), len(to_read(comparison))
    if breaks := len(of_weight(comparison, Weight.BREAK)):
        say = in_number(t.to_do_break, breaks)
        return in_number(t.to_do_break_read, read, say=say) if read else say
    if comparison.incomplete:
        return t.to_do_unknown
    if doubts := len(of_weight(comparison, Weight.DOUBT)):
        return in_number(t.to_do_doubt, doubts)
    if of_weight(comparison, Weight.ACCEPTED):
        return t.to_do_accepted_read if read else t.to_do_accepted
    return _agree(comparison, read) if read else ""


def _agree(comparison: Comparison, read: int) -> str:
    """On which condition to agree to what is to be read."""
    t, look = texts(), [is_to_look_at(each.first) for each in to_read(comparison)]
    if all(look):
        return t.to_do_look.of(read)
    return t.to_do_look_read if any(look) else t.to_do_read.of(read)


def _raise(processes: Iterable[Needed], names: Callable[[str], str]) -> str:
    late = [each for each in processes if each.version and not each.fits]
    if len(late) == 1:
        return texts().to_do_raise.format(process=names(late[0].name), version=late[0].version)
    return texts().to_do_raise_all.format(number=number(len(late))) if late else ""


def _ids(renamed: Sequence[Change]) -> str:
    return in_number(texts().to_do_ids, len(renamed)) if renamed else ""


def have_read(comparison: Comparison, names: Callable[[str], str] = str) -> str:
    """Which roles must read again, in a sentence; empty for none."""
    roles = [names(role_name(comparison, id)) for id, _ in readers(comparison)]
    return texts().to_do_readers.format(roles=first_listed(roles, _MOST_ROLES)) if roles else ""
