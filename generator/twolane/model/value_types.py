"""The types of single values: texts, ids, numbers, dates and lists, each saying in plain words what it takes.

Values arrive as they are written. ``Quoted`` text is text; anything else means what YAML 1.2 says that it
looks like, but only where the field asks for it: ``version: 1.10`` stays the text 1.10.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import AfterValidator, BeforeValidator, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from twolane.model.element import Prose as Markdown
from twolane.model.element import Reference
from twolane.model.number_notation import has_two_readings, is_span, readings
from twolane.source import Quoted


class Salvaged(str):
    """A text that stands in for a faulty one which has been reported; ids take it as it is."""

    __slots__ = ()


KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_INTEGER = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_LONGEST_SHOWN = 60
_WHOLE_PERCENT = 100
_TOO_LARGE = 1e15
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LED = re.compile(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)")
_PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2]|Q[1-4])(-\d{2})?)?")
_PART = "(0|[1-9][0-9]{0,8})"
_DRAFT = f"({_PART}|[0-9]{{0,9}}[A-Za-z-][0-9A-Za-z-]*)"
VERSION = re.compile(rf"{_PART}\.{_PART}\.{_PART}(-{_DRAFT}(\.{_DRAFT})*)?")
"""A semantic version; no part of it is a number that nobody counts to."""
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_MEANT_TRUTH = {
    **dict.fromkeys(("true", "yes", "y", "on", "x", "1", "ja", "oui", "si", "sí"), "true"),
    **dict.fromkeys(("false", "no", "n", "off", "0", "-", "nein", "non"), "false"),
}
_SCALAR_SCHEMA = {"type": ["string", "number", "boolean"]}


def wrong(message: str, code: str = "wrong_value", **context: Any) -> PydanticCustomError:
    """The error for a value that does not fit; ``message`` says what was expected."""
    return PydanticCustomError(code, "{message}", {"message": message, **context})


def _plain_number(value: Any, fits: Callable[[str], bool] = bool) -> Any:
    """A number as it is written here; of what it may mean otherwise, only what ``fits`` is suggested."""
    if not isinstance(value, str):
        return value
    quoted, is_number = isinstance(value, Quoted), bool(_NUMBER.fullmatch(value))
    if is_number and not quoted and len(value) <= _LONGEST_SHOWN and abs(number := float(value)) < _TOO_LARGE:
        return int(value) if _INTEGER.fullmatch(value) else number
    found = f"the text “{_short(value)}”" if quoted else f"“{_short(value)}”"
    if is_number:
        hint = ": write it without quotes" if quoted else ": nobody counts so far"
    else:
        hint = _number_hint(value, fits)
    raise wrong(f"expected a number, found {found}{hint}")


def _number(value: Any) -> Any:
    """A number of anything: where it may be thousands or a fraction, somebody has to say which."""
    number = _plain_number(value)
    if isinstance(number, float) and has_two_readings(str(value)):
        raise wrong(f"expected a number, found “{value}”, which may be read in two ways{_either(readings(value))}")
    return number


def _time(value: Any) -> Any:
    """A time: thousands of it are so rare that only `1.000` is asked about."""
    return _number(value) if str(value).endswith(".000") else _plain_number(value)


def _percentage(value: Any) -> Any:
    """A percentage, which is never in the thousands."""
    return _plain_number(value, lambda number: float(number) <= _WHOLE_PERCENT)


def _whole(value: Any) -> Any:
    number = _plain_number(value, str.isdecimal)
    if isinstance(number, float):
        # A spreadsheet may write a thousand as 1.000; to take that for one would falsify the figures in silence.
        meant = [each for each in readings(str(value)) if each.isdecimal()]
        raise wrong(f"expected a whole number, found “{value}”{_either(meant)}")
    return number


def _number_hint(value: str, fits: Callable[[str], bool]) -> str:
    if is_span(value):
        return ": write one number and no span"
    found = [each for each in readings(value) if fits(each)]
    return _either(found) or (": write one number, in figures alone" if re.search(r"\d", value) else "")


def _either(numbers: Sequence[str]) -> str:
    """How to write the one number that is meant, or the two that may be."""
    if len(numbers) > 1:
        return f": write {numbers[0]} or {numbers[1]}, whichever is meant"
    return f": write {numbers[0]} and nothing else" if numbers else ""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _truth(value: Any) -> Any:
    if isinstance(value, str):
        if not isinstance(value, Quoted) and value in _TRUTH:
            return _TRUTH[value]
        meant = _MEANT_TRUTH.get(value.lower(), "")
        raise wrong(f"expected true or false, found “{value}”", hint=f"write {meant} without quotes" if meant else "")
    return value


def _date_hint(value: str) -> str:
    """How to write a day whose order is certain: with points the day comes first, and a year of four digits leads."""
    pointed, led = re.fullmatch(r"(\d\d?)\. ?(\d\d?)\. ?(\d{4})", value), re.fullmatch(_LED, value)
    year, month, day = pointed.group(3, 2, 1) if pointed else led.groups() if led else ("", "", "")
    return f"write {year}-{month:0>2}-{day:0>2}" if year else ""


def _iso_date(value: Any) -> Any:
    if isinstance(value, str):
        if not _DATE.fullmatch(value):
            raise wrong(f"expected a date such as 2026-10-01, found “{value}”", hint=_date_hint(value))
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise wrong(f"{value} is no day of the calendar") from None
    return value


def _period(value: str) -> str:
    if not _PERIOD.fullmatch(value):
        raise wrong(f"expected a date, month or quarter such as 2027-03-31, 2027-03 or 2027-Q1, found “{value}”")
    if _DATE.fullmatch(value):
        _iso_date(value)
    return value


def _version(value: str) -> str:
    if not VERSION.fullmatch(value):
        raise wrong(f"expected a version of three numbers such as 2.1.0, found “{value}”{_version_hint(value)}")
    return value


def _version_hint(value: str) -> str:
    if re.fullmatch(r"\d+(\.\d+)?", value):
        return f": write {value}{'.0' * (2 - value.count('.'))}"
    return ": leave out the v" if re.fullmatch(r"v\d+\.\d+\.\d+", value) else ""


_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa", "&": " and "})


def kebab(text: str) -> str:
    """``text`` as an id: lower-case letters, digits and single hyphens; empty where nothing is left."""
    spelled = text.lower().translate(_SPELLED)
    plain = "".join(char for char in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "").replace("’", "")).strip("-")


def _id(value: Any) -> Any:
    if isinstance(value, str) and not isinstance(value, Salvaged) and not KEBAB.fullmatch(value):
        raise wrong(
            f"“{value}” is no id: ids are lower-case letters, digits and single hyphens",
            code="bad_id",
            suggestion=kebab(value),
        )
    return value


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def percent(value: float) -> float:
    """Refuse what is not from 0 to 100, and a part of one, which is how a spreadsheet shows a percentage."""
    if not 0 <= value <= 100:
        raise wrong(f"expected a percentage from 0 to 100, found {value:g}")
    if 0 < value < 1:
        raise wrong(f"expected a percentage from 0 to 100, found {value:g}", hint=f"write {value * 100:.4g}")
    return value


def not_negative(value: float) -> float:
    """Refuse what is below 0."""
    if value < 0:
        raise wrong(f"expected 0 or more, found {value:g}")
    return value


Text: TypeAlias = Annotated[str, WithJsonSchema(_SCALAR_SCHEMA)]
Prose: TypeAlias = Annotated[str, Markdown(), WithJsonSchema(_SCALAR_SCHEMA)]
Id: TypeAlias = Annotated[
    str, BeforeValidator(_id), WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{KEBAB.pattern}$"})
]
Number: TypeAlias = Annotated[float, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
Time: TypeAlias = Annotated[
    float,
    BeforeValidator(_time),
    AfterValidator(not_negative),
    WithJsonSchema({"type": "number", "minimum": 0}),
]
Percent: TypeAlias = Annotated[
    float,
    BeforeValidator(_percentage),
    AfterValidator(percent),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 100}),
]
Count: TypeAlias = Annotated[
    int, BeforeValidator(_whole), AfterValidator(not_negative), WithJsonSchema({"type": "integer", "minimum": 0})
]
Truth: TypeAlias = Annotated[bool, BeforeValidator(_truth), WithJsonSchema({"type": "boolean"})]
Day: TypeAlias = Annotated[date, BeforeValidator(_iso_date), WithJsonSchema({"type": "string", "format": "date"})]
Period: TypeAlias = Annotated[
    str, AfterValidator(_period), WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{_PERIOD.pattern}$"})
]
Version: TypeAlias = Annotated[
    str, AfterValidator(_version), WithJsonSchema({"type": "string", "pattern": f"^{VERSION.pattern}$"})
]

_Ref: TypeAlias = Annotated[str, WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{KEBAB.pattern}$"})]
RoleId: TypeAlias = Annotated[_Ref, Reference("role")]
GoalId: TypeAlias = Annotated[_Ref, Reference("goal")]
SegmentId: TypeAlias = Annotated[_Ref, Reference("segment")]
RequirementId: TypeAlias = Annotated[_Ref, Reference("requirement")]
MetricId: TypeAlias = Annotated[_Ref, Reference("metric")]
DifferentiatorId: TypeAlias = Annotated[_Ref, Reference("differentiator")]
CompetitorId: TypeAlias = Annotated[_Ref, Reference("competitor")]
ProcessId: TypeAlias = Annotated[_Ref, Reference("process")]
TermId: TypeAlias = Annotated[_Ref, Reference("term")]
BuyerStepId: TypeAlias = Annotated[_Ref, Reference("buyer step")]
NeedId: TypeAlias = Annotated[_Ref, Reference("need")]
StageId: TypeAlias = Annotated[_Ref, Reference("stage")]
AnswerId: TypeAlias = Annotated[_Ref, Reference("goal or differentiator")]


class _OneIsFine:
    """Says in the JSON Schema what ``OneOrMore`` takes: a list, or one of its items."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        listed = handler(schema)
        return {"anyOf": [listed, listed["items"]]}


class _TextIsFine:
    """Says in the JSON Schema that an element may also be a text alone, which stands for its key ``SHORT``."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), {"type": "string"}]}


T = TypeVar("T")
OrText: TypeAlias = Annotated[T, _TextIsFine()]
"""An element, or a text alone."""
OneOrMore: TypeAlias = Annotated[tuple[T, ...], BeforeValidator(_listed), _OneIsFine()]
"""A list; one value alone is fine too."""
