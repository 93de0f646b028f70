"""`twolane explain`: what a rule finds and why that matters, or what a kind of change is and whom it concerns."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from twolane.build import rule_names
from twolane.changes.kind_explanation import names as kind_names
from twolane.checks.all_rules import ALL_RULES
from twolane.checks.rule_docs import RulePage, page
from twolane.cli import explain_kinds, option_values
from twolane.cli.shared_options import Colour
from twolane.cli.written_output import style_for, write
from twolane.configuration.config_files import find_root
from twolane.configuration.settings import read_settings
from twolane.loading.ignores import nearest_rule
from twolane.reports.style import Style
from twolane.wording.lists import listed

_WIDTH = 96
_CODE = re.compile(r"[A-Z]\d{3}")


def command(
    rule: Annotated[
        str | None, typer.Argument(metavar="CODE", help="The code or slug of a rule or of a kind of change.")
    ] = None,
    changes: Annotated[bool, typer.Option("--changes", help="List all kinds of change and their levels.")] = False,
    color: Colour = "auto",
) -> None:
    """Explain a rule or a kind of change; without a code, list all rules."""
    style = style_for(color)
    if changes and rule is None:
        write("".join(f"{line}\n" for line in explain_kinds.listed(style)))
        return
    pages = sorted((page(each) for each in ALL_RULES), key=lambda each: each.code)
    if rule is None:
        write("".join(f"{line}\n" for line in _listed(pages, style)))
        return
    code = _code(rule)
    found = next((each for each in pages if each.code == code), None)
    lines = _explained(found, style) if found is not None else explain_kinds.explained(code, style, _own_levels())
    write("".join(f"{line}\n" for line in lines))


def _own_levels() -> Mapping[str, str]:
    """The levels that the playbook here gives to kinds of change; none where there is no playbook."""
    root = find_root(Path.cwd())
    return dict(read_settings(root, {}, kinds=kind_names())[0].changes) if root else {}


def _code(name: str) -> str:
    """The code that somebody asks for, by itself or by its slug."""
    known = {**kind_names(), **rule_names()}
    code = option_values.code_of(name, known)
    if code:
        return code
    near = nearest_rule(name, known)
    beside = _neighbours(name.upper(), [each for each in known if _CODE.fullmatch(each)])
    helps = f"The nearest: {listed(beside)}. {_LISTS}" if beside else _LISTS
    helps = f"Did you mean {near}?" if near else helps
    raise typer.BadParameter(f"“{name}” is neither a rule nor a kind of change. {helps}", param_hint="CODE")


_LISTS = "`twolane explain` lists all rules, `twolane explain --changes` all kinds of change."


def _neighbours(code: str, codes: list[str]) -> list[str]:
    """The codes of the same letter on both sides of one that there is not."""
    same = sorted(each for each in codes if _CODE.fullmatch(code) and each[0] == code[0])
    before, after = [each for each in same if each < code], [each for each in same if each > code]
    return before[-1:] + after[:1]


def _listed(pages: list[RulePage], style: Style) -> Iterator[str]:
    slugs = max(len(each.slug) for each in pages)
    severities = max(len(each.severity.word) for each in pages)
    for each in pages:
        word = each.severity.word
        finds = each.finds.split("\n\n")[0].replace("\n", " ").removeprefix("Finds ")
        yield f"{style(word, each.code)} {each.slug:<{slugs}} {style(word, f'{word:<{severities}}')} {finds}"


def _explained(found: RulePage, style: Style) -> Iterator[str]:
    word = found.severity.word
    principles = f", stands on {', '.join(found.principles)}" if found.principles else ""
    yield f"{style(word, f'{found.code} {found.slug}')} ({word}{principles})"
    yield ""
    yield from _wrapped(found.finds, "")
    for title, text in (("Why", found.why), ("Mend", found.mend)):
        if text:
            yield from ("", style("message", title), *_wrapped(text, "    "))
    if found.wrong_when:
        # The last line stays whole, however long it is, so that it can be pasted.
        yield from ("", style("message", "Wrong when"), *_wrapped(found.wrong_when, "    "), "", f"    {found.say_so}")
    for title, text in (("Fails", found.fails), ("Passes", found.passes)):
        if text:
            yield from ("", style("message", title), *textwrap.indent(text, "    ").split("\n"))


def _wrapped(text: str, indent: str) -> Iterator[str]:
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            yield ""
        yield from textwrap.wrap(paragraph, _WIDTH, initial_indent=indent, subsequent_indent=indent)
