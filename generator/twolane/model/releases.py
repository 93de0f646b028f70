"""What has been: the ledger of a process's releases, and the actuals that the CRM reports (P14, P16)."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import AfterValidator, Field, WithJsonSchema

from twolane.model.approvals import Approval
from twolane.model.element import Element
from twolane.model.market import Competitor, Differentiator, Segment
from twolane.model.metrics import Metric
from twolane.model.roles import Role
from twolane.model.strategy import Goal
from twolane.model.value_types import Count, Day, Prose, Text, Time, Version, wrong


def _checksum(value: str) -> str:
    if not _SHA256.fullmatch(value):
        raise wrong("expected a checksum of 64 hexadecimal digits, as `twolane release` writes it")
    return value.lower()


_SHA256 = re.compile(r"[0-9A-Fa-f]{64}")
Checksum: TypeAlias = Annotated[
    str, AfterValidator(_checksum), WithJsonSchema({"type": "string", "pattern": f"^{_SHA256.pattern}$"})
]


class Release(Element):
    """One line of the ledger: a version that was frozen."""

    KIND: ClassVar[str] = "release"

    version: Version = Field(examples=["2.0.0"])
    """The version that was frozen."""
    date: Day = Field(examples=["2026-10-01"])
    """When."""
    summary: Prose = Field("", examples=["A buyer's yes now needs the plant manager."])
    """What changed, in plain sentences."""
    level: Literal["major", "minor", "patch"] | None = Field(None, examples=["major"])
    """How much of a change it was."""
    sha256: Checksum = Field("", examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"])
    """The checksum of the frozen copy."""


class Ledger(Element):
    """``releases.yml``: every release of one process; `twolane release` writes it, and frozen copies beside it."""

    releases: tuple[Release, ...] = ()
    """The releases, the newest first."""


class FrozenWith(Element):
    """``frozen_with``: what all processes share, as far as a process referred to it when it was frozen."""

    goals: tuple[Goal, ...] = ()
    """Strategy goals that it executed."""
    roles: tuple[Role, ...] = ()
    """Roles that took part."""
    segments: tuple[Segment, ...] = ()
    """The segment that it was for."""
    metrics: tuple[Metric, ...] = ()
    """What was measured."""
    differentiators: tuple[Differentiator, ...] = ()
    """What set us apart."""
    competitors: tuple[Competitor, ...] = ()
    """From whom."""
    approvals: tuple[Approval, ...] = ()
    """Changes in this version that hurt somebody and were accepted."""


@dataclass(frozen=True, slots=True)
class FrozenCopy:
    """The file of one release as it stands: ``file`` is its path as findings name it.

    Its content is read only by whoever needs it; `twolane.history.frozen` does.
    """

    file: str
    version: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The checksum as the ledger holds it; the same whether lines end as on Windows or not."""
        return checksum(self.data)


def checksum(data: bytes) -> str:
    """SHA-256 in hexadecimal digits, with line feeds for the line ends of Windows."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


_PERIOD = re.compile(r"\d{4}-(0[1-9]|1[0-2]|Q[1-4])")


def _whole_period(value: str) -> str:
    if not _PERIOD.fullmatch(value):
        raise wrong(f"expected a month or quarter such as 2026-09 or 2026-Q3, found “{value}”")
    return value


WholePeriod: TypeAlias = Annotated[
    str, AfterValidator(_whole_period), WithJsonSchema({"type": "string", "pattern": f"^{_PERIOD.pattern}$"})
]


class Actual(Element):
    """One row of ``actuals.csv``: what happened in one stage in one period; counts of deals."""

    KIND: ClassVar[str] = "row"

    period: WholePeriod = Field(examples=["2026-09"])
    """The month or quarter."""
    stage: Text = Field(examples=["prospecting"])
    """The id of the stage."""
    entered: Count = Field(examples=[40])
    """Deals that entered the stage."""
    advanced: Count = Field(examples=[12])
    """Deals that went on to the next stage."""
    lost: Count = Field(examples=[9])
    """Deals that ended with a no."""
    no_decision: Count = Field(examples=[6])
    """Deals that ended without a decision."""
    median_days: Time | None = Field(None, examples=[21])
    """The median time in the stage, in days."""


class ActualsFile(Element):
    """``actuals.csv``: what the CRM says really happened."""

    rows: tuple[Actual, ...] = ()
    """One row per period and stage."""


@dataclass(frozen=True, slots=True)
class LostReleases:
    """The releases of one process that are gone: what is wrong, and what to do, each as people read it."""

    process: str
    message: str
    advice: str

    @property
    def sentence(self) -> str:
        """Both, as a note."""
        return f"{self.message}. {self.advice}."
