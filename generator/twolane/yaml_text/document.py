"""What reading one YAML file gives: plain values that know where they stand, and what was wrong with the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from twolane.findings import Finding
from twolane.source import AT, Quoted, Source

__all__ = ["AT", "Document", "Quoted", "Value"]

Value: TypeAlias = "str | list[Value] | dict[str, Value | Source] | None"
"""A scalar is text exactly as written (``1.10``, ``no``), ``None`` where nothing is written; the schema decides
what it means. Sequences are lists; mappings are dicts that hold their ``Source`` under ``AT``."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its value (``None`` where nothing could be read), its findings, and its text for excerpts."""

    file: str
    text: str
    value: Value
    findings: tuple[Finding, ...] = ()
