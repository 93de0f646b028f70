"""Numbers in other notations are refused with the whole number that is meant, never with its first digits."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from twolane.model.value_types import Count, Number, Percent, Time
from twolane.source import Quoted

KINDS: dict[str, Any] = {"number": Number, "time": Time, "percent": Percent, "count": Count}


def read(text: str, kind: str = "number") -> float | str:
    """The number, or what is said instead behind what was found."""
    try:
        value: float = TypeAdapter(KINDS[kind]).validate_python(text)
    except ValidationError as error:
        return str(error.errors()[0]["msg"]).partition("”")[2].removeprefix(": ")
    return value


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("10k", "10000"),
        ("10 K", "10000"),
        ("1.5k", "1500"),
        ("10k€", "10000"),
        ("$20k", "20000"),
        ("€ 20", "20"),
        ("20 €", "20"),
        ("-$5", "-5"),
        ("CHF 10.-", "10"),
        ("10,-", "10"),
        ("3,5 Tsd. EUR", "3500"),
        ("10 Mio. €", "10000000"),
        ("2 bn", "2000000000"),
        ("10 lakh", "1000000"),
        ("1,5", "1.5"),
        (",5", "0.5"),
        ("1.234.567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("1,234,567.89", "1234567.89"),
        ("1.234,5", "1234.5"),
        ("1,00,000", "100000"),
        ("12'000", "12000"),
        ("12’000.50", "12000.5"),
        ("12 000", "12000"),
        ("12\u00a0000,5", "12000.5"),
        ("12\u202f000", "12000"),
        ("1_000", "1000"),
        ("10 %", "10"),
        ("12,5%", "12.5"),
        ("36 weeks", "36"),
        ("35 percent of deals", "35"),
        ("~5", "5"),
        ("ca. 5 days", "5"),
        ("½", "0.5"),
        ("2 ½", "2.5"),
        ("0x10", "16"),
        ("−5", "-5"),
        ("１２", "12"),
        ("٢٥٫٥", "25.5"),
        ("२५", "25"),
    ],
)
def test_the_number_that_is_meant(text: str, meant: str) -> None:
    """It is named whole, and it is one that can be written there."""
    assert read(text) == f"write {meant} and nothing else"
    assert read(meant) == float(meant)


@pytest.mark.parametrize(
    ("text", "fraction", "thousands"),
    [("25.000", "25", "25000"), ("25,000", "25", "25000"), ("1.125", "1.1250", "1125"), ("-2,500", "-2.5", "-2500")],
)
def test_thousands_or_a_fraction(text: str, fraction: str, thousands: str) -> None:
    """Three digits behind a point or a comma may be either, so somebody is asked; both answers are then taken."""
    asked = f"write {fraction} or {thousands}, whichever is meant"
    assert str(read(text)).removeprefix(", which may be read in two ways: ") == asked
    assert (read(fraction), read(thousands)) == (float(fraction), float(thousands))


@pytest.mark.parametrize(
    "text",
    ["10-20", "10–20 %", "10 to 20", "10 bis 20", "3 or 4", "10..20"],
)
def test_spans(text: str) -> None:
    """Of two numbers none is picked."""
    assert read(text) == "write one number and no span"


@pytest.mark.parametrize(
    "text",
    [
        "<5",
        "≥ 5",
        "5+",
        "5 or more",
        "10m",
        "1.5M",
        "2 dozen",
        "10 ‰",
        "10²",
        "35/100",
        "v2",
        "week 7",
        "1.5.2",
        "10:30",
        "1.000.00",
        "1e3 EUR",
        "12,345k",
        "10 T€",
        "5 weeks 3 days",
        f"{'1 ' * 5000}x",
    ],
)
def test_what_nobody_can_tell(text: str) -> None:
    """Where a part of the text may change the number, none is named."""
    assert read(text) == "write one number, in figures alone"


@pytest.mark.parametrize("text", ["ten", "soon", "%", "k", "-"])
def test_no_number(text: str) -> None:
    """What is no number at all is said to be none."""
    assert read(text) == ""


@pytest.mark.parametrize("text", ["1e999", "-1e999", "9" * 20, "9" * 5000, "0" * 100 + "1", "1e400"])
def test_larger_than_anything(text: str) -> None:
    """No number becomes endless, and none is too long for the program."""
    assert read(text) == "nobody counts so far"


@pytest.mark.parametrize(
    "text",
    ["0", "25", "25.5", "0.125", ".5", "5.", "-3", "+3", "1e3", "1234.567", "25.1250", "25.00", "1000000", "00.125"],
)
def test_plain_numbers(text: str) -> None:
    """What can be read in one way is read, without a word."""
    assert read(text) == float(text)


def test_kinds_of_numbers() -> None:
    """Thousands are no percentage; a time with three decimals comes from a spreadsheet; counts are whole."""
    assert read("25.125", "percent") == 25.125
    assert read("25.000", "percent") == 25
    assert read("25,125", "percent") == "write 25.1250 and nothing else"
    assert read("21.375", "time") == 21.375
    assert read("21.000", "time") == ", which may be read in two ways: write 21 or 21000, whichever is meant"
    assert read("1.040", "count") == "write 1040 and nothing else"
    assert read("1,000", "count") == "write 1 or 1000, whichever is meant"
    assert read("40.0", "count") == "write 40 and nothing else"
    assert read("1.5", "count") == ""
    assert read("10k", "count") == "write 10000 and nothing else"


@pytest.mark.parametrize(("text", "said"), [("25", "write it without quotes"), ("10k", "write 10000 and nothing else")])
def test_numbers_within_quotes(text: str, said: str) -> None:
    """Quotes are not to be taken away from what is no number without them."""
    assert read(Quoted(text)) == said
