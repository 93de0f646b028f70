"""The addresses in the attributes of HTML, as browsers find them."""

from __future__ import annotations

import re
from collections.abc import Iterator

FOLLOWED = frozenset(("href", "xlink:href"))
"""Attributes by which a link leads."""
_WHOLE = FOLLOWED | frozenset(("src", "poster", "data", "cite", "background", "longdesc", "action", "formaction"))
_SETS = frozenset(("srcset", "imagesrcset"))
"""They hold several addresses, each with what is said of it behind a blank."""
_CANDIDATE = re.compile(r"[\s,]*([^\s,]\S*)(?<!,)(?:\s(?:\([^)]*\)?|[^,(])*)?")
_REFRESH = re.compile(r"\s*[\d.]+\s*[;,]?\s*url\s*=\s*[\"']?([^\"']*)", re.IGNORECASE)
"""To where a page leads on by itself, behind how soon."""
_STYLES = frozenset(("style", "fill", "stroke", "filter", "mask", "clip-path", "cursor"))
_STYLE = re.compile(r"\burl\(\s*[\"']?([^\"')]*)", re.IGNORECASE)


def addresses_in(tag: str, name: str, value: str) -> Iterator[str]:
    """The addresses in a value; a comma belongs to one, unless it ends it."""
    if name in _WHOLE:
        yield value
    elif name in _SETS:
        yield from _CANDIDATE.findall(value)
    elif name == "ping":
        yield from value.split()
    elif tag == "meta" and name == "content":
        yield from _REFRESH.findall(value)
    elif name in _STYLES:
        yield from _STYLE.findall(value)
