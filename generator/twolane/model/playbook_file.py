"""``playbook.yml`` and ``glossary.yml``: what a playbook says about itself, and its terms."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from twolane.model.element import Element
from twolane.model.renames import MergedFrom, Regrouped, RenamedFrom, Renames, SplitInto
from twolane.model.value_types import Id, OneOrMore, ProcessId, Prose, RoleId, TermId, Text, Truth


def _starter(value: Any) -> Any:
    return "" if value == "false" else value


class Lanes(Element):
    """The names of the two lanes."""

    buyer: Text = Field("Buyer", examples=["The plant"])
    """What the buyer's lane is called."""
    seller: Text = Field("Seller", examples=["We"])
    """What our lane is called."""


class PlaybookFile(Element):
    """``playbook.yml``: the title of the playbook and what holds for all of it."""

    title: Text = Field(examples=["The Plantline playbook"])
    """The title of the site."""
    description: Prose = Field("", examples=["How plants buy scheduling, and how we help them do it."])
    """What the playbook is about, in a sentence or two."""
    lanes: Lanes = Lanes()
    """The names of the two lanes."""
    processes: OneOrMore[ProcessId] = Field((), examples=[["new-business", "expansion"]])
    """The order in which people see the processes; those that it leaves out follow by their ids."""
    starter: Annotated[Text, BeforeValidator(_starter)] = Field("", examples=["1"])
    """The version of the starter that this playbook was made from; ``false`` or nothing when it was not (P15)."""
    audiences: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """Who the playbook is for; the first one is the house itself, which sees everything."""
    approvers: OneOrMore[RoleId] = Field((), examples=[["sales-director", "sales-operations"]])
    """Roles of ours that may accept any change that breaks something, beside those that answer for what it breaks."""
    approve_in_same_change: Truth = Field(False, examples=[True])
    """True where an approval also counts in the pull request that breaks, since approvals.yml has its own reviewers."""
    renamed_from: RenamedFrom = Field(Renames(), examples=[{"account-executive": "field-sales"}])
    """New id: old id, for one release cycle, of what all processes share (roles, metrics, goals, processes)."""
    merged_from: MergedFrom = Field(Regrouped(), examples=[{"account-executive": ["hunter", "farmer"]}])
    """New id: old ids, for one release cycle, where roles or processes have become one."""
    split_into: SplitInto = Field(Regrouped(), examples=[{"field-sales": ["account-executive", "account-manager"]}])
    """Old id: new ids, for one release cycle, where a role or process has become several; deals stay with the first."""


class Term(Element):
    """A word that the team uses in one meaning."""

    KIND: ClassVar[str] = "term"
    SCOPE: ClassVar[str] = "playbook"

    id: Id = Field(examples=["change-over"])
    """The lasting name of the term."""
    term: Text = Field(examples=["Change-over"])
    """The word itself."""
    definition: Prose = Field(examples=["Setting a machine up for the next order"])
    """What it means here."""
    also: OneOrMore[Text] = Field((), examples=[["set-up"]])
    """Other words for the same thing."""
    see: OneOrMore[TermId] = Field((), examples=[["cycle-time"]])
    """Related terms."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; everybody where it says nothing."""


class GlossaryFile(Element):
    """``glossary.yml``: the terms of the playbook."""

    terms: tuple[Term, ...] = ()
    """All terms."""
