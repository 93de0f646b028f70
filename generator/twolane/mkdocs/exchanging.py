"""Readies pages for Material's `navigation.instant`, which keeps the window and exchanges the contents alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from posixpath import basename

from mkdocs.config.defaults import MkDocsConfig

from twolane.mkdocs.material_repairs import CONTAINER

_INSTANT = "navigation.instant"
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_HTML_WITHIN = re.compile(r"(<foreignObject\b.*?</foreignObject>)", re.DOTALL)
_HREF = re.compile(r"(<[a-zA-Z][^<>]*?\s)href=")


def exchanges_contents(config: MkDocsConfig) -> bool:
    """Whether the site has the feature."""
    return _INSTANT in (config.theme.get("features") or ())


def exchangeable(html: str, scripts: Iterable[str]) -> str:
    """A finished page that may take the place of another in the same window.

    It names the scripts that it needs, for those that are not there yet. Material sets the `href` of whatever has one,
    and stops for good where it cannot be set, as in drawings; there, it has its older name.
    """
    names = " ".join(map(basename, scripts))
    listed = f'<template data-twolane="{escape(names)}"></template>'
    return _DRAWING.sub(_with_older_names, CONTAINER.mend_first(html, listed))


def _with_older_names(drawing: re.Match[str]) -> str:
    parts = _HTML_WITHIN.split(drawing[0])
    return "".join(part if number % 2 else _HREF.sub(r"\1xlink:href=", part) for number, part in enumerate(parts))
