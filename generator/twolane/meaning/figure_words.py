"""Words of figures as data: numbers, ordinals, units of time, currencies, months and weekdays."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from twolane.meaning.word_sets import word_set

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)


def _keyed(**groups: str) -> Mapping[str, str]:
    return MappingProxyType({word: name for name, words in groups.items() for word in words.split()})


NUMBERS: Mapping[str, int] = MappingProxyType(
    {word: at for at, word in enumerate(f"{_ONES} eighteen nineteen".split())}
    | {word: 20 + 10 * at for at, word in enumerate(_TENS.split())}
)
"""Words below a hundred."""

SCALES: Mapping[str, int] = MappingProxyType(
    {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "millions": 10**6, "billion": 10**9}
)
"""Words that multiply."""

SUFFIXES: Mapping[str, int] = MappingProxyType({"k": 1000, "m": 10**6, "mn": 10**6, "mio": 10**6, "bn": 10**9})
"""What may stand right behind the digits of an amount."""

ORDINALS: Mapping[str, int] = MappingProxyType({word: at for at, word in enumerate(_ORDINALS.split())})

UNITS: Mapping[str, tuple[str, int]] = MappingProxyType(
    {
        word: (unit, factor)
        for words, unit, factor in (
            ("minute minutes min mins", "minutes", 1),
            ("hour hours hr hrs h", "minutes", 60),
            ("day days", "days", 1),
            ("week weeks wk wks", "days", 7),
            ("fortnight fortnights", "days", 14),
            ("month months mth mths mo", "months", 1),
            ("quarter quarters", "months", 3),
            ("year years yr yrs", "months", 12),
            ("second seconds sec secs", "seconds", 1),
        )
        for word in words.split()
    }
)
"""Units of time with what they are counted in: a week has 7 days, but no month has a number of days."""

IN_DAYS: Mapping[str, float] = MappingProxyType(
    {
        "seconds": 1 / 86400,
        "minutes": 1 / 1440,
        "days": 1.0,
        "working days": 1.4,
        "working hours": 1.4 / 8,
        "months": 30.4,
    }
)
"""How long each is, about."""

RATES: Mapping[str, str] = _keyed(
    hour="hourly", day="daily", week="weekly", month="monthly", quarter="quarterly", year="yearly annual annually"
)
"""How often something is."""

CURRENCIES: Mapping[str, str] = _keyed(
    EUR="€ eur euro euros", USD="$ usd dollar dollars", GBP="£ gbp pound pounds", JPY="¥ jpy yen",
    CHF="chf sfr franc francs", SEK="sek", NOK="nok", DKK="dkk", PLN="pln zloty", CZK="czk", INR="inr rupees",
    CAD="cad", AUD="aud",
)  # fmt: skip

MONTHS: Mapping[str, int] = MappingProxyType(
    {
        word: at
        for at, words in enumerate(
            (
                "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
                "august aug", "september sep sept", "october oct", "november nov", "december dec",
            ),
            1,
        )
        for word in words.split()
    }
)  # fmt: skip
SHORT_MONTHS = word_set("jan feb mar apr jun jul aug sep sept oct nov dec")

WEEKDAYS: Mapping[str, str] = _keyed(
    monday="monday mondays mon", tuesday="tuesday tuesdays tue tues", wednesday="wednesday wednesdays wed",
    thursday="thursday thursdays thu thurs", friday="friday fridays fri", saturday="saturday saturdays",
    sunday="sunday sundays",
)  # fmt: skip

RELATIVE = word_set("next last this same previous following coming current past")
"""What stands before a unit of time where it is told by its place: next quarter."""

RELATIVE_DAYS = word_set("today tomorrow yesterday")
"""Days that are told by their place."""
