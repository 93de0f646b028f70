"""Writes what a release changes in its files, and nothing else in them: the version, and a new entry in the ledger."""

from __future__ import annotations

from twolane.loading.validation import keyed, validate
from twolane.model.process import Process
from twolane.model.releases import Ledger, Release
from twolane.source import Span
from twolane.yaml_text.document import Document
from twolane.yaml_text.strict_yaml import read_document
from twolane.yaml_text.yaml_writing import listed, plain

_FIRST_LINE = "# yaml-language-server: $schema=../.schema/releases.json\n"
_KEY = "releases"


class CannotEdit(Exception):
    """A file is written in a way in which no program can change this one value; the message says what to do."""


def with_version(text: str, process: Process, version: str) -> str:
    """The text of a process's file with another version, and every other letter as it was.

    Line ends of ``text`` are line feeds. It is read back: raises ``CannotEdit`` where that gives another process.
    """
    span = process.at.values.get("version")
    edited = _replaced(text, span, version) if span else text
    read = read_document("process.yml", edited.encode(errors="surrogatepass"))
    found, findings = validate(read, Process) if isinstance(read.value, dict) else (None, [])
    if read.findings or findings or found != process.model_copy(update={"version": version}):
        raise CannotEdit(f"The version cannot be changed in this file; write `version: {version}` there by hand.")
    return edited


def with_release(text: str, entry: Release) -> str:
    """The text of a ledger with ``entry`` in front of the others; an empty text gives a new ledger.

    The lines of the other entries stay as they were. Raises ``CannotEdit`` where the ledger cannot be read.
    """
    before = _read(text) if text.strip() else Ledger()
    if before is None:
        raise CannotEdit("The ledger releases.yml has mistakes; mend what `twolane check` says of it first.")
    wanted = (entry, *before.releases)
    lines = listed(plain(entry))
    for edited in (_inserted(text, before, lines), _anew(wanted)):
        found = _read(edited)
        if found is not None and found.releases == wanted:
            return edited
    raise CannotEdit("The entry cannot be written into releases.yml so that it reads back the same.")


def _read(text: str) -> Ledger | None:
    read = read_document("releases.yml", text.encode(errors="surrogatepass"))
    if read.findings or read.value is None:
        return None if read.findings else Ledger()
    ledger, findings = validate(Document(read.file, read.text, keyed(read, _KEY)), Ledger)
    return None if findings else ledger


def _replaced(text: str, span: Span, value: str) -> str:
    """The text with a scalar of one line replaced; its quotes stay."""
    line, start, _, end = span
    lines = text.split("\n")
    old = lines[line][start:end]
    quote = old[:1] if old[:1] in ("'", '"') and old[:1] == old[-1:] else ""
    lines[line] = f"{lines[line][:start]}{quote}{value}{quote}{lines[line][end:]}"
    return "\n".join(lines)


def _inserted(text: str, before: Ledger, lines: list[str]) -> str:
    """The entry above the first one, below the key, or in a file of its own where there is none yet."""
    rest = text.split("\n")
    if not text.strip():
        return _anew_lines(lines)
    key, spans = before.at.keys.get(_KEY), before.at.items.get(_KEY, [])
    if not before.releases:
        kept = [line for number, line in enumerate(rest) if key is None or number < key[0]]
        comments = [line for line in kept if line.startswith("#")]
        return "\n".join([*comments, f"{_KEY}:", *(f"  {line}" for line in lines), ""])
    at = spans[0][0] if spans else 0
    indent = len(rest[at]) - len(rest[at].lstrip(" "))
    above = key[0] + 1 if key is not None else at
    new = [f"{' ' * indent}{line}" if line else line for line in lines]
    return "\n".join([*rest[:above], *new, *rest[above:]])


def _anew(releases: tuple[Release, ...]) -> str:
    return _anew_lines([line for release in releases for line in listed(plain(release))])


def _anew_lines(lines: list[str]) -> str:
    inner = "".join(f"  {line}\n" if line else "\n" for line in lines)
    return f"{_FIRST_LINE}{_KEY}:\n{inner}"
