"""Says where each element has its place: the path of its page and the anchor there, from ids alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from twolane.links.finished_page import HOME
from twolane.model.buying import BuyerStep, Need
from twolane.model.element import Element
from twolane.model.process import Process
from twolane.model.roles import Role
from twolane.model.selling import Stage, Step


class Top(StrEnum):
    """Pages and folders with a name of their own below the root of the site; no process takes their place."""

    STRATEGY = "strategy"
    DIFFERENTIATORS = "differentiators"
    METRICS = "metrics"
    GLOSSARY = "glossary"
    HEALTH = "health"
    IN_A_CALL = "in-a-call"
    PRINT = "print"
    VERSIONS = "versions"
    FEED = "feed.xml"
    PREVIEW = "changes"
    RULES = "rules"
    ROLES = "roles"
    START = "start"
    MEASURING = "reference/alignment"
    PRINCIPLES = "reference/principles"
    KINDS_OF_CHANGE = "reference/changes"
    DEAL_HELP = "reference/deals"


class InProcess(StrEnum):
    """Pages with a name of their own in the folder of a process; no stage takes their place."""

    JOURNEY = "buyer-journey"
    ALIGNMENT = "alignment"
    WHERE = "where-is-my-buyer"
    RACI = "raci"
    PLAN = "action-plan"
    POSTER = "on-one-page"
    PRINT = "print"
    VERSIONS = "versions"


_INDEXES = frozenset((HOME, "readme"))
_OF_ENGINES = frozenset(("404", "assets", "search", "sitemap", "tags"))
"""What engines and themes put below the root of a site."""
_TAKEN = _INDEXES | _OF_ENGINES | {each.partition("/")[0] for each in Top}
_TAKEN_IN_PROCESS = _INDEXES | set(InProcess)
_UNSAFE = re.compile(r"[^a-z0-9-]")
_UNSAFE_IN_VERSION = re.compile(r"[^a-z0-9.-]")


@dataclass(frozen=True, slots=True)
class Address:
    """A page by its path (as in ``Page.path``) and, where not empty, an anchor on it."""

    page: str
    anchor: str = ""


@lru_cache(maxsize=20_000)
def segment(id: str) -> str:
    """An id as one part of a path or anchor; ids that are no kebab-case cannot leave their folder either."""
    return _UNSAFE.sub(lambda match: f"_{ord(match[0]):x}_", id) or "_"


def _free(id: str, taken: frozenset[str]) -> str:
    part = segment(id)
    return f"{part}_" if part in taken else part


def of_process(process: Process) -> Address:
    """The page of a process."""
    return Address(f"{_folder(process)}/index")


def of_journey(process: Process) -> Address:
    """The page of the buyer's side of a process."""
    return Address(f"{_folder(process)}/{InProcess.JOURNEY}")


def of_alignment(process: Process) -> Address:
    """The page of how a process fits the buyer's."""
    return Address(f"{_folder(process)}/{InProcess.ALIGNMENT}")


def of_where(process: Process, step: BuyerStep | None = None) -> Address:
    """The page that finds where a buyer is, or what it says of one step."""
    return Address(f"{_folder(process)}/{InProcess.WHERE}", anchor_of(step) if step else "")


def of_buyer_step(process: Process, step: BuyerStep) -> Address:
    """Where a step of the buyer stands."""
    return Address(of_journey(process).page, anchor_of(step))


def of_need(process: Process, need: Need) -> Address:
    """Where a need of the buyer stands."""
    return Address(of_journey(process).page, anchor_of(need))


def of_stage(process: Process, stage: Stage) -> Address:
    """The page of a stage."""
    return Address(f"{_folder(process)}/{_free(stage.id, _TAKEN_IN_PROCESS)}")


def of_step(process: Process, stage: Stage, step: Step) -> Address:
    """Where one of our steps stands."""
    return Address(of_stage(process, stage).page, anchor_of(step))


def of_role(role: Role) -> Address:
    """The page of a role."""
    return Address(f"{Top.ROLES}/{_free(role.id, _INDEXES)}")


def of_start(role: Role) -> Address:
    """The page of somebody new in a role."""
    return Address(f"{Top.START}/{_free(role.id, _INDEXES)}")


def of_plan(process: Process) -> Address:
    """The action plan that seller and buyer share."""
    return Address(f"{_folder(process)}/{InProcess.PLAN}")


def of_poster(process: Process) -> Address:
    """The page that shows a process on one sheet of paper."""
    return Address(f"{_folder(process)}/{InProcess.POSTER}")


def of_print(process: Process) -> Address:
    """The page that prints a whole process."""
    return Address(f"{_folder(process)}/{InProcess.PRINT}")


def of_raci(process: Process) -> Address:
    """The page of who does what in a process."""
    return Address(f"{_folder(process)}/{InProcess.RACI}")


def of_versions(process: Process, version: str = "") -> Address:
    """The page of all versions of a process, or what it says of one."""
    return Address(f"{_folder(process)}/{InProcess.VERSIONS}", f"version-{_version(version)}" if version else "")


def of_version(process: Process, version: str) -> Address:
    """The page that shows a process as it was in an old version."""
    return Address(f"{_folder(process)}/{InProcess.VERSIONS}/{_version(version)}")


def of_compared(process: Process, old: str, new: str) -> Address:
    """The page that compares two versions of a process; an empty one is the version on the other pages."""
    return Address(f"{_folder(process)}/{InProcess.VERSIONS}/{_version(old)}_to_{_version(new) if new else 'now'}")


def _version(version: str) -> str:
    """A version as one part of a path; its points stay, and it holds no underscore of its own."""
    return _UNSAFE_IN_VERSION.sub(lambda match: f"_{ord(match[0]):x}_", version)


def of_rule(code: str) -> Address:
    """The page of a rule."""
    return Address(f"{Top.RULES}/{segment(code.lower())}")


_PAGE_OF_KIND = {
    "goal": Top.STRATEGY,
    "SWOT item": Top.STRATEGY,
    "segment": Top.STRATEGY,
    "requirement": Top.STRATEGY,
    "department": Top.STRATEGY,
    "differentiator": Top.DIFFERENTIATORS,
    "competitor": Top.DIFFERENTIATORS,
    "metric": Top.METRICS,
    "term": Top.GLOSSARY,
}


def of_shared(element: Element) -> Address:
    """Where an element stands that holds for the whole playbook: a goal, a metric, a term, …"""
    return Address(_PAGE_OF_KIND[element.KIND], anchor_of(element))


def anchor_of(element: Element) -> str:
    """The anchor of an element with an id, on whichever page it stands."""
    return anchor(element.KIND.lower().replace(" ", "-"), str(getattr(element, "id", "")))


def anchor(kind: str, id: str) -> str:
    """The anchor of an element on its page; the kind keeps ids apart that are unique within their kind only."""
    return f"{kind}-{segment(id)}"


def _folder(process: Process) -> str:
    return _free(process.id, _TAKEN)
