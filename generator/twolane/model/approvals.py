"""``approvals.yml``: changes that hurt somebody and were accepted all the same, by whom, why and until when."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, TypeAlias

from pydantic import AfterValidator, Field, WithJsonSchema

from twolane.model.element import Element
from twolane.model.value_types import Day, Prose, RoleId, Text, wrong

_DIGITS = re.compile("[0-9a-f]{32}")


def _fingerprint(value: str) -> str:
    if not _DIGITS.fullmatch(value):
        raise wrong("expected the 32 digits that the report on the change shows; paste them from there")
    return value


Fingerprint: TypeAlias = Annotated[
    str, AfterValidator(_fingerprint), WithJsonSchema({"type": "string", "pattern": f"^{_DIGITS.pattern}$"})
]


class Approval(Element):
    """One change that was accepted; the reports of `twolane diff` show the entry to paste."""

    KIND: ClassVar[str] = "approval"

    fingerprint: Fingerprint = Field(examples=["9f86d081884c7d659a2feaa0c55ad015"])
    """What the change is recognised by: its kind, its path and both values, whatever lines they stand on."""
    change: Text = Field("", examples=["required-exit-criterion-added"])
    """The code or slug of the kind of change, for whoever reads the entry."""
    path: Text = Field("", examples=["new-business/stages/prospecting/exit/meeting-agreed"])
    """What changed, by keys and ids, for whoever reads the entry."""
    reason: Prose = Field(examples=["The four deals that it stops are led by hand until they close."])
    """Why it is accepted."""
    by: RoleId = Field(examples=["sales-director"])
    """The role that accepted it."""
    until: Day = Field(examples=["2027-01-31"])
    """The last day on which it is accepted."""


class ApprovalsFile(Element):
    """``approvals.yml``: changes that hurt somebody and were accepted all the same."""

    approvals: tuple[Approval, ...] = ()
    """All approvals."""
