"""Roles: who sells, who buys, and who helps either of them."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from pydantic import Field

from twolane.model.element import Element
from twolane.model.value_types import Id, OneOrMore, Prose, RoleId, Text, Truth

Side: TypeAlias = Literal["seller", "buyer", "partner"]
Autonomy: TypeAlias = Literal["free", "guided", "scripted"]


class OnboardingItem(Element):
    """One task of a new member of a role: what to read, what to do, and how to know that it is done."""

    KIND: ClassVar[str] = "onboarding item"
    SCOPE: ClassVar[str] = "parent"

    id: Id = Field(examples=["listen-to-three-calls"])
    """The lasting name of the task; ticks hang on it."""
    title: Text = Field(examples=["Listen to three discovery calls"])
    """The task in a few words."""
    when: Text = Field("", examples=["day 1", "week 2"])
    """When it is due, counted from the first day."""
    read: OneOrMore[Text] = Field((), examples=[["new-business", "new-business/prospecting", "welcome.md"]])
    """What to read: ids of anything in the playbook, or pages."""
    do: Prose = Field("", examples=["Write down which buyer step each caller is in."])
    """What to do."""
    done_when: Prose = Field("", examples=["Your manager agrees with two of three."])
    """How one knows that it is done."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; everybody where it says nothing."""


class Role(Element):
    """Somebody who takes part: on our side, on the buyer's, or a partner."""

    KIND: ClassVar[str] = "role"
    SCOPE: ClassVar[str] = "playbook"

    id: Id = Field(examples=["account-executive"])
    """The lasting name of the role."""
    name: Text = Field(examples=["Account executive"])
    """What people call it."""
    side: Side = Field("seller", examples=["seller"])
    """On whose side the role stands."""
    level: Text = Field("", examples=["senior"])
    """Seniority: junior, experienced, senior, lead, manager, director or executive; other words are taken too."""
    seat: Literal["inside", "field"] | None = Field(None, examples=["field"])
    """Whether the role sells from its desk or at the customer's."""
    focus: OneOrMore[Literal["hunter", "farmer"]] = Field((), examples=["hunter"])
    """Whether the role wins new customers or grows those we have."""
    phase: OneOrMore[Literal["pre-sales", "sales", "post-sales"]] = Field((), examples=["sales"])
    """In which part of the customer's life the role works."""
    reports_to: RoleId | None = Field(None, examples=["sales-director"])
    """The role that this one reports to."""
    mission: Prose = Field("", examples=["Help plants decide well, whoever they decide for."])
    """Why the role is there, in a sentence."""
    responsibilities: OneOrMore[Prose] = Field((), examples=[["Owns each deal from qualification to closing"]])
    """What the role answers for."""
    autonomy: Autonomy | None = Field(None, examples=["guided"])
    """How much the role decides for itself (P10)."""
    tools: OneOrMore[Text] = Field((), examples=[["crm"]])
    """What the role works with."""
    skills: OneOrMore[Text] = Field((), examples=[["discovery"]])
    """What the role must be able to do."""
    decides: Truth = Field(False, examples=[True])
    """True for a buyer who can say yes (P13)."""
    full_cycle: Truth = Field(False, examples=[True])
    """True for a role that does a whole process by design, such as the owner of a small shop."""
    onboarding: tuple[OnboardingItem, ...] = ()
    """The path of somebody new in this role; where it is missing, it is made from the role's steps."""
    merged_from: OneOrMore[Text] = Field((), examples=[["hunter", "farmer"]])
    """The old ids of the roles that have become this one, for one release cycle."""
    split_into: OneOrMore[Text] = Field((), examples=[["account-manager"]])
    """The new ids of what was split off this role, for one release cycle."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; everybody where it says nothing."""


class RolesFile(Element):
    """``roles.yml``: seller, buyer and partner roles."""

    roles: tuple[Role, ...] = ()
    """All roles of the playbook."""
