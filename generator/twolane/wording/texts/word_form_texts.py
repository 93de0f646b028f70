"""Lists, figures, dates and spans: what every sentence is built of."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.plurals import Plural
from twolane.wording.tables import Table


class WordFormTexts(Table):
    """Lists, figures, dates and spans."""

    list_and: str = "{before} and {last}"
    list_or: str = "{before} or {last}"
    list_more: str = "{before} and {number} more"
    thousands_apart: str = ","
    decimal_point: str = "."
    percent: str = "{number}%"
    days: Plural = Plural("{number} day", "{number} days")
    months: tuple[str, ...] = (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    )
    day_of_month: str = "{day} {month} {year}"
    month_of_year: str = "{month} {year}"
    quarter_of_year: str = "Q{quarter} {year}"
    time_units: Choices[Plural] = Choices(
        day=Plural("day", "days"), week=Plural("week", "weeks"), month=Plural("month", "months")
    )
    length_of_time: str = "{number} {units}"
    point_in_time: str = "{unit} {number}"
    span_from: str = "from {unit} {begin}"
    span_until: str = "until {unit} {end}"
    span_between: str = "{units} {begin}–{end}"
    during_from: str = "from {unit} {begin} on"
    during_point: str = "in {unit} {begin}"
    during_between: str = "in {units} {begin} to {end}"
    outside_between: str = "{units} {begin} to {end}"
