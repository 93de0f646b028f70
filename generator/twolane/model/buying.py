"""The buyer's side of a process: its trigger, its steps, and what the buyer needs at each (P1, P4 to P6, P17)."""

from __future__ import annotations

from typing import ClassVar, Literal, NamedTuple, Self, TypeAlias

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from twolane.model.element import Element
from twolane.model.value_types import BuyerStepId, Id, OneOrMore, OrText, Prose, RoleId, Text, Time

NeedKind: TypeAlias = Literal[
    "information", "visit", "demonstration", "proof", "specification", "pricing", "access", "space"
]


class Pain(Element):
    """A problem that the buyer has, what they tried, and what it costs (P17)."""

    problem: Prose = Field(examples=["Schedules are redone by hand every week"])
    """What is wrong."""
    workaround: Prose = Field("", examples=["A spreadsheet that one person understands"])
    """What they do about it today."""
    cost: Prose = Field("", examples=["6 hours a week"])
    """What it costs them."""
    affects: OneOrMore[RoleId] = Field((), examples=[["plant-planner", "plant-manager"]])
    """Whom it affects."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; everybody where it says nothing."""


def _lacks(key: str, hint: str) -> PydanticCustomError:
    return PydanticCustomError("lacking", "lacks a key", {"key": key, "hint": hint})


class Clue(NamedTuple):
    """What gives a buyer away: the answer to a question, or what can be seen where ``ask`` is empty."""

    ask: str
    tells: str


class Sign(Element):
    """How a rep can tell that the buyer is here: a question and the answer that gives it away, or what to see (P6).

    A text alone is what to look for.
    """

    SHORT: ClassVar[str] = "look_for"
    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [{"required": ["ask"]}, {"required": ["look_for"]}],
            "dependencies": {"ask": ["tells"], "tells": ["ask"]},
        }
    )

    ask: Prose = Field("", examples=["What does a missed schedule cost you?"])
    """What to ask."""
    tells: Prose = Field("", examples=["They do not know yet, but want to"])
    """The answer of a buyer who is at this step."""
    look_for: Prose = Field("", examples=["A tender notice is published"])
    """What can be seen without asking, as where buyers may not be asked."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; everybody where it says nothing."""

    @property
    def words(self) -> str:
        """What it is known by: its question, else what to look for."""
        return self.ask or self.look_for

    @property
    def clues(self) -> tuple[Clue, ...]:
        """What gives the buyer away, the question first."""
        asked = (Clue(self.ask, self.tells),) if self.ask else ()
        return (*asked, Clue("", self.look_for)) if self.look_for else asked

    @model_validator(mode="after")
    def _says_enough(self) -> Self:
        if self.ask and not self.tells:
            raise _lacks("tells", "add what they answer: `tells: …`")
        if self.tells and not self.ask:
            seen = f"if you see it without asking, write `look_for: {self.tells}`"
            raise _lacks("ask", f"add the question that they answer: `ask: …`; {seen}")
        if not self.words:
            raise _lacks("ask", "add a question to `ask` and the answer that `tells`, or what to `look_for`")
        return self


class Need(Element):
    """Something of value that the buyer expects from the seller at this step (P1)."""

    KIND: ClassVar[str] = "need"
    SCOPE: ClassVar[str] = "process"

    id: Id = Field(examples=["benchmark"])
    """The lasting name of the need."""
    kind: NeedKind = Field(examples=["information"])
    """What form the value takes; ``space`` is being left alone."""
    what: Prose = Field(examples=["How plants of their size measure missed schedules"])
    """What exactly the buyer needs."""
    from_: Time | None = Field(None, alias="from", examples=[1])
    """When the need begins, in the process's time unit; the step's begin where it is missing."""
    until: Time | None = Field(None, examples=[3])
    """When it ends; the step's end where it is missing."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; everybody where it says nothing."""


class Decision(Element):
    """What the buyer decides at the end of a step, and what follows from each outcome (P4)."""

    question: Prose = Field(examples=["Is this worth solving now?"])
    """The buyer's question."""
    go: BuyerStepId | None = Field(None, examples=["agree-need"])
    """The buyer step that follows a yes; the next one where it is missing."""
    no_go: Prose = Field("", examples=["They live with it. Offer the yearly benchmark, close politely."])
    """What follows from a no."""
    no_decision: Prose = Field("", examples=["Ask what would have to happen; come back next quarter."])
    """What follows when they do not decide."""


class BuyerStep(Element):
    """One step of the buyer's own process."""

    KIND: ClassVar[str] = "buyer step"
    SCOPE: ClassVar[str] = "process"

    id: Id = Field(examples=["notice"])
    """The lasting name of the step."""
    name: Text = Field(examples=["Notice the problem"])
    """What people call it."""
    from_: Time | None = Field(None, alias="from", examples=[0])
    """When the step begins, in the process's time unit."""
    until: Time | None = Field(None, examples=[4])
    """When it ends."""
    actors: OneOrMore[RoleId] = Field((), examples=[["plant-planner"]])
    """Who takes part on the buyer's side."""
    objective: Prose = Field("", examples=["Find out whether missed schedules are worth anyone's time."])
    """What the buyer wants to reach (P5)."""
    concerns: OneOrMore[Prose] = Field((), examples=[["Being blamed for the numbers"]])
    """What worries them (P5)."""
    pains: tuple[Pain, ...] = ()
    """What hurts today (P17)."""
    signs: tuple[OrText[Sign], ...] = ()
    """How a rep can tell that the buyer is here (P6)."""
    needs: tuple[Need, ...] = ()
    """What the buyer expects from the seller (P1)."""
    decision: Decision | None = None
    """What they decide at the end (P4)."""
    merged_from: OneOrMore[Text] = Field((), examples=[["compare", "test"]])
    """The old ids of the buyer steps that have become this one, for one release cycle."""
    split_into: OneOrMore[Text] = Field((), examples=[["test"]])
    """The new ids of what was split off this buyer step, for one release cycle."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; everybody where it says nothing."""

    @property
    def clues(self) -> tuple[Clue, ...]:
        """All that tells that the buyer is here, in order."""
        return tuple(clue for sign in self.signs for clue in sign.clues)


class Buyer(Element):
    """The buyer's process."""

    trigger: Prose = Field("", examples=["A planner misses the third month-end in a row."])
    """What sets it off."""
    steps: tuple[BuyerStep, ...] = ()
    """Its steps, in order."""
