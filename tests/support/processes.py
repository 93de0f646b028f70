"""Processes for tests of alignment, built from a few words each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from twolane.alignment.analysis import align
from twolane.alignment.results import Alignment
from twolane.checks.misaligned import misaligned
from twolane.model.process import Process

Time = float | None


def need(id: str, kind: str = "information", begin: Time = None, end: Time = None) -> dict[str, Any]:
    """A need of the buyer."""
    return {"id": id, "kind": kind, "what": f"What {id} is", "from": begin, "until": end}


def buyer_step(id: str, begin: Time = None, end: Time = None, *needs: dict[str, Any]) -> dict[str, Any]:
    """A step of the buyer."""
    return {"id": id, "name": id.title(), "from": begin, "until": end, "needs": list(needs)}


def step(
    id: str, begin: Time = None, end: Time = None, serves: Sequence[str] = (), delivers: Sequence[str] = ()
) -> dict[str, Any]:
    """A step of ours."""
    named = {"id": id, "name": id.title(), "from": begin, "until": end}
    return {**named, "serves": list(serves), "delivers": list(delivers)}


def process(theirs: Iterable[dict[str, Any]], *stages: Iterable[dict[str, Any]]) -> Process:
    """A process of these buyer steps and stages, each given by its steps."""
    ours = [
        {"id": f"stage-{number}", "name": f"Stage {number}", "steps": list(steps)}
        for number, steps in enumerate(stages, 1)
    ]
    head = {"id": "sample", "name": "Sample", "version": "1.0.0"}
    return Process.model_validate({**head, "buyer": {"steps": list(theirs)}, "stages": ours})


def figures(alignment: Alignment) -> dict[str, tuple[int, int]]:
    """Each measure as *held of of*, without those that have nothing to compare."""
    return {each.name: (each.held, each.of) for each in alignment.measures if each.of}


def codes(given: Process) -> list[str]:
    """The codes of what the rules find, in their order."""
    return [finding.rule.code for finding in misaligned(align(given))]
