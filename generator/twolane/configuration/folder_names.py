"""Which names of folders a configuration may give: those in the playbook's own folder, and that a disk can have."""

from __future__ import annotations

from pathlib import PureWindowsPath
from typing import Any
from unicodedata import category

NO_FOLDER_INSIDE = "`{}` is the name of a folder in the playbook's own folder"
_NO_LETTERS = frozenset(("Cc", "Cs"))
"""Signs that stand for no letter: those that steer a terminal, and halves of letters."""


def folder_inside(value: Any) -> str:
    """The folder that ``value`` names within the one that it is seen from, with `/` between its parts; else empty."""
    if not is_name(value) or PureWindowsPath(value).anchor or PureWindowsPath(value).drive:
        return ""
    parts = [part for part in value.replace("\\", "/").split("/") if part]
    return "" if not parts or ".." in parts else "/".join(part for part in parts if part != ".") or "."


def is_name(value: Any) -> bool:
    """Whether ``value`` is a text that a file or folder can be called."""
    return isinstance(value, str) and not any(category(letter) in _NO_LETTERS for letter in value)
