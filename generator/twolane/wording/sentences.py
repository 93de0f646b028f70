"""Turns what a check or a comparison says into a sentence for a page: a capital, a full stop, and code as code."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_QUOTED = re.compile("(“[^”]*”)")
_STOPS = (".", "!", "?")
_CODE = re.compile("`([^`]*)`")


def said(text: str) -> Markup:
    """A sentence; what stands between backticks is code, but in a quoted name, which is shown as it is."""
    sentence = text[:1].upper() + text[1:] + ("" if text.removesuffix("”").endswith(_STOPS) or not text else ".")
    parts = _QUOTED.split(sentence)
    return Markup().join(escape(part) if at % 2 else _coded(part) for at, part in enumerate(parts))


def unmarked(text: str) -> str:
    """The same sentence where there is nothing but letters."""
    return said(text).striptags()


def _coded(text: str) -> Markup:
    parts = _CODE.split(text)
    return Markup().join(
        Markup("<code>{}</code>").format(part) if at % 2 else escape(part) for at, part in enumerate(parts)
    )
