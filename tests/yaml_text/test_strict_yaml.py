"""Strict reading of YAML: text as written, positions of everything, limits, and no input that breaks it."""

from __future__ import annotations

import codecs
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.syntax import plain
from twolane.findings import Finding
from twolane.source import Source, Span
from twolane.yaml_text import strict_yaml
from twolane.yaml_text.document import AT, Document, Quoted
from twolane.yaml_text.refusals import Limits
from twolane.yaml_text.strict_yaml import ParserMissing, read_document

PROCESS = Path(__file__).parent.parent.parent / "process"
MUTATIONS = int(os.environ.get("TWOLANE_MUTATIONS", "3000"))


def read(text: str) -> Document:
    """The document of a text."""
    return read_document("process.yml", text.encode())


def codes(document: Document) -> list[str]:
    """The places and codes of a document's findings."""
    return [f"{finding.place.line}:{finding.place.column} {finding.rule.code}" for finding in document.findings]


def only(document: Document) -> Finding:
    """The one finding of a document."""
    (finding,) = document.findings
    return finding


def at(document: Document, *way: str | int) -> Source:
    """The source of the mapping at the end of ``way``."""
    value: Any = document.value
    for step in way:
        value = value[step]
    source = value[AT]
    assert isinstance(source, Source)
    return source


@pytest.mark.parametrize("text", ["1.10", "no", "1:30", "2026-10-01", "0x1F", "true", "1e3", "Off", "=", "07", ".5"])
def test_scalars_stay_as_written(text: str) -> None:
    """A plain scalar is the text that its author sees."""
    value = plain(read(f"a: {text}\n").value)["a"]
    assert value == text
    assert not isinstance(value, Quoted)


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL", "# nothing yet"])
def test_nothing_written_is_none(text: str) -> None:
    """An empty value and YAML's words for nothing are None."""
    assert plain(read(f"a: {text}\n").value) == {"a": None}


@pytest.mark.parametrize("text", ["'null'", '""', "'1.10'", "|\n  null\n", ">\n  ~\n"])
def test_quotes_and_blocks_are_text(text: str) -> None:
    """What stands in quotes, or as a block, is text whatever it looks like."""
    assert isinstance(plain(read(f"a: {text}\n").value)["a"], Quoted)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "\ufeff"])
def test_empty_file(text: str) -> None:
    """A file with nothing in it has no value and nothing wrong."""
    assert (read(text).value, read(text).findings) == (None, ())


def test_byte_order_mark_and_windows_line_ends() -> None:
    """A byte order mark and CRLF change neither the value nor the positions."""
    unix = read("a: 1\nb:\n  - c: x\n")
    windows = read_document("process.yml", codecs.BOM_UTF8 + b"a: 1\r\nb:\r\n  - c: x\r\n")
    assert plain(windows.value) == plain(unix.value)
    assert at(windows, "b", 0).values == at(unix, "b", 0).values
    assert windows.text == unix.text
    assert windows.findings == ()


def test_positions_count_code_points() -> None:
    """Columns behind an emoji or an umlaut are those that an editor shows."""
    source = at(read("ä😀: {x: 😀 b, y: 'c'}\n"), "ä😀")
    assert source.keys == {"x": (0, 5, 0, 6), "y": (0, 13, 0, 14)}
    assert source.values == {"x": (0, 8, 0, 11), "y": (0, 16, 0, 19)}


def test_sources_know_where_they_belong() -> None:
    """A mapping knows its parent, the parent's key, its number in the list, its id; lists know their items."""
    document = read("buyer:\n  steps:\n    - id: notice\n    - name: Agree\n      needs: [{id: x}]\nlist: [a, bc]\n")
    notice, agree = at(document, "buyer", "steps", 0), at(document, "buyer", "steps", 1)
    assert (notice.key, notice.index, notice.name) == ("steps", 0, "notice")
    assert agree.parent is at(document, "buyer")
    assert agree.elements() == (("buyer", ""), ("steps", "2"))
    assert at(document, "buyer", "steps", 1, "needs", 0).elements()[1:] == (("steps", "2"), ("needs", "x"))
    assert at(document).items["list"] == [(5, 7, 5, 8), (5, 10, 5, 12)]
    assert at(document, "buyer").items["steps"] == [(2, 6, 2, 16), (3, 6, 4, 22)]
    assert str(at(document).place("list", 1)) == "process.yml:6:11"


def test_list_as_the_whole_file() -> None:
    """The entries of a bare list know their number, their id and the place of each item."""
    document = read("- id: crm\n- id: phone\n")
    second = at(document, 1)
    assert second.elements() == (("", "phone"),)
    assert second.parent is not None
    assert second.parent.items[""] == [(0, 2, 0, 9), (1, 2, 1, 11)]


def test_alias_shares_its_value() -> None:
    """An alias stands for the very value of its anchor."""
    document = read("a: &steps [x, {y: z}]\nb: *steps\n")
    value: Any = document.value
    assert value["a"] is value["b"]
    assert document.findings == ()


def test_anchor_is_no_part_of_the_span() -> None:
    """The place of an anchored text is the text."""
    assert at(read("a: &n  Ann\nb: *n\n")).values == {"a": (0, 7, 0, 10), "b": (1, 3, 1, 5)}


def test_duplicate_key_shows_both_places() -> None:
    """The second of two equal keys is at fault, the first is shown too, and the first value stays."""
    document = read("x:\n  a: 1\n  b: 2\n  'a': {c: d}\n")
    finding = only(document)
    assert (str(finding.place), str(finding.related[0].place)) == ("process.yml:4:3", "process.yml:2:3")
    assert (finding.rule.code, str(finding.subject)) == ("D002", "process.yml/x/a")
    assert plain(document.value) == {"x": {"a": "1", "b": "2"}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\n<<: {b: 2}\n", ["2:1 D003"]),
        ("? [a]\n: b\n", ["1:3 D001"]),
        ("{a: b}: c\n", ["1:1 D001"]),
        ("x: &k y\n*k : b\n", ["2:1 D001"]),
        (": b\n", ["1:1 D001"]),
        ('"\\0at": x\n', ["1:1 D001"]),
        ("a: &x [*x]\n", ["1:8 D001"]),
        ("a: !!python/object:os.system x\n", ["1:4 D001"]),
    ],
)
def test_what_the_format_refuses_of_yaml(text: str, expected: list[str]) -> None:
    """Merge keys, keys that are no words, aliases within themselves and tags are refused at their place."""
    assert codes(read(text)) == expected


def test_wrong_encoding_says_where() -> None:
    """A letter that is no UTF-8 is pointed at, and the rest is read with what it probably was."""
    document = read_document("process.yml", "a: 1\nname: Über\nwhat: é: è\n".encode("cp1252"))
    assert codes(document) == ["2:7 D001", "3:8 D001"]
    assert plain(document.value) == {"a": "1", "name": "Über", "what": "é: è"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_encoding(encoding: str) -> None:
    """A file that an editor saved as “Unicode” is named as such and read."""
    document = read_document("process.yml", "name: Über\n".encode(encoding))
    assert codes(document) == ["1:1 D001"]
    assert encoding.upper() in only(document).message
    assert plain(document.value) == {"name": "Über"}


@pytest.mark.parametrize(
    ("text", "place", "value"),
    [
        ("a: 1\nb: x\x08y\n", "2:5", "xy"),
        ("a: 1\nb: x\u2028y\n", "2:5", "x y"),
        ("a: 1\nb: x\x85y\n", "2:5", "x y"),
        ("a: 1\nb: \ufeffy\n", "2:4", "y"),
        ("a: 1\nb: x\x7fy\n", "2:5", "xy"),
    ],
)
def test_control_characters(text: str, place: str, value: str) -> None:
    """An invisible control character is pointed at, and what remains without it is read."""
    document = read(text)
    assert codes(document) == [f"{place} D001"]
    assert plain(document.value)["b"] == value


def test_no_text_at_all() -> None:
    """A picture under the name of a definition is said to be no text."""
    document = read_document("process.yml", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert only(document).message == "this is not a text file"
    assert document.value is None


@pytest.mark.parametrize(
    ("text", "limits", "words"),
    [
        ("a: " + "x" * 100, Limits(bytes=50), "larger than"),
        ("[" * 51 + "]" * 51, Limits(), "more than 50 levels"),
        ("\n".join("  " * depth + "a:" for depth in range(52)), Limits(), "more than 50 levels"),
        ("[" + "a, " * 100_001 + "]", Limits(), "more than 100,000 values"),
        (
            "{" + ", ".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" if n else "a0: &a0 x" for n in range(40)) + "}",
            Limits(),
            "counting what its aliases repeat",
        ),
    ],
)
def test_limits(text: str, limits: Limits, words: str) -> None:
    """Too large, too deep, too many values, aliases that multiply: one finding each, and no value."""
    document = read_document("process.yml", text.encode(), limits)
    assert words in only(document).message
    assert document.value is None


def test_depth_within_the_limit() -> None:
    """Fifty levels are read."""
    assert read("[" * 50 + "]" * 50).findings == ()


NASTY = {
    "brackets": "[" * 60_000,
    "braces": "{a: " * 30_000,
    "dashes": "- " * 60_000,
    "questions": "? " * 60_000,
    "tag directives": "".join(f"%TAG !{n}! x\n" for n in range(100_000)),
    "anchors": "".join(f"a{n}: &a{n} x\n" for n in range(40_000)),
    "laughs": "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(20_000)),
    "long line": "a: " + "b: " * 300_000,
    "open quote": "a: 'x\n" + "b: c\n" * 100_000,
    "tabs": "\ta: b\n c: d\n" * 50_000,
    "controls": "\x01a: b\nc: d\n" * 50_000,
    "bad bytes": "a\udcff: b\n" * 20_000,
    "colons": "a: b: c\n" * 40_000,
    "dashes without space": "-a\n" * 100_000,
    "spaces": " " * 1_000_000 + "a: b: c",
    "quotes": "a: " + "'\"" * 200_000,
    "nested quotes in brackets": "a: [" + "'x" * 20_000 + "]",
    "hashes": "a: " + " #" * 200_000 + "\n b: c: d",
    "documents": "---\n" * 50_000,
    "hard spaces": "\u00a0a: b: c\n" * 40_000,
    "merges": "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" if n else "a0: &a0 {b: c}\n" for n in range(30)),
}


@pytest.mark.parametrize("name", NASTY)
def test_hostile_files(name: str) -> None:
    """Files made to hang or kill a reader end in findings within seconds."""
    began = time.process_time()
    document = read_document("process.yml", NASTY[name].encode("utf-8", "surrogateescape"))
    assert document.findings
    assert time.process_time() - began < HANG


HANG = 20
"""Seconds of CPU after which reading counts as hanging; each takes a fraction of one."""


def test_missing_parser_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the C parser reading is refused in words, not done by the slower parser that reads otherwise."""
    monkeypatch.setattr(strict_yaml, "_Parser", None)
    with pytest.raises(ParserMissing, match="pip install"):
        read("a: b")


def test_more_mistakes_than_rounds() -> None:
    """A file with more mistakes than are mended in one run says that the rest was not read."""
    document = read("".join(f"a{n}: b: c\n" for n in range(30)))
    assert len(document.findings) == 20
    assert document.findings[-1].hint.endswith("the rest of the file was not read")
    assert document.value is None


def test_subject_outlives_moved_lines() -> None:
    """The subject of a syntax error names keys and ids, no lines."""
    text = "stages:\n  - id: closing\n    exit:\n      - buyer: Signs: at last\n"
    first, moved = (only(read(each)).subject for each in (text, f"# moved\n\n{text}"))
    assert (first.elements, first == moved) == ((("stages", "closing"), ("exit", "1")), True)
    assert str(first) == "process.yml/stages/closing/exit/1"


def scalars(value: Any, spans: list[Span] | None = None) -> Iterator[tuple[str | None, Span]]:
    """Each scalar of a value with its span."""
    if not isinstance(value, dict):
        return
    source = value[AT]
    for key, inner in value.items():
        if isinstance(inner, (str, type(None))):
            yield inner, source.values[key]
        elif isinstance(inner, list):
            for item, span in zip(inner, source.items[key], strict=True):
                if isinstance(item, (str, type(None))):
                    yield item, span
                yield from scalars(item)
        elif isinstance(inner, dict):
            yield from scalars(inner)


def cut(text: str, span: Span) -> str:
    """What stands in a span of a text."""
    lines = text.split("\n")[span[0] : span[2] + 1]
    lines[-1] = lines[-1][: span[3]]
    lines[0] = lines[0][span[1] :]
    return "\n".join(lines)


def assert_spans(document: Document) -> None:
    """The span of each scalar, cut from the text, is that scalar."""
    for scalar, span in scalars(document.value):
        written = cut(document.text, span)
        if isinstance(scalar, Quoted):
            assert written[0] in "'\"|>"
            assert read_document("cut", written.encode()).value == scalar or written[0] in "|>" or "\n" in written
        elif scalar is None:
            assert written in ("", "~", "null", "Null", "NULL")
        elif not written.startswith("*"):
            assert written.split() == scalar.split()


def test_every_span_of_the_example() -> None:
    """In this repository's own definitions every scalar stands where its source says."""
    files = sorted(PROCESS.rglob("*.yml"))
    assert files
    for path in files:
        document = read_document(path.name, path.read_bytes())
        assert document.findings == ()
        assert_spans(document)


WORDS = st.sampled_from(
    [
        "a",
        "b: ",
        "- ",
        "\n",
        "\n  ",
        "\n    ",
        ": ",
        "'",
        '"',
        "|",
        ">",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "#",
        " #",
        "&a ",
        "*a",
        "!t ",
        "---\n",
        "...\n",
        "%",
        "@",
        "? ",
        "\t",
        "\u00a0",
        "😀",
        "é",
        "\\",
        "“",
        "”",
        "<<: ",
        "~",
        "1.10",
        "\r\n",
        "\u2028",
    ]
)


@settings(max_examples=600, deadline=None)
@given(st.lists(WORDS, max_size=40).map("".join))
def test_any_pieces_of_yaml(text: str) -> None:
    """Whatever is put together from YAML's signs is read or refused, with every scalar where its span says."""
    document = read(text)
    if not document.findings:
        assert_spans(document)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes(data: bytes) -> None:
    """No bytes make reading raise, and each finding has a place and words."""
    document = read_document("process.yml", data)
    assert all(finding.message and finding.place.line >= 1 for finding in document.findings)


KEYS = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=12)
VALUES = st.recursive(TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))


def written(value: Any) -> str:
    """A value in YAML's JSON style."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return "'" + str(value).replace("'", "''") + "'"


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_round_trip(value: dict[str, Any]) -> None:
    """A value written down is read back, letter for letter."""
    document = read("".join(f"{key}: {written(inner)}\n" for key, inner in value.items()))
    assert plain(document.value) == value
    assert_spans(document)


SIGNS = "'\"#:-[]{}|>&*!%@`?,\t \n\r\u00a0“”~<\\=\x00\x85😀é"


def mutated(text: str, chance: random.Random) -> str:
    """``text`` after one to three small accidents."""
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text) + 1)
        match chance.randrange(5):
            case 0:
                text = text[:at] + chance.choice(SIGNS) + text[at:]
            case 1:
                text = text[:at] + text[at + chance.randint(1, 3) :]
            case 2:
                text = text[:at] + chance.choice(SIGNS) + text[at + 1 :]
            case 3:
                end = at + chance.randint(1, 60)
                text = text[:at] + text[at:end] + text[at:]
            case _:
                text = text[:at] + text[at : at + 40].swapcase() + text[at + 40 :]
    return text


def test_mutations_of_the_example() -> None:
    """Accidents in real definitions end in values and findings; TWOLANE_MUTATIONS sets how many are tried."""
    chance = random.Random(20261122)
    pieces = [piece for path in sorted(PROCESS.rglob("*.yml")) for piece in windows(path.read_text("utf-8"))]
    assert pieces
    for _ in range(MUTATIONS):
        document = read(mutated(chance.choice(pieces), chance))
        for finding in document.findings:
            assert finding.message
            assert 1 <= finding.place.line <= document.text.count("\n") + 1
        if not document.findings:
            assert_spans(document)


def windows(text: str, size: int = 40) -> Iterator[str]:
    """A text in pieces of some lines, each read by itself: quicker than whole files."""
    lines = text.split("\n")
    for first in range(0, len(lines), size):
        yield "\n".join(lines[first : first + size])
