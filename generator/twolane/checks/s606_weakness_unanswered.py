"""Finds a weakness or threat that neither a goal nor a differentiator answers.

Why:
    A weakness that is written down and left alone is one that competitors know as well. Answering it is what a
    strategy is for: by a goal that removes it, or by something that makes it matter less to buyers (P10, "Sales
    strategy and sales process", 2016; P11, "On not competing on price", 2016). Strengths and opportunities need no
    answer.

Mend:
    Name the goals or differentiators that answer it under `answered_by`. Or decide to live with it, and ignore the
    finding with that reason.

Wrong when:
    You may have decided to live with it. A shop of two will not grow in order to be rid of “only two people”, and
    nobody answers the weather.

    Say so above the item: `# twolane: ignore[S606] we stay two people, and customers like that`

Fails:
    # strategy.yml
    swot:
      weaknesses:
        - id: few-people
          text: Only six people visit plants

Passes:
    # strategy.yml
    swot:
      weaknesses:
        - id: few-people
          text: Only six people visit plants
          answered_by: [plant-knowledge]
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.gaps import gap, not_given
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.wording.quoting import short
from twolane.wording.spoken_language import translated, worded

RULE = Rule("S606", "weakness-unanswered", Severity.ADVICE, ("P10", "P11"))

_WANTS_AN_ANSWER = {"weaknesses": "weakness", "threats": "threat"}


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for quarter, item in playbook.swot_items:
        if quarter in _WANTS_AN_ANSWER and not_given(item, "answered_by"):
            yield gap(
                RULE,
                item,
                "answered_by",
                worded(
                    "nothing answers the {quarter} “{item}”",
                    quarter=translated(_WANTS_AN_ANSWER[quarter]),
                    item=short(item.text),
                ),
                hint="name the goal or differentiator that answers it: `answered_by: […]`",
            )
