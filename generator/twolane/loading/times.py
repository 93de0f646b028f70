"""Spans of time that cannot be: an end before its begin (D005)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twolane.findings import Finding, Related
from twolane.model.buying import BuyerStep, Need
from twolane.model.process import Process
from twolane.model.selling import Step
from twolane.yaml_text.reading_rules import WRONG_VALUE


def check(processes: Iterable[Process]) -> Iterator[Finding]:
    """Each step or need that ends before it begins."""
    for process in processes:
        timed: tuple[BuyerStep | Need | Step, ...] = (*process.buyer_steps, *process.needs, *process.steps)
        for element in timed:
            if element.from_ is not None and element.until is not None and element.until < element.from_:
                yield WRONG_VALUE.at(
                    element.at,
                    "until",
                    f"`until`: {element.until:g} is before `from`, which is {element.from_:g}",
                    hint="swap the two, or mend the one that is wrong",
                    related=(Related(element.at.place("from"), "it begins here"),),
                )
