"""Where in a playbook a figure stands that changed, in words: how a step is done, what a role answers for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from twolane.wording.spoken_language import translated

_TEXT = "what is said of “{name}”"
_NAME = "the name “{name}”"
_NAMES = frozenset(("name", "title", "term", "label"))

WHERE: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("process", "summary"): "the summary of the process “{name}”",
        ("playbook", "description"): "the description of the playbook",
        ("buyer", "trigger"): "what sets the buyer's process of “{name}” off",
        ("buyer step", "objective"): "what the buyer wants to reach in the step “{name}”",
        ("buyer step", "concerns"): "what worries the buyer in the step “{name}”",
        ("pain", "problem"): "a problem of the buyer in {where}",
        ("pain", "workaround"): "what buyers do today about “{name}”",
        ("pain", "cost"): "what “{name}” costs buyers",
        ("sign", "ask"): "a question that tells whether the buyer is at {where}",
        ("sign", "tells"): "the answer to “{name}” that gives the buyer away",
        ("sign", "look_for"): "what to look for, to tell whether the buyer is at {where}",
        ("stage", "goal"): "the goal of the stage “{name}”",
        ("stage", "questions"): "a question of the stage “{name}”",
        ("stage", "controls"): "a piece of administration in the stage “{name}”",
        ("objection", "says"): "something that buyers say in {where}",
        ("objection", "answer"): "the answer in {where} for buyers who say “{name}”",
        ("loop", "when"): "when the process starts again for a customer ({name})",
        ("step", "how"): "how the step “{name}” in {where} is done well",
        ("role", "mission"): "the mission of the role “{name}”",
        ("role", "responsibilities"): "what the role “{name}” answers for",
        ("onboarding item", "do"): "what somebody new in {where} does for the task “{name}”",
        ("onboarding item", "done_when"): "when the task “{name}” of somebody new in {where} is done",
        ("differentiator", "claim"): "what makes us different",
        ("differentiator", "value"): "what buyers have from “{name}”",
        ("differentiator", "disrupts"): "what “{name}” lets buyers no longer take for granted",
        ("proof", "what"): "a proof for {where}",
        ("competitor", "strengths"): "what “{name}” is good at",
        ("competitor", "limitations"): "where “{name}” falls short",
        ("competitor", "their_process"): "how “{name}” sells",
        ("competitor", "when_we_win"): "when buyers choose us over “{name}”",
        ("competitor", "questions"): "a question for a buyer who compares us with “{name}”",
        ("requirement", "text"): "what the customers of {where} must have",
        ("term", "definition"): "what “{name}” means",
        ("goal", "why"): "why the goal “{name}” matters",
        ("SWOT item", "text"): "something that the strategy names among {where}",
        ("financial", "source"): "where the figure “{name}” comes from",
        ("department", "gives"): "what selling gets from the department “{name}”",
        ("department", "needs"): "what the department “{name}” needs from selling",
        ("story", "internal"): "the story as we tell it inside",
        ("story", "external"): "the story as customers hear it",
    }
)
"""By entity and field, what stands there."""


def where_figure(entity: str, field: str, name: str, where: str) -> str:
    """The words for the place of a figure; ``where`` is what the thing called ``name`` stands in."""
    text = WHERE.get((entity, field), _NAME if field in _NAMES else _TEXT)
    return translated(text).format(name=name, where=where)
