"""Puts the text of a Mermaid diagram into a page's body, in the form that the page's engine draws."""

from __future__ import annotations

from html import escape

from twolane.configuration.output_styles import DiagramStyle

_FORMS = {
    DiagramStyle.OURS: '<div class="tl-room tl-room--{room}"><pre class="tl-diagram">{}</pre></div>',
    DiagramStyle.MERMAID2: '<div class="mermaid">{}</div>',
    DiagramStyle.MERMAID2_FENCE: '<pre class="mermaid"><code>{}</code></pre>',
}


_LONG_ROW = 30
_LONG_COLUMN = 18


def diagram_markup(source: str, style: DiagramStyle) -> str:
    """The HTML for a diagram; `source` is Mermaid text whose labels carry `#NN;` for special characters.

    A fenced block stands between blank lines, since Markdown ends a block of HTML there.
    """
    if style is DiagramStyle.FENCED:
        return f"\n\n```mermaid\n{source.strip()}\n```\n\n"
    return _FORMS[style].format(escape(source.strip(), quote=False), room=_room(source.strip()))


def _room(source: str) -> str:
    """How much room to keep for a drawing, so that nothing moves when it comes; the styles give the heights.

    Judged by the drawings of the example: what runs from left to right stays low, what runs down gets high.
    """
    lines = source.count("\n") + 1
    if source.startswith("sequenceDiagram"):
        return "high"
    if source.startswith("flowchart LR"):
        return "middle" if lines > _LONG_ROW else "low"
    if source.startswith("flowchart"):
        return "high" if lines > _LONG_COLUMN else "middle"
    return "middle"
