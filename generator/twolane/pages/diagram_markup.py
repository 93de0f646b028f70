"""Puts the text of a Mermaid diagram into a page's body, in the form that the page's engine draws."""

from __future__ import annotations

from html import escape

from twolane.pages.settings import DiagramStyle

_FORMS = {
    DiagramStyle.OURS: '<pre class="tl-diagram">{}</pre>',
    DiagramStyle.MERMAID2: '<div class="mermaid">{}</div>',
    DiagramStyle.MERMAID2_FENCE: '<pre class="mermaid"><code>{}</code></pre>',
}


def diagram_markup(source: str, style: DiagramStyle) -> str:
    """The HTML for a diagram; `source` is Mermaid text whose labels carry `#NN;` for special characters.

    A fenced block stands between blank lines, since Markdown ends a block of HTML there.
    """
    if style is DiagramStyle.FENCED:
        return f"\n\n```mermaid\n{source.strip()}\n```\n\n"
    return _FORMS[style].format(escape(source.strip(), quote=False))
