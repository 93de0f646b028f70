"""What to do about all changes together, in a few sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from twolane.changes.change import Change, Comparison, Lack
from twolane.judgement.advice import can_be_softened
from twolane.judgement.change_verdict import deals_held_though_accepted, in_number, of_weight, renames, to_read
from twolane.judgement.grouping import readers
from twolane.judgement.may_hurt import is_to_look_at
from twolane.judgement.names_by_id import role_name
from twolane.judgement.needed_versions import Needed, needed
from twolane.judgement.weight import Weight, heaviest_first, weight
from twolane.wording.counts import number
from twolane.wording.lists import first_listed, listed
from twolane.wording.spoken_language import texts

_MOST_ROLES = 8
_MOST_SUGGESTED = 3
_IDS = re.compile(r"[\w: {}\[\],/-]{1,200}")
"""What is pasted holds ids alone."""


def decisions(comparison: Comparison) -> tuple[str, ...]:
    """What is to be decided and done about the whole, but for versions and readers, which reports list themselves."""
    return tuple(filter(None, (_decide(comparison), _ids(renames(comparison)))))


def to_do(comparison: Comparison, names: Callable[[str], str] = str) -> tuple[str, ...]:
    """What to do: paste what is probably missing, decide, get versions and ids right, have people read.

    ``names`` writes what files call processes and roles.
    """
    if not comparison.changes and not comparison.incomplete:
        return ()
    prepare = " ".join(filter(None, (_raise(needed(comparison), names), _ids(renames(comparison)))))
    decide = _decide(comparison) or ("" if renames(comparison) else texts().to_do_wording)
    return tuple(filter(None, (*suggestions(comparison, names), decide, prepare, have_read(comparison, names))))


def suggestions(comparison: Comparison, names: Callable[[str], str] = str) -> tuple[str, ...]:
    """What to paste where something that is gone probably is there still, by another id or in parts."""
    t = texts()
    found: dict[str, str] = {}
    forms = {
        "renamed_from": t.to_do_paste_rename,
        "split_into": t.to_do_paste_split,
        "merged_from": t.to_do_paste_merge,
    }
    for change in heaviest_first(comparison.changes):
        form = forms.get(change.replacement.partition(":")[0])
        if form and weight(change) is Weight.BREAK and _IDS.fullmatch(change.replacement):
            found.setdefault(change.replacement, form.format(name=names(change.name), lines=change.replacement))
    return tuple(found.values())[:_MOST_SUGGESTED]


def _decide(comparison: Comparison) -> str:
    return " ".join(filter(None, (_about_all(comparison), _tell(comparison))))


def _tell(comparison: Comparison) -> str:
    """Whom to tell of what was accepted: it holds their deals all the same."""
    deals, fetch = deals_held_though_accepted(comparison)
    return (texts().to_do_fetch if fetch else texts().to_do_tell).format(deals=deals) if deals else ""


def _about_all(comparison: Comparison) -> str:
    t, read = texts(), len(to_read(comparison))
    if breaks := of_weight(comparison, Weight.BREAK):
        say = in_number(t.to_do_break, len(breaks), ways=_ways([each.first for each in breaks]))
        return in_number(t.to_do_break_read, read, say=say) if read else say
    if comparison.incomplete:
        return t.to_do_unknown
    if doubts := len(of_weight(comparison, Weight.DOUBT)):
        return in_number(t.to_do_doubt, doubts)
    if of_weight(comparison, Weight.ACCEPTED):
        return t.to_do_accepted_read if read else t.to_do_accepted
    return _agree(comparison, read) if read else ""


def _ways(breaks: Sequence[Change]) -> str:
    """What can be done about what breaks: nothing that no entry tells, nor what was done already."""
    t, soft = texts(), [can_be_softened(each) for each in breaks]
    asked = [each.asked is not None and each.asked.lacks is Lack.OF_REVIEW for each in breaks]
    soften = t.to_do_soften if all(soft) else t.to_do_soften_some
    ways = (t.to_do_take_back, soften if any(soft) else "", t.to_do_asked if all(asked) else t.to_do_accept)
    return listed(filter(None, ways), "or")


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
