"""Numbers in digits, whichever way thousands and decimals are marked."""

from __future__ import annotations

import re
from decimal import Decimal

_GROUPED = re.compile(r"[1-9]\d{0,2}([,.' ])\d{3}(?:\1\d{3})*(?:[.,]\d+)?")


def number(text: str) -> Decimal:
    """The number that the digits are: 60,000 and 60.000 are sixty thousand, 1.5 and 1,5 are one and a half."""
    grouped = _GROUPED.fullmatch(text)
    if grouped is not None:
        text = text.replace(grouped[1], "")
    return Decimal(text.replace(",", "."))
