"""Kinds of change that take several differences together, since they are one change to whoever made it."""

from __future__ import annotations

from twolane.changes.kind import Kind
from twolane.changes.kinds.vocabulary import CHANGED, FLOW, LINKS, MAJOR, MINOR, SYSTEM, WORDING

_SPARED = "New deals were held to the old one, so whatever comes next can no longer rely on it; others are spared."
_RELIED = (
    "Deals under way have met the old one and not the new one, and what comes next can no longer rely on the old one."
)

KINDS = (
    Kind("C021", "times-later", "process", CHANGED, {FLOW: MINOR},
         "In the process “{name}”, {new}.",
         field="time", variant="later", mirror="times-earlier"),
    Kind("C022", "times-earlier", "process", CHANGED, {FLOW: MINOR},
         "In the process “{name}”, {new}.",
         field="time", variant="earlier", mirror="times-later"),
    Kind("C023", "time-unit-converted", "process", CHANGED, {WORDING: MINOR},
         "Times in the process “{name}” are counted in {new} now, not in {old}; every time is the same as before.",
         field="time_unit", variant="converted",
         why="Nothing happens at another time; whoever reads or enters a time has to know the new unit."),
    Kind("C024", "required-exit-criterion-replaced", "exit criterion", CHANGED, {FLOW: MAJOR, SYSTEM: MAJOR},
         "Before a deal leaves {where}, “{old}” is replaced by “{new}”.",
         variant="required", why=_RELIED),
    Kind("C025", "new-only-exit-criterion-replaced", "exit criterion", CHANGED, {FLOW: MAJOR, SYSTEM: MAJOR},
         "For deals that begin from now on, “{old}” is replaced by “{new}” before they leave {where}.",
         variant="new-only", why=_SPARED),
    Kind("C026", "optional-exit-criterion-replaced", "exit criterion", CHANGED, {SYSTEM: MINOR, WORDING: MINOR},
         "Among the things to look for before a deal leaves {where}, “{old}” is replaced by “{new}”.",
         variant="optional"),
    Kind("C027", "required-entry-criterion-replaced", "entry criterion", CHANGED, {FLOW: MAJOR, SYSTEM: MAJOR},
         "Before a deal enters {where}, “{old}” is replaced by “{new}”.",
         variant="required", why=_RELIED),
    Kind("C028", "new-only-entry-criterion-replaced", "entry criterion", CHANGED, {FLOW: MAJOR, SYSTEM: MAJOR},
         "For deals that begin from now on, “{old}” is replaced by “{new}” before they enter {where}.",
         variant="new-only", why=_SPARED),
    Kind("C029", "optional-entry-criterion-replaced", "entry criterion", CHANGED, {SYSTEM: MINOR, WORDING: MINOR},
         "Among the things to look for before a deal enters {where}, “{old}” is replaced by “{new}”.",
         variant="optional"),
    Kind("C030", "required-step-replaced", "step", CHANGED, {FLOW: MAJOR, SYSTEM: MAJOR},
         "The step “{old}”, without which no deal could leave {where}, is replaced by “{new}”.",
         variant="required", why=_RELIED),
    Kind("C031", "optional-step-replaced", "step", CHANGED, {SYSTEM: MINOR, WORDING: MINOR},
         "In {where}, the step “{old}” is replaced by “{new}”.",
         variant="optional"),
    Kind("C032", "buyer-step-replaced", "buyer step", CHANGED, {SYSTEM: MAJOR},
         "The buyer's step “{old}” is replaced by “{new}”.",
         why="Reports on where buyers are lose the old one."),
    Kind("C033", "ids-swapped", "anything", CHANGED, {SYSTEM: MAJOR},
         "Two ids have changed places: now {new}.",
         field="id",
         why="Ticks, reports and fields in the CRM that use one of the ids get the other thing."),
    Kind("C034", "buyer-steps-out-of-reach", "buyer step", CHANGED, {SYSTEM: MINOR},
         "No decision of the buyer leads to {items} any more.",
         field="reach", variant="lost", mirror="buyer-steps-in-reach",
         why="What we do for it serves nobody; what leads elsewhere is told by itself."),
    Kind("C035", "buyer-steps-in-reach", "buyer step", CHANGED, {SYSTEM: MINOR},
         "Decisions of the buyer lead to {items} now.",
         field="reach", variant="gained", mirror="buyer-steps-out-of-reach",
         why="What we do for it serves somebody now; what led elsewhere is told by itself."),
    Kind("C036", "optional-ids-swapped", "anything", CHANGED, {SYSTEM: MINOR},
         "Two ids of what a deal may do without have changed places: now {new}.",
         field="id", variant="optional",
         why="Ticks and reports that use one of the ids get the other thing, and no deal hangs on either."),
    Kind("C037", "asset-replaced", "asset", CHANGED, {LINKS: MINOR, WORDING: MINOR},
         "The document “{old}” for {where} is replaced by “{new}”."),
)  # fmt: skip
"""In the order of the modules that find them."""
