"""What to do about a change: its own hint, and what whomever it hurts can be spared."""

from __future__ import annotations

from collections.abc import Iterator

from twolane.changes.change import Change
from twolane.changes.kind import Nature
from twolane.changes.levels import Audience
from twolane.judgement.weight import Weight, hurt, weight

_CRITERIA = ("entry criterion", "exit criterion")
_GUARDED_STAGE = "guarded-stage-added"
_STRICTER = (Nature.ADDED, Nature.TIGHTENED)


def advice(change: Change) -> tuple[str, ...]:
    """Sentences about what to do, the nearest first; of what breaks nothing, the hint alone."""
    hint = (_sentence(change.hint),) if change.hint else ()
    return (*hint, *_sparing(change)) if weight(change) is Weight.BREAK else hint


def of_deals(change: Change) -> str:
    """What of the advice belongs beside the deals that it hurts, not beside what is to be pasted; empty for none."""
    found = advice(change) if weight(change) is Weight.BREAK else ()
    return next(iter(found[1:] if change.replacement and len(found) > 1 else found), "")


def can_be_softened(change: Change) -> bool:
    """Whether there is a softer way that its advice tells."""
    return any("Write `applies_to: new-only`" in each for each in advice(change))


def _sentence(text: str) -> str:
    """A hint with a capital and a full stop."""
    end = "" if text.endswith((".", "!", "?")) else "."
    return f"{text[:1].upper()}{text[1:]}{end}"


def _sparing(change: Change) -> Iterator[str]:
    audiences = hurt(change)
    if Audience.FLOW in audiences:
        yield _for_deals(change)
    if Audience.SYSTEM in audiences:
        yield "Change what uses it in the CRM, in reports and in automations on the same day."
    if Audience.MEASURE in audiences:
        yield "Note the day beside the figures: those from before and after it cannot be compared."
    if Audience.LINKS in audiences:
        yield _for_links(change)


def _for_deals(change: Change) -> str:
    if change.witness and not change.witness.stuck:
        return "Tell whoever relies on it in the next stage, or keep it."
    if change.kind.slug == _GUARDED_STAGE:
        return (
            "Write `applies_to: new-only` at what it requires to spare the deals under way, or tell their owners what "
            "to fetch."
        )
    replaced = change.kind.nature is Nature.CHANGED and not change.field
    if change.kind.entity in _CRITERIA and (replaced or change.kind.nature in _STRICTER):
        write = "Keep" if change.field == "applies_to" else "Write"
        return f"{write} `applies_to: new-only` to spare the deals under way, or tell their owners what to fetch."
    return "Tell the owners of such deals what holds for them from now on."


def _for_links(change: Change) -> str:
    if change.kind.nature is Nature.REMOVED:
        if change.replacement:
            return "Mend what links to it."
        file = "" if change.process and change.kind.entity != "process" else " in `playbook.yml`"
        return f"Mend what links to it, or say under `renamed_from`{file} what took its place."
    return "Look at what links there from elsewhere."
