"""The MkDocs plugin: the only package that knows MkDocs and Material."""

from __future__ import annotations

from twolane.mkdocs.plugin import TwolanePlugin

__all__ = ["TwolanePlugin"]
