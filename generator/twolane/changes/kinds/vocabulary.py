"""The words of the table of kinds: natures, audiences, levels and readings by their short names."""

from __future__ import annotations

from twolane.changes.kind import Nature
from twolane.changes.levels import Audience, Level
from twolane.meaning.text_meaning import Reading

ADDED = Nature.ADDED
REMOVED = Nature.REMOVED
RENAMED = Nature.RENAMED
MOVED = Nature.MOVED
MERGED = Nature.MERGED
SPLIT = Nature.SPLIT
TIGHTENED = Nature.TIGHTENED
LOOSENED = Nature.LOOSENED
REORDERED = Nature.REORDERED
REWORDED = Nature.REWORDED
CHANGED = Nature.CHANGED

FLOW = Audience.FLOW
SYSTEM = Audience.SYSTEM
MEASURE = Audience.MEASURE
LINKS = Audience.LINKS
WORDING = Audience.WORDING

FIGURE = Reading.FIGURE
LOOK = Reading.LOOK
OTHER = Reading.OTHER

PATCH = Level.PATCH
MINOR = Level.MINOR
MAJOR = Level.MAJOR
