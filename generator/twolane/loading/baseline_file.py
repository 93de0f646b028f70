"""Reads and writes a baseline: the file of findings that are left out until they are mended."""

from __future__ import annotations

from collections.abc import Iterable

from twolane.findings import Finding
from twolane.loading.validation import validate
from twolane.model.baseline import Baseline, KnownFinding
from twolane.source import Place
from twolane.yaml_text.reading_rules import UNREADABLE
from twolane.yaml_text.strict_yaml import read_document
from twolane.yaml_text.yaml_writing import document, plain

_HEAD = """\
# Findings that `twolane check --baseline FILE` leaves out until they are mended.
# Whatever is mended can be taken out here with --prune-baseline; --write-baseline takes up what is there today.
"""


def read_baseline(file: str, data: bytes) -> tuple[Baseline | None, str, list[Finding]]:
    """The baseline in ``data``, the text for excerpts, and what is wrong with it; ``None`` where it is of no use."""
    read = read_document(file, data)
    if not isinstance(read.value, dict):
        hint = "name a file that `--write-baseline` has written"
        none = [UNREADABLE.on(Place(file), "this file is no baseline", hint=hint)]
        return None, read.text, list(read.findings) or none
    baseline, findings = validate(read, Baseline)
    return baseline, read.text, [*read.findings, *findings]


def written(reason: str, findings: Iterable[KnownFinding]) -> str:
    """The text of a baseline."""
    return _HEAD + document({"reason": reason, "findings": [plain(each) for each in findings]})
