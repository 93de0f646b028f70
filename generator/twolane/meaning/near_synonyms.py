"""Near synonyms as data: words that cannot differ in what people write about selling and buying."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_VERBS = """
confirm verify corroborate
approve okay ok
choose pick select
start begin commence
finish complete
stop cease quit
give provide supply grant furnish hand
send mail transmit
get obtain receive
say state declare tell inform notify
discuss debate
attend join participate
buy purchase acquire
pay settle
help assist aid
use employ utilize
test try
check examine inspect
compare contrast
want wish
meet encounter
find locate
keep retain
let allow permit
name identify specify
describe depict
explain clarify
understand grasp comprehend
decide determine
fix resolve remedy
reply respond answer
call phone telephone ring
write pen
schedule arrange
book reserve
postpone defer
happen occur
increase grow rise
decrease shrink fall
reduce cut
change alter modify
improve enhance
own possess
include comprise
list enumerate
count tally
measure gauge
calculate compute
think believe reckon
record log note register
attach enclose
""".strip()

_NOUNS = """
meeting appointment
email mail
offer quote quotation proposal
contract agreement
invoice bill
specification spec
demo demonstration
customer client
colleague coworker
employee worker staffer
firm company business enterprise
plant factory
shop store
site location
office bureau
sector industry trade
supplier vendor provider
competitor rival
cost expense
discount rebate reduction
term condition
schedule timetable
target aim
problem issue
question query
concern worry
reason ground
goal objective
result outcome
benefit advantage upside
drawback disadvantage downside
amount sum
share proportion percentage
average mean
document doc
folder directory
photo photograph picture pic
permission authorization
confirmation verification
reply response
opportunity opp
stage phase
team crew
person individual
device appliance
kilogram kg kilo
kilometer km
kilowatt kw
piece pcs
""".strip()

_OTHERS = """
verbal oral spoken
additional extra further
enough sufficient adequate
necessary needed
large big
small little
quick fast rapid speedy
correct right accurate
wrong incorrect
happy satisfied pleased content
ready prepared
possible feasible
likely probable
similar comparable alike
main principal primary
suitable appropriate fitting
whole entire
total overall
about approximately roughly approx circa ca around approximate
exactly precisely
usually normally generally typically
often frequently
quickly rapidly swiftly
immediately straightaway
together jointly
again anew
therefore hence thus
everyone everybody
someone somebody
anyone anybody
clearly plainly
enclosed attached
around round
via through
regarding concerning
""".strip()


def _concepts(*tables: str) -> Mapping[str, str]:
    """From each word to the first of its group; groups of several words stand among the phrases."""
    groups = (line.split() for table in tables for line in table.splitlines())
    return MappingProxyType({word: words[0] for words in groups for word in words[1:]})


CONCEPTS: Mapping[str, str] = _concepts(_VERBS, _NOUNS, _OTHERS)
"""From each word, without its ending, to the one that stands for its group."""
