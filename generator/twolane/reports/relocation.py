"""Names the files of findings as seen from another folder, so that a path leads to its file from there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from twolane.findings import Finding
from twolane.source import Place


def moved(findings: Iterable[Finding], prefix: str) -> tuple[Finding, ...]:
    """``findings`` with ``prefix`` before each path; their subjects stay as they are."""
    if not prefix:
        return tuple(findings)
    return tuple(
        replace(
            finding,
            place=_moved(finding.place, prefix),
            related=tuple(replace(each, place=_moved(each.place, prefix)) for each in finding.related),
        )
        for finding in findings
    )


def moved_texts(texts: Mapping[str, str], prefix: str) -> Mapping[str, str]:
    """``texts`` by the path with ``prefix``."""
    return {f"{prefix}{file}": text for file, text in texts.items()} if prefix else texts


def _moved(place: Place, prefix: str) -> Place:
    return replace(place, file=f"{prefix}{place.file}")
