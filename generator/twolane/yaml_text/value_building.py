"""Makes values that know where they stand out of a parser's events; says what the format refuses of YAML."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from twolane.findings import Finding, Related, Rule, Subject
from twolane.source import Place, Source, Span
from twolane.yaml_text.document import AT, Quoted, Value
from twolane.yaml_text.reading_rules import DUPLICATE_KEY, UNKNOWN_KEY, UNREADABLE
from twolane.yaml_text.refusals import Broken, Limits, TooMuch, too_deep
from twolane.yaml_text.syntax_lines import Trouble
from twolane.yaml_text.syntax_signs import BULLETS

_EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
_BLOCK = frozenset("|>")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s*(?:#[^\n]*\s*)*)+")
_BARE = re.compile(r"\s*[,}]")  # what stands behind a key between braces that no colon follows
_GROWN = re.compile(r"\w+\s*[:=]")  # a key and its value in one, such as ``name:Notice``
_UNSPACED = re.compile(rf"[{BULLETS}] |" r"-(?:[^\W\d_]|[^\S ])|[a-z_]+(?: += +|:)[^\s/:=]")


class _Open:
    """A mapping (``spans`` is None) or sequence whose end is not read yet.

    ``key`` is the key that waits for its value, for a sequence the field that holds it; ``drop`` counts the
    values to come that are read and thrown away.
    """

    __slots__ = ("anchor", "before", "drop", "flow", "index", "key", "source", "spans", "start", "value")

    def __init__(self, value: Any, source: Source, spans: list[Span] | None, key: str | None) -> None:
        self.value, self.source, self.spans, self.key = value, source, spans, key
        self.drop = self.before = 0
        self.flow = False
        self.index: int | None = None
        self.anchor: str | None = None
        self.start = (0, 0)


class Building:
    """One pass over the events of one text, each handed to the method of its kind.

    Events are PyYAML's; the limits are counted as they come. Each method may raise ``Broken`` or ``TooMuch``.
    """

    def __init__(self, file: str, text: str, limits: Limits) -> None:
        self.file, self.text, self.limits = file, text, limits
        self.findings: list[Finding] = []
        self.root = Source(file)
        self.open = _Open([], self.root, [], "")
        self.stack: list[_Open] = []
        self.nodes = self.documents = 0
        self.span: Span = (0, 0, 0, 0)
        self.anchors: dict[str, tuple[Value, int] | None] = {}
        self.unused: dict[str, Span] = {}
        self.known: set[str] = set()
        self.key_line = -1
        self.last = text.count("\n")

    def finish(self) -> Value:
        """The value of the whole text, once all its events were handed over."""
        for span in self.unused.values():
            raise Broken(Trouble("unused anchor", *span[:2]))
        value: Value = self.open.value[0] if self.open.value else None
        return value

    def subject(self) -> Subject:
        """Where reading stands, named by keys and ids."""
        for frame in (*self.stack[1:], self.open):
            if frame.spans is None:
                _name(frame)
        key = self.open.key if self.stack else None
        return Subject(self.file, self.open.source.elements(), key or None)

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise Broken(Trouble("second document", event.start_mark.line, event.start_mark.column))

    def scalar(self, event: Any) -> None:
        value: Any = event.value
        style, start, end = event.style, event.start_mark, event.end_mark
        span = self.span = (start.line, start.column, end.line, end.column)
        if event.anchor is not None or event.tag is not None or style in _BLOCK:
            span = self.span = self._exact(event, span)
        frame = self.open
        if style:
            value = Quoted(value)
        elif span[0] != self.key_line and (frame.spans is None or not self.stack) and _UNSPACED.match(value):
            self._refuse_unspaced(value, span)
        if span[2] > span[0] and not style:
            self._refuse_folded_list(event, span)
        self.nodes += 1
        if frame.spans is None and frame.key is None:
            if frame.flow and _BARE.match(self.text, end.index) and not _GROWN.match(value):
                self._bare(value, span)
            else:
                self._key(str(value), span, plain=not style)
            return
        if not style and value in _EMPTY:
            value = None
            if span[0] > self.last:  # the parser sees a line behind the last one where the final line end is missing
                column = len(self.text) - self.text.rfind("\n") - 1
                span = self.span = (self.last, column, self.last, column)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, 1)
            self.unused[event.anchor] = (event.start_mark.line, event.start_mark.column, *span[2:])
        self._put(value, span)

    def _key(self, text: str, span: Span, *, plain: bool) -> None:
        """Takes ``text`` as the key that waits for its value."""
        if text not in self.known:
            self._refuse_odd_key(text, span, plain=plain)
        frame = self.open
        keys = frame.source.keys
        self.key_line = span[0]
        if text in keys:
            self._duplicate(text, span)
            frame.drop = 1
        elif text == "<<":
            self._refuse_key(span, UNKNOWN_KEY, "YAML merge keys are not part of the format")
            self.findings[-1] = replace(self.findings[-1], subject=replace(self.subject(), key="<<"))
        else:
            keys[text] = span
        frame.key = text

    def _bare(self, text: str, span: Span) -> None:
        """Takes ``text`` as a key with nothing behind it; the rest of a longer text may be there twice."""
        frame = self.open
        frame.source.bare.append((text, span))
        frame.drop = int(text in frame.source.keys)
        frame.key = str(text)
        frame.source.keys.setdefault(frame.key, span)

    def _put(self, value: Value, span: Span) -> None:
        frame = self.open
        if self.nodes > self.limits.nodes:
            self._too_many(span)
        if frame.spans is not None:
            frame.value.append(value)
            frame.spans.append(span)
            return
        if frame.drop:
            frame.drop -= 1
        else:
            frame.value[frame.key] = value
            frame.source.values[frame.key or ""] = span
        if not frame.drop:
            frame.key = None

    def mapping(self, event: Any) -> None:
        """Opens a mapping."""
        self._start(event, mapping=True)

    def sequence(self, event: Any) -> None:
        """Opens a sequence."""
        self._start(event, mapping=False)

    def _start(self, event: Any, *, mapping: bool) -> None:
        around, start = self.open, event.start_mark
        here = (start.line, start.column)
        if event.tag is not None:
            raise Broken(Trouble("tag", *here))
        if mapping and event.flow_style and self.text[start.index] == "?":
            raise Broken(Trouble("question mark", *here))
        if mapping and event.flow_style and self.text[start.index - 1 : start.index + 1] == "{{":
            raise Broken(Trouble("gap", *here))
        self.nodes += 1
        if len(self.stack) >= self.limits.depth:
            raise too_deep(self.limits.depth, *here)
        if around.spans is None and around.key is None:
            self._refuse_key((*here, *here), UNREADABLE, "a key has to be a word, not a list or a group")
            around.drop, around.key = 2, ""
        self.stack.append(around)
        self.open = frame = self._frame(around, mapping)
        frame.start, frame.before, frame.anchor = here, self.nodes, event.anchor
        frame.flow = bool(event.flow_style)
        if event.anchor is not None:
            self.anchors[event.anchor] = None

    def _frame(self, around: _Open, mapping: bool) -> _Open:
        index = around.index
        if around.spans is not None and index is None and len(self.stack) > 1:
            index = len(around.spans)
        outer = around.source
        if mapping:
            parent = None if len(self.stack) == 1 else outer
            source = Source(self.file, self.span, parent, around.key or "", index)
            return _Open({AT: source}, source, None, None)
        frame = _Open([], outer, [], around.key)
        frame.index = index
        if around.spans is None or len(self.stack) == 1:
            outer.items[around.key or ""] = [] if frame.spans is None else frame.spans
        return frame

    def end(self, event: Any) -> None:
        """Closes what was opened last and hands it to what stands around it."""
        frame = self.open
        start, end = event.start_mark, event.end_mark
        if (start.line, start.column) != (end.line, end.column):
            self.span = (start.line, start.column, end.line, end.column)
        span = (*frame.start, *self.span[2:])
        if frame.spans is None:
            frame.source.span = span
            _name(frame)
        self.open = self.stack.pop()
        if frame.anchor is not None:
            self.anchors[frame.anchor] = (frame.value, self.nodes - frame.before + 1)
        self._put(frame.value, span)

    def alias(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        span = self.span = (start.line, start.column, end.line, end.column)
        known = self.anchors.get(event.anchor)
        if known is None:
            open_yet = event.anchor in self.anchors
            raise Broken(Trouble("alias of itself" if open_yet else "unknown alias", *span[:2]))
        self.unused.pop(event.anchor, None)
        frame = self.open
        self.nodes += known[1]
        if frame.spans is None and frame.key is None:
            self._refuse_key(span, UNREADABLE, "a key has to be written out; it cannot be taken from elsewhere")
            frame.key = ""
            return
        self._put(known[0], span)

    def _exact(self, event: Any, span: Span) -> Span:
        """The span of a scalar itself, without an anchor before it or the empty lines behind a block."""
        if event.tag is not None:
            raise Broken(Trouble("tag", span[0], span[1]))
        first, last = event.start_mark.index, event.end_mark.index
        properties = _PROPERTIES.match(self.text, first, last) if event.anchor is not None else None
        begin = properties.end() if properties else first
        if event.style in _BLOCK:
            last = begin + len(self.text[begin:last].rstrip())
            if not event.value and re.search(r"\d", self.text[begin:last].split("\n")[0]):
                raise Broken(Trouble("empty block", span[0], span[1]))
        return (*self._position(begin, first, span[:2]), *self._position(last, first, span[:2]))

    def _refuse_odd_key(self, text: str, span: Span, *, plain: bool) -> None:
        """A key that is none: empty, with spaces or signs around it, or grown together with its value."""
        if plain and (":" in text or "=" in text):
            raise Broken(Trouble("no space", span[0], span[1]))
        if not text or not text.isprintable() or text[0] in "“„”«" or text != text.strip():
            raise Broken(Trouble("key", span[0], span[1]))
        if plain:
            self.known.add(text)

    def _refuse_unspaced(self, text: str, span: Span) -> None:
        """A text on a line of its own such as ``-notice`` or ``name:Notice``: YAML takes it for a mere text."""
        key = self.open.spans is None and self.open.key is None
        if not key or not text[0].isalpha():
            raise Broken(Trouble("no space", span[0], span[1]))

    def _refuse_folded_list(self, event: Any, span: Span) -> None:
        """A list below a key that has a text already: YAML silently makes one text of the two."""
        lines = self.text[event.start_mark.index : event.end_mark.index].split("\n")
        for number, line in enumerate(lines[1:], span[0] + 1):
            if line.lstrip(" ").startswith("- "):
                column = len(line) - len(line.lstrip(" "))
                message = "a list begins here, but its key has a text already; YAML makes one text of the two"
                hint = "take the text away, or, if the list is part of it, put “|” behind the colon and all text below"
                place = Place.of(self.file, (number, column, number, column + 1))
                self.findings.append(UNREADABLE.on(place, message, subject=self.subject(), hint=hint))
                return

    def _position(self, index: int, known: int, at: tuple[int, int]) -> tuple[int, int]:
        """Line and column of ``index``, which stands at or behind the index ``known``, itself standing ``at``."""
        lines = self.text.count("\n", known, index)
        if not lines:
            return at[0], at[1] + index - known
        return at[0] + lines, index - self.text.rfind("\n", known, index) - 1

    def _duplicate(self, key: str, span: Span) -> None:
        first = Related(Place.of(self.file, self.open.source.keys[key]), f"“{key}” is given here first")
        message = f"“{key}” is given twice in the same place"
        finding = DUPLICATE_KEY.on(Place.of(self.file, span), message, subject=replace(self.subject(), key=key))
        hint = "keep one of the two, or put both texts under one key"
        self.findings.append(replace(finding, hint=hint, related=(first,)))

    def _refuse_key(self, span: Span, rule: Rule, message: str) -> None:
        hint = "write the fields out instead" if rule is UNKNOWN_KEY else "write the key as plain text"
        self.findings.append(rule.on(Place.of(self.file, span), message, subject=self.subject(), hint=hint))
        self.open.drop = 1

    def _too_many(self, span: Span) -> None:
        message = f"the file holds more than {self.limits.nodes:,} values, counting what its aliases repeat"
        raise TooMuch(message, "split it, or take out the aliases (“*name”)", span)


def _name(frame: _Open) -> None:
    name = frame.value.get("id")
    if isinstance(name, str):
        frame.source.name = name
