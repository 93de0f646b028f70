"""Reads what a page written by hand says about itself above its text, in the two forms that MkDocs takes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twolane.findings import Finding
from twolane.loading import ignores
from twolane.loading.ignores import Ignore
from twolane.loading.validation import validate
from twolane.model.written_page import FrontMatter
from twolane.source import Place, Source
from twolane.wording.lists import listed
from twolane.yaml_text.document import AT, Document, Value
from twolane.yaml_text.reading_rules import UNREADABLE
from twolane.yaml_text.strict_yaml import read_document

_FRONT = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*(?:\n|$)", re.DOTALL)
_EMPTY = re.compile(r"-{3}[ \t]*\n\s*-{3}[ \t]*(?:\n|$)")
_LINES = re.compile(r"(?:[ ]{0,3}[\w-]+:.*(?:\n|$)|[ ]{4,}\S.*(?:\n|$))+")
"""MkDocs also takes lines of key and value above a page's text."""
_MATERIALS = ("new", "deprecated")
"""What Material shows as signs in the navigation where a page has it as `status`."""
_KEYS = frozenset(FrontMatter.model_fields) - {"at"}


@dataclass(frozen=True, slots=True)
class Front:
    """What stands above a page's text: the facts, the title if it has one, and how many lines it takes."""

    facts: FrontMatter
    title: str = ""
    lines: int = 0
    findings: tuple[Finding, ...] = ()
    ignores: tuple[Ignore, ...] = ()


def head_of(text: str) -> tuple[str, int, bool]:
    """What stands above the text of a page: its text, how long it is with its marks, and whether it is YAML.

    Line ends are line feeds.
    """
    if empty := _EMPTY.match(text):
        return "", empty.end(), True
    if found := _FRONT.match(text):
        return found[1], found.end(), True
    lines = _LINES.match(text)
    return (lines[0], lines.end(), False) if lines else ("", 0, False)


def read_front(file: str, text: str) -> Front:
    """The front matter of ``text``; what is broken in it is told, and of keys that are not ours nothing."""
    head, length, is_yaml = head_of(text)
    if not head.strip():
        return Front(_facts(file, None)[0], lines=text.count("\n", 0, length))
    # The mark above stands in the first line, so that all others keep their numbers.
    document = read_document(file, f"\n{head}".encode() if is_yaml else head.encode())
    facts, faults = _facts(file, document.value)
    findings = (*document.findings, *_no_mapping(document), *faults) if is_yaml else tuple(faults)
    comments = ignores.find(document) if is_yaml else []
    title = document.value.get("title") if isinstance(document.value, dict) else None
    told = title if isinstance(title, str) else ""
    return Front(facts, told, text.count("\n", 0, length), findings, tuple(comments))


def _facts(file: str, value: Value) -> tuple[FrontMatter, list[Finding]]:
    ours: Value = None
    if isinstance(value, dict):
        ours = {key: each for key, each in value.items() if key in _KEYS or key == AT}
        ours = {key: each for key, each in ours.items() if key != "status" or each not in _MATERIALS}
    facts, findings = validate(Document(file, "", ours), FrontMatter)
    return facts or FrontMatter.model_validate({AT: Source(file)}), findings


def _no_mapping(document: Document) -> list[Finding]:
    if isinstance(document.value, dict) or document.value is None or document.findings:
        return []
    lines = document.text.split("\n")
    at = next(number for number, line in enumerate(lines) if line.strip())
    place = Place(document.file, at + 1, 1, at + 1, len(lines[at]) + 1)
    message = "what stands between the lines of dashes is no front matter, so the page shows it as text"
    keys = listed(f"`{key}`" for key in sorted(_KEYS))
    hint = f"write a key, a colon and a value in each line (known are {keys}), or take the dashes out"
    return [UNREADABLE.on(place, message, hint=hint)]
