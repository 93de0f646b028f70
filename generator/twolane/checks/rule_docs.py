"""Makes the page of a rule from the docstring of its module."""

from __future__ import annotations

import re
from dataclasses import dataclass
from inspect import cleandoc
from textwrap import dedent

from twolane.checks.context import DescribedRule
from twolane.findings import Severity

_SECTION = re.compile(r"^(Why|Mend|Wrong when|Fails|Passes):\n((?:[ ]+.*\n|\n)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RulePage:
    """What there is to say about a rule.

    ``finds``, ``why``, ``mend`` and ``wrong_when`` are Markdown, and so is ``say_so``, the line of the section
    “Wrong when” below its sentences; ``principles`` are numbers of the principles page. ``fails`` and ``passes``
    are YAML: top-level keys of ``process.yml``, or of the file that a first comment names. A part that the module
    does not have is empty.
    """

    code: str
    slug: str
    severity: Severity
    principles: tuple[str, ...]
    finds: str
    why: str
    mend: str
    wrong_when: str
    say_so: str
    fails: str
    passes: str


def page(rule: DescribedRule) -> RulePage:
    """The page of ``rule``."""
    text = cleandoc(rule.__doc__ or "") + "\n"
    sections = {name: dedent(body).strip("\n") for name, body in _SECTION.findall(text)}
    wrong_when, _, say_so = sections.get("Wrong when", "").rpartition("\n\n")
    identity = rule.RULE
    return RulePage(
        code=identity.code,
        slug=identity.slug,
        severity=identity.severity,
        principles=identity.principles,
        finds=_SECTION.split(text, maxsplit=1)[0].strip(),
        why=sections.get("Why", ""),
        mend=sections.get("Mend", ""),
        wrong_when=wrong_when,
        say_so=say_so,
        fails=sections.get("Fails", ""),
        passes=sections.get("Passes", ""),
    )
