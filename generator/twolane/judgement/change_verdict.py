"""The verdict on a comparison: whether it is safe, what is not known, and how many sentences somebody must read."""

from __future__ import annotations

from collections.abc import Iterable

from twolane.changes.change import Change, Comparison
from twolane.changes.levels import Audience
from twolane.judgement.grouping import Told, together
from twolane.judgement.may_hurt import if_it_means_another_thing, is_to_look_at
from twolane.judgement.names_by_id import process_name, stage_name
from twolane.judgement.weight import Weight, harms, hurt, is_rename, weight
from twolane.mermaid.mermaid_syntax import shortened
from twolane.wording.counts import number as figure
from twolane.wording.lists import listed
from twolane.wording.plurals import Plural
from twolane.wording.spoken_language import texts

_MOST_STAGES = 3
_LONGEST_NAME = 60


def verdict(comparison: Comparison) -> str:
    """Whether it is safe, in a sentence or two; what could not be read is never called so."""
    t, breaks = texts(), len(of_weight(comparison, Weight.BREAK))
    if breaks:
        says = in_number(t.verdict_breaks, breaks)
        return t.verdict_breaks_unknown.format(verdict=says) if comparison.incomplete else says
    accepted, sentences = len(of_weight(comparison, Weight.ACCEPTED)), len(to_read(comparison))
    if comparison.incomplete:
        known = t.verdict_unknown
        return in_number(t.verdict_unknown_accepted, accepted, verdict=known) if accepted else known
    if comparison.beginning:
        return t.verdict_beginning.format(old=comparison.old_label)
    if accepted:
        says = in_number(t.verdict_accepted, accepted)
        return in_number(t.verdict_accepted_read, sentences, verdict=says) if sentences else says
    return _harmless(comparison, sentences)


def _harmless(comparison: Comparison, sentences: int) -> str:
    """The verdict where nothing is known to break."""
    t, ids = texts(), len(renames(comparison))
    if sentences:
        look = t.verdict_look if any(map(is_to_look_at, comparison.changes)) else t.verdict_read
        return in_number(t.verdict_doubt if of_weight(comparison, Weight.DOUBT) else look, sentences)
    if ids:
        return in_number(t.verdict_ids, ids)
    return t.verdict_safe if comparison.changes else t.verdict_no_change


def in_number(text: Plural, number: int, **names: object) -> str:
    """A text in the form that goes with a number, which it names."""
    return text.of(number).format(number=figure(number), **names)


def to_read(comparison: Comparison) -> tuple[Told, ...]:
    """What somebody must read before agreeing, the heaviest first: all that neither breaks nor is wording alone."""
    read = (Weight.DOUBT, Weight.READ, Weight.NOTE)
    return together(each for each in comparison.changes if weight(each) in read and not is_rename(each))


def renames(comparison: Comparison) -> tuple[Change, ...]:
    """What has a new id and is otherwise what it was, in the order of the changes."""
    return tuple(filter(is_rename, comparison.changes))


def with_ids(changes: Iterable[Change]) -> tuple[str, ...]:
    """What else is different with the new ids, such as names, in sentences."""
    return tuple(dict.fromkeys(each.message for change in changes for each in change.related))


def of_weight(comparison: Comparison, wanted: Weight) -> tuple[Told, ...]:
    """The changes of a weight, those that say the same as one."""
    return together(each for each in comparison.changes if weight(each) is wanted and not is_rename(each))


def whom(comparison: Comparison) -> str:
    """Whom the breaks hurt, in a sentence, deals by where they are; empty where there are none.

    Where all of them were accepted, whom they hurt all the same; where nothing breaks, whom a text may hurt that
    somebody has to read.
    """
    known = [each for each in comparison.changes if weight(each) in (Weight.BREAK, Weight.ACCEPTED)]
    breaks = [each for each in known if each.breaks] or known
    t, told, open_ = texts(), together(breaks), any(each.breaks for each in breaks)
    found = harms(each.first for each in told)
    own = found.pop(Audience.WORDING, 0)
    parts = [_counted(_named(comparison, audience, breaks), number, len(told)) for audience, number in found.items()]
    hurts = (t.hurt if open_ else t.hurt_accepted).format(whom="; ".join(parts)) if parts else ""
    may = "" if open_ else if_it_means_another_thing(comparison)
    return " ".join(filter(None, (hurts, in_number(t.hurt_own_levels, own) if own else "", may)))


def _counted(whom: str, number: int, of: int) -> str:
    """Who is hurt, and by how many changes where there is more than one in all."""
    return in_number(texts().hurt_changes, number, whom=whom) if of > 1 else whom


def deals_held_though_accepted(comparison: Comparison) -> tuple[str, bool]:
    """Which deals are held by what was accepted, and whether something is to be fetched for each; empty for none."""
    held = [
        each
        for each in comparison.changes
        if weight(each) is Weight.ACCEPTED and each.witness and each.witness.stuck and Audience.FLOW in hurt(each)
    ]
    fetch = all(each.witness and each.witness.missing for each in held)
    return _named(comparison, Audience.FLOW, held) if held else "", fetch


def _named(comparison: Comparison, audience: Audience, breaks: Iterable[Change]) -> str:
    """Who is hurt; of deals also in which stages a witness shows them."""
    t, whom = texts(), texts().hurt_audiences[audience.value]
    found = dict.fromkeys(
        (each.process, each.witness.stage)
        for each in breaks
        if each.witness and each.witness.stage and Audience.FLOW in hurt(each)
    )
    if audience is not Audience.FLOW or not found:
        return whom
    processes = len({process for process, _ in found})
    if len(found) > _MOST_STAGES:
        text = t.hurt_stages_of if processes > 1 else t.hurt_stages
        return text.format(whom=whom, number=figure(len(found)), processes=figure(processes))
    text = t.hurt_stage_of if processes > 1 else t.hurt_stage
    names = (text.format(stage=_stage(comparison, *each), process=_process(comparison, each[0])) for each in found)
    return t.hurt_deals.format(whom=whom, stages=listed(names))


def _stage(comparison: Comparison, process: str, stage: str) -> str:
    return shortened(stage_name(comparison, process, stage), _LONGEST_NAME)


def _process(comparison: Comparison, id: str) -> str:
    return shortened(process_name(comparison, id), _LONGEST_NAME)
