"""Takes the comments out of our own scripts and styles: they are for those who read the source, and weigh a quarter."""

from __future__ import annotations

import re
from pathlib import Path

from twolane.site.template_folders import is_ours

_BLOCK = re.compile(r"^[ \t]*/\*(?!!)(?:(?!\*/).)*\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
"""A comment that has its lines to itself; one with a ``!`` holds terms of a licence."""
_LINE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)


def sent(path: Path) -> str:
    """Returns the text of a script or style sheet as it goes to readers: a playbook's own keeps its comments."""
    text = path.read_text("utf-8")
    return without_comments(path.name, text) if is_ours(path) else text


def without_comments(name: str, text: str) -> str:
    """The text of a script or style sheet without comments that have lines of their own; any other file as it is."""
    if name.endswith(".js"):
        return _LINE.sub("", _BLOCK.sub("", text))
    return _BLOCK.sub("", text) if name.endswith(".css") else text
