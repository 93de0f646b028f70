"""Finds a required key that is not there or has nothing behind it, and a file that every playbook needs.

Why:
    Few keys are required: what an element cannot be shown without, such as its name, and its id, on which links,
    ticks and reports hang. Everything else may come later.

Mend:
    Add the key. The finding shows what it could look like.

Wrong when:
    In a first draft you may not know yet what to call it. A working title does no harm, since names can change at any
    time; an id is what should stay.

    It can't be ignored: write a working title, and an `id` that can stay.

Fails:
    loops:
      - to: prospecting
        when: A second plant has the same problem

Passes:
    loops:
      - from: closing
        to: prospecting
        when: A second plant has the same problem
"""

from __future__ import annotations

from twolane.yaml_text.reading_rules import MISSING_KEY

RULE = MISSING_KEY
