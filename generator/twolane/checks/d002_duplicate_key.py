"""Finds a key that is given twice in the same place.

Why:
    Only one of two values can count, and which one is a guess. One of them is usually left over from an edit, and
    the people who read the site cannot see that there were two.

Mend:
    Take one of the two out. If both are meant, make one list of them.

Wrong when:
    People who call it wrong have usually meant two items of a list, and the dash before the second one is missing.

    It can't be ignored: put a `-` in front of each item, or join both values.

Fails:
    segment: mid-size
    owner: sales-director
    segment: mid-size

Passes:
    segment: mid-size
    owner: sales-director
"""

from __future__ import annotations

from twolane.yaml_text.reading_rules import DUPLICATE_KEY

RULE = DUPLICATE_KEY
