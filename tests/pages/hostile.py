"""Strings that want to be more than text, and a playbook with a placeholder in each of its texts."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from tests.support.playbooks import base_files, playbook
from twolane.model.element import Element, Prose, annotation_marks
from twolane.model.playbook import Playbook

EVERYTHING = Path(__file__).parent / "everything"
PLACEHOLDER = "Zqx"

STRINGS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><style>*{display:none}</style></svg>",
    "<iframe src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<b>bold</b>",
    "<!-- comment -->",
    "<!-- twolane -->",
    "--><script>alert(1)</script>",
    "<![CDATA[x]]>",
    "]]>",
    "<?php echo 1 ?>",
    "</h1></article></html>",
    "<diagram 0>",
    '<pre class="mermaid">graph TD</pre>',
    "a < b > c & d",
    "&lt;script&gt;",
    "&amp;amp;",
    "&#60;script&#62;",
    "&#x3c;",
    "&copy",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    '"><script>alert(1)</script>',
    "`${alert(1)}`",
    "``code``",
    "{{7*7}}",
    "{{ config.__class__ }}",
    "{% raw %}",
    "{% endraw %}{{ 1 }}",
    "{# comment #}",
    "${7*7}",
    "<%= 7*7 %>",
    "#{7*7}",
    "{0}{name}{when}",
    "%s %(name)s",
    "\\",
    "\\n\\t\\u003cscript\\u003e",
    "*emphasis* **strong** _too_",
    "# heading",
    "## heading {#anchor .class onclick=alert(1)}",
    "- item",
    "1. item",
    "> quote",
    "| a | b |",
    "---",
    "```mermaid",
    "~~~",
    "[link](javascript:alert(1))",
    "[link](https://example.com)",
    "[link]: https://example.com",
    "![image](https://example.com/x.png)",
    "![image](x){ onerror=alert(1) }",
    "<https://example.com>",
    "https://example.com/?a=1&b=2",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "{: onclick=alert(1) }",
    "[^1]",
    "*[HTML]: abbreviation",
    '%%{init: {"theme": "dark"}}%%',
    'click b0 "javascript:alert(1)"',
    "end",
    "subgraph x",
    'b0 --> s0; s0["x"]',
    'x"] --> y["z',
    "#quot; #35; #9829;",
    "accTitle: other",
    "style b0 fill:#f00",
    ":::class",
    "../../etc/passwd",
    "C:\\Windows\\System32",
    "\u202egnp.exe",
    "\u2066isolate\u2069",
    "zero\u200bwidth",
    "e\u0301 \u00e9 ß ı İ",
    "日本語 العربية עברית",
    "😀 👩‍👩‍👧",
    'O\'Reilly & Söhne "GmbH"',
    "50 % of <5 weeks, or > 3",
    "undefined",
    "null",
    "true",
    "0",
    "tab\there",
)

E = TypeVar("E", bound=Element)


def everything() -> Playbook:
    """A small playbook in which every text is ``PLACEHOLDER`` and every field is given."""
    return playbook(base_files(EVERYTHING))


def with_texts(whole: Playbook, text: str, prose: str) -> Playbook:
    """``whole`` with ``text`` for each placeholder, and ``prose`` where the field takes Markdown."""
    shared = ("roles", "segments", "metrics", "differentiators", "competitors", "terms", "processes")
    changed = {name: tuple(_changed(each, text, prose) for each in getattr(whole, name)) for name in shared}
    about, strategy = (_changed(each, text, prose) for each in (whole.about, whole.strategy))
    return Playbook(about=about, strategy=strategy, pages=whole.pages, **changed)  # type: ignore[arg-type]  # each is of the type that it was


def _changed(element: E, text: str, prose: str) -> E:
    marked = {info.alias or name: name for name, info in type(element).model_fields.items()}
    takes_markdown = {marked[key] for key in annotation_marks(type(element), Prose)}
    update = {}
    for name in type(element).model_fields:
        put = prose if name in takes_markdown else text
        update[name] = _value(getattr(element, name), put, text, prose)
    copy = element.model_copy(update=update)
    # What an element has worked out about itself is copied with it, and would be out of date.
    for name in set(vars(copy)) - set(type(element).model_fields):
        del vars(copy)[name]
    return copy


def _value(value: object, put: str, text: str, prose: str) -> object:
    if isinstance(value, Element):
        return _changed(value, text, prose)
    if isinstance(value, tuple):
        return tuple(_value(each, put, text, prose) for each in value)
    return put if value == PLACEHOLDER else value
