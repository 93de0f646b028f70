"""What the comments of templates say of the values that a template gets."""

from __future__ import annotations

import importlib
import re

import pytest

from tests.support.playbooks import EXAMPLE

TEMPLATES = EXAMPLE / "site_templates"
NAMED = sorted(
    {
        (path.relative_to(TEMPLATES).as_posix(), module, name)
        for path in (*TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.svg"))
        for comment in re.findall(r"\{#.*?#\}", path.read_text("utf-8"), re.DOTALL)
        for module, name in re.findall(r"\b((?:[a-z_]+\.)+)([A-Z]\w+)", comment)
    }
)


@pytest.mark.parametrize(("template", "module", "name"), NAMED)
def test_a_template_names_the_class_of_what_it_shows(template: str, module: str, name: str) -> None:
    """Whoever writes a template of their own finds what it gets where the comment says, below `generator/twolane`."""
    assert hasattr(importlib.import_module(f"twolane.{module.rstrip('.')}"), name), template


def test_every_template_of_a_page_says_what_it_gets() -> None:
    """A page's template opens with its purpose and the class of its view."""
    pages = {path.name for path in TEMPLATES.glob("*.html")} - {"page.html"}
    assert {template for template, _, _ in NAMED} >= pages
