"""The examples on the pages of rules, spliced into the base playbook."""

from __future__ import annotations

import re

from tests.support.playbooks import base_files

_OTHER_FILE = re.compile(r"# (\S+\.yml)\n")
_KEY = re.compile(r"([a-z_]+):")


def spliced(fragment: str, before: dict[str, bytes] | None = None) -> dict[str, bytes]:
    """The base playbook, or the one ``before``, with the top-level keys of ``fragment`` in the place of its own.

    The fragment belongs to `process.yml`, or to the file that a comment on its first line names.
    """
    text = f"{fragment}\n"
    other = _OTHER_FILE.match(text)
    name = f"process/{other[1]}" if other else "process/new-business/process.yml"
    files = dict(base_files() if before is None else before)
    files[name] = (_without(files.get(name, b"").decode(), set(_KEY.findall(_heads(text)))) + text).encode()
    return files


def _heads(text: str) -> str:
    """The lines that begin with a key of the top level."""
    return "\n".join(line for line in text.splitlines() if _KEY.match(line))


def _without(text: str, keys: set[str]) -> str:
    """The text without what stands under its top-level ``keys``."""
    kept, keep = [], True
    for line in text.splitlines(keepends=True):
        head = _KEY.match(line)
        keep = head[1] not in keys if head else keep
        kept.append(line if keep else "")
    return "".join(kept)
