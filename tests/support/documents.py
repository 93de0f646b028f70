"""Reads the documents of the repository: their prose, code blocks, tables, links and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MANUAL = tuple(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")))
"""The pages of the manual."""
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", *MANUAL)
_FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def read(name: str) -> str:
    """The text of a document."""
    return (ROOT / name).read_text("utf-8")


def guide() -> str:
    """What a user reads: the README and the manual, without line ends."""
    return " ".join(" ".join(read(name).split()) for name in ("README.md", *MANUAL))


def fences(name: str, language: str) -> list[str]:
    """The blocks of a language in a document, in order."""
    return [text for kind, text in _FENCE.findall(read(name)) if kind == language]


def rows(name: str, first: str) -> dict[str, str]:
    """The rows of a document's table whose head begins with ``first``, by their first cell."""
    text = read(name)
    table = text[text.index(f"| {first} |") :].partition("\n\n")[0].splitlines()[2:]
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in table)
    return {first: " | ".join(rest) for first, *rest in cells}


def links(name: str) -> Iterator[str]:
    """Where the links and pictures of a document lead, its code left out."""
    yield from _LINK.findall(_FENCE.sub("", read(name)))


def anchors(name: str) -> set[str]:
    """The anchors of a document's headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.*)$", _FENCE.sub("", read(name)), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


def commands_in(name: str) -> Iterator[str]:
    """Each call of `twolane` that a document shows, in a line of a shell or within a sentence."""
    shell = "\n".join(fences(name, "sh")).replace("\\\n", " ")
    for line in shell.splitlines():
        yield from re.findall(r"(?:^|&& |\s)(twolane(?: [^#&]*)?)", line)[:1]
    yield from re.findall(r"`(twolane(?: [^`]*)?)`", _FENCE.sub("", read(name)))
