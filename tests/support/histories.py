"""Playbooks with a history for tests: the base one as it was, release after release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.support.playbooks import base_files, playbook
from twolane.history.frozen import freeze
from twolane.model.releases import checksum

PROCESS = "process/new-business/process.yml"
LEDGER = "process/new-business/releases.yml"


@dataclass(frozen=True)
class Version:
    """A release: what of `process.yml` differs from the one before, as texts that occur once and what replaces them."""

    number: str
    date: str
    summary: str = ""
    level: str = ""
    changes: Mapping[str, str] = field(default_factory=dict)
    shared: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The same for other files, by path."""


VERSIONS = (
    Version("1.0.0", "2026-03-01", "The first version."),
    Version(
        "1.1.0",
        "2026-06-01",
        "A question for the first call.",
        "minor",
        {"    metrics: [meeting-rate]\n": "    metrics: [meeting-rate]\n    questions: [Who else is affected?]\n"},
    ),
    Version("1.1.1", "2026-06-15", "Clearer words.", "patch", {"Agrees to a visit": "Accepts a visit"}),
    Version(
        "2.0.0",
        "2026-10-01",
        "The buyer names who signs.",
        "major",
        {
            "- id: way-chosen": "- id: signer-named\n        buyer: Names who signs\n"
            "        evidence: E-mail with the name\n      - id: way-chosen",
            "  - id: closing\n    name: Closing": "  - id: decision\n    name: Decision",
            "stages:\n": "renamed_from: {decision: closing}\nstages:\n",
            "Who else is affected?": "Who else is hurt?",
            "responsible: engineer": "responsible: rep",
        },
    ),
)
"""Four releases of all levels; the last one renames a stage, and holds deals that could go on before."""


def with_history(*versions: Version, files: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """The files of a playbook after these releases, the oldest first; the base one and ``VERSIONS`` by default."""
    made = dict(files or base_files())
    lines: list[str] = []
    for version in versions or VERSIONS:
        made = changed(made, PROCESS, {**version.changes, **_numbered(made, version.number)})
        for name, changes in version.shared.items():
            made = changed(made, name, changes)
        whole = playbook(made)
        copy = freeze(made[PROCESS].decode(), whole.process["new-business"], whole).encode()
        made[f"process/new-business/releases/{version.number}.yml"] = copy
        lines.insert(0, _entry(version, checksum(copy)))
    return {**made, LEDGER: "".join(("releases:\n", *lines)).encode()}


def changed(files: Mapping[str, bytes], name: str, changes: Mapping[str, str]) -> dict[str, bytes]:
    """The files with texts of one of them replaced; each must occur exactly once."""
    text = files[name].decode()
    for old, new in changes.items():
        assert text.count(old) == 1, (name, old, text.count(old))
        text = text.replace(old, new)
    return {**files, name: text.encode()}


def _numbered(files: Mapping[str, bytes], number: str) -> dict[str, str]:
    line = next(each for each in files[PROCESS].decode().splitlines() if each.startswith("version:"))
    return {f"\n{line}\n": f"\nversion: {number}\n"} if line != f"version: {number}" else {}


def _entry(version: Version, sha256: str) -> str:
    lines = [f"  - version: {version.number}", f"    date: {version.date}"]
    lines += [f"    summary: {version.summary}"] if version.summary else []
    lines += [f"    level: {version.level}"] if version.level else []
    return "\n".join((*lines, f"    sha256: {sha256}", ""))
