"""A page that stands alone carries the parts of the font whose letters it has, and no others."""

from __future__ import annotations

import base64
import re

import pytest

from twolane.site.inlined import inlined, with_font
from twolane.site.inlined_font import inlined_font
from twolane.site.template_folders import assets, template_folders
from twolane.third_party import FONT_FILES, font_files

STYLE = dict(assets(template_folders()))["twolane-font.css"].read_text("utf-8")
FILES = re.compile(r'url\("data:font/woff2;base64,([^"]+)"\)')


def parts(text: str) -> list[str]:
    """The names of the files that are inside for a text, in the order of the style sheet."""
    known = {file.read_bytes(): file.name for file in font_files({})}
    return [known[base64.b64decode(each)] for each in FILES.findall(inlined_font(STYLE, text))]


@pytest.mark.parametrize(
    ("text", "at"),
    [("We call – “when?”", [0]), ("Größe", [0]), ("Zażółć", [1, 0]), ("Việt Nam", [2, 0]), ("工場", [])],
)
def test_parts_are_those_of_the_letters(text: str, at: list[int]) -> None:
    """English needs the first part alone; Polish and Vietnamese theirs besides."""
    assert parts(text) == [FONT_FILES[each] for each in at]


def test_fonts_of_the_machine_and_the_licence_stay() -> None:
    """What stands in where the font never comes, and whose it is, are in the file too."""
    style = inlined_font(STYLE, "a")
    assert 'local("Arial")' in style
    assert "SIL Open Font License" in style
    assert not re.search(r'url\("(?!data:)', style)


def test_a_page_gets_it_once_and_its_policy_allows_it() -> None:
    """The style of a page that stands alone has one place for it."""
    inside = inlined(template_folders(), diagrams=False)
    whole = with_font(f"<style>{inside.style}</style><p>Zażółć</p>", template_folders())
    assert len(FILES.findall(whole)) == 2
    assert "<font>" not in whole
    assert "font-src data:" in inside.policy
