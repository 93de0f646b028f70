"""The change diagram: the stages from top to bottom, and in them what is new, gone, moved or changed.

Each mark is a word and a shape of its own, so that nobody needs to tell colours apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twolane.changes.change import Comparison
from twolane.mermaid.changed_stages import ChangedElement, Mark, Stop, stops
from twolane.mermaid.mermaid_syntax import described, edge, label, shortened, wrapped
from twolane.wording.spoken_language import texts

_WIDTH = 28
_LONGEST = 80
_TITLE = 60
_MOST = 8
"""Items to draw of a stage; how many more there are is said."""
_SHAPES = {
    Mark.NEW: ("(", ")"),
    Mark.GONE: ("[/", "/]"),
    Mark.MOVED: ("[[", "]]"),
    Mark.AWAY: ("[/", "/]"),
    Mark.CHANGED: ("[", "]"),
    Mark.SAME: ("[", "]"),
}
# Lines only, in shades that show on light and on dark pages: grounds and letters are the theme's of whoever draws.
_STYLES = {
    Mark.NEW: "stroke:#2e8540,stroke-width:3px",
    Mark.GONE: "stroke:#c0392b,stroke-width:2px,stroke-dasharray:5 4",
    Mark.MOVED: "stroke:#3d7cc9,stroke-width:2px",
    Mark.AWAY: "stroke:#3d7cc9,stroke-width:2px,stroke-dasharray:5 4",
    Mark.CHANGED: "stroke:#b8621b,stroke-width:2px",
    Mark.SAME: "stroke:#7d8494,stroke-width:1px",
}


@dataclass(frozen=True, slots=True)
class _Node:
    """A line of the diagram's code, and the name and mark by which it gets its look."""

    name: str
    mark: Mark
    lines: tuple[str, ...]


def change_diagram(comparison: Comparison, process: str) -> str:
    """A Mermaid flowchart of the process with that id; empty where neither its stages nor what is in them changed."""
    found = stops(comparison, process)
    if all(stop.mark is Mark.SAME and not stop.items for stop in found):
        return ""
    name = next(
        (each.name for side in (comparison.new, comparison.old) if (each := side.process.get(process))), process
    )
    return "\n".join(("flowchart TB", *_lines(found, name)))


def _lines(found: Sequence[Stop], name: str) -> Iterator[str]:
    yield from described(texts().diagram_changes.format(name=shortened(name)), _description(found))
    nodes = [node for at, stop in enumerate(found, 1) for node in _nodes(f"s{at}", stop)]
    yield from (line for node in nodes for line in node.lines)
    yield from _ways(found)
    for mark, style in _STYLES.items():
        members = [node.name for node in nodes if node.mark is mark]
        if members:
            yield f"  classDef {mark.name.lower()} {style}"
            yield f"  class {','.join(members)} {mark.name.lower()}"


def _ways(found: Sequence[Stop]) -> Iterator[str]:
    """Arrows from stage to stage; dotted ones for the old way through stages that are gone."""
    there = [at for at, stop in enumerate(found, 1) if stop.number]
    yield from (edge(f"s{at}", f"s{then}") for at, then in pairwise(there))
    for at, (stop, then) in enumerate(pairwise(found), 1):
        if not stop.number or not then.number:
            yield edge(f"s{at}", f"s{at + 1}", dotted=True)


def _description(found: Sequence[Stop]) -> str:
    marked = sum(stop.mark is not Mark.SAME or bool(stop.items) for stop in found)
    return texts().diagram_changes_says.format(marked=marked, all=len(found))


def _nodes(name: str, stop: Stop) -> Iterator[_Node]:
    """A stage as a box; as one around its items where it has any."""
    named = f"{stop.number}. {stop.name}" if stop.number else stop.name
    if not stop.items:
        head = _head(stop)
        yield _Node(name, stop.mark, (_box(name, stop.mark, _words(head, named)),))
        return
    shown = stop.items[:_MOST]
    items = [_item(f"{name}i{at}", item) for at, item in enumerate(shown, 1)]
    if len(stop.items) > _MOST:
        more = label(texts().diagram_more.format(number=len(stop.items) - _MOST))
        items.append(_Node(f"{name}more", Mark.SAME, (f"  {_box(f'{name}more', Mark.SAME, more)}",)))
    inside = (line for item in items for line in item.lines)
    yield _Node(name, stop.mark, (f'  subgraph {name}["{_title(stop, named)}"]', "    direction LR", *inside, "  end"))
    yield from (_Node(item.name, item.mark, ()) for item in items)


def _title(stop: Stop, named: str) -> str:
    """The title of a box around items, on one line, since items are drawn over a second one."""
    head, title = _head(stop).lower(), shortened(named, _TITLE)
    return label(texts().diagram_marked.format(name=title, mark=head) if head else title)


def _head(stop: Stop) -> str:
    mark = texts().diagram_marks[stop.mark.value]
    return texts().diagram_noted.format(mark=mark, note=stop.note) if mark and stop.note else mark or stop.note


def _item(name: str, item: ChangedElement) -> _Node:
    head = texts().diagram_kinds[item.list][item.happened].format(stage=item.other)
    return _Node(name, item.mark, (f"  {_box(name, item.mark, _words(head, item.name))}",))


def _words(head: str, name: str) -> str:
    """Label text: what happened above the name of what it happened to."""
    named = wrapped(name, _WIDTH, _LONGEST)
    return f"<b>{wrapped(head, _WIDTH)}</b><br/>{named}" if head else named


def _box(name: str, mark: Mark, words: str) -> str:
    begin, end = _SHAPES[mark]
    return f'  {name}{begin}"{words}"{end}'
