"""Finds a value of the wrong kind or outside its choices, and a time that ends before it begins.

Why:
    A time that is a text cannot be drawn on the time axis, and a date that is no date never comes due. What
    a key takes is said in the finding, so that nobody has to look it up.

Mend:
    Write what the finding asks for: numbers without a unit and without quotes, dates as 2026-10-01, versions as
    three numbers, choices in the words of the format.

Wrong when:
    You may count in another unit than the format, or have a word of your own for one of its choices. The pages can't
    draw or compare that, and readers can still be told.

    It can't be ignored: take the nearest value, and say the rest in a text beside it.

Fails:
    review_by: 15 January 2027

Passes:
    review_by: 2027-01-15
"""

from __future__ import annotations

from twolane.yaml_text.reading_rules import WRONG_VALUE

RULE = WRONG_VALUE
