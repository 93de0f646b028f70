"""Kinds of change of what was merged or split, and says so."""

from __future__ import annotations

from twolane.changes.kind import Kind
from twolane.changes.kinds.vocabulary import FLOW, LINKS, MAJOR, MEASURE, MERGED, MINOR, SPLIT, SYSTEM, WORDING

KINDS = (
    Kind("C040", "stage-merged", "stage", MERGED, {MEASURE: MINOR, FLOW: MINOR, SYSTEM: MINOR, LINKS: MINOR},
         "The stages {items} are one stage now: “{name}”.",
         why="Deals, ticks and links go on as they were, and what deals must newly meet is told by itself. Time in the "
             "stage and the share of deals that go on are those of a longer way: note the day beside the figures."),
    Kind("C041", "stage-split", "stage", SPLIT, {MEASURE: MINOR, FLOW: MINOR, SYSTEM: MINOR, LINKS: MINOR},
         "The stage “{old}” is {new} stages now: {items}.",
         why="Deals stand in the first part and links lead there, and what they must newly meet is told by itself. "
             "Time in a stage and the share of deals that go on are those of a shorter way: note the day beside them."),
    Kind("C042", "buyer-step-merged", "buyer step", MERGED, {SYSTEM: MINOR, LINKS: MINOR},
         "The buyer's steps {items} are one step now: “{name}”.",
         why="What was known of either is known of the one, since both ids are named; no deal hangs on it."),
    Kind("C043", "buyer-step-split", "buyer step", SPLIT, {SYSTEM: MINOR, LINKS: MINOR},
         "The buyer's step “{old}” is {new} steps now: {items}.",
         why="Reports that know the old one count it as the first part; no deal hangs on it."),
    Kind("C044", "role-merged", "role", MERGED, {SYSTEM: MINOR, LINKS: MINOR, WORDING: MINOR},
         "The roles {items} are one role now: “{name}”.",
         why="Whoever had one of them has the one; permissions and reports that name the old ids must follow."),
    Kind("C045", "role-split", "role", SPLIT, {SYSTEM: MINOR, LINKS: MINOR, WORDING: MINOR},
         "The role “{old}” is {new} roles now: {items}.",
         why="Each step says which of them does it now; permissions and reports that name the old id must follow."),
    Kind("C046", "process-merged", "process", MERGED, {MEASURE: MINOR, FLOW: MAJOR, SYSTEM: MINOR, LINKS: MINOR},
         "The processes {items} are one process now: “{name}”.",
         why="Deals and links go on in the one, and figures of either are those of both from that day on. It hurts "
             "where a deal has to meet what its own process did not ask for."),
    Kind("C047", "process-split", "process", SPLIT, {MEASURE: MINOR, FLOW: MAJOR, SYSTEM: MINOR, LINKS: MINOR},
         "The process “{old}” is {new} processes now: {items}.",
         why="Deals and links go on in the first of them, and figures of the whole are those of a part from that day "
             "on. It hurts where a deal stands where only another of them goes on."),
)  # fmt: skip
"""By entity, what was merged before what was split."""
