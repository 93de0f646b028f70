"""Actors as data: who does something in a sale, with the words that mean the same one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from twolane.meaning.agents import is_agent
from twolane.meaning.spelling import american
from twolane.meaning.tokens import Token
from twolane.meaning.word_sets import word_set

_GROUPS = """
we, us, our, ours, seller, our side
they, them, theirs
you, your
buyer, purchaser
prospect, prospective customer, prospective client, potential customer, potential client
customer, client
vendor, supplier, provider
competitor, rival, competition
partner, reseller, dealer
CFO, chief financial officer, finance director, head of finance, financial director
CEO, chief executive officer, chief executive
CTO, chief technology officer, technical director
CIO, chief information officer, head of IT, IT director, IT manager
COO, chief operating officer
CISO, chief information security officer, security officer
CMO, chief marketing officer
managing director
sales director, head of sales, director of sales, VP of sales, vice president of sales
sales manager
account executive, AE
account manager
sales engineer, solution engineer, presales engineer
sales development, SDR, sales development representative
customer success, customer success manager, CSM
sales rep, rep, salesperson, sales representative
procurement, purchasing, purchasing department, procurement department, purchasing team, procurement team
legal, legal team, legal department
lawyer, counsel, attorney
IT, IT department, IT team
finance, finance team, finance department
HR, human resources
operations
management, management team
board, board of directors, executive board
supervisory board
works council
champion
sponsor, executive sponsor
decision maker
influencer
economic buyer
user, end user
administrator, admin
owner
tenant, renter
landlord, lessor
lessee
landowner
architect
electrician
consultant, advisor, adviser
auditor
accountant, tax adviser, tax advisor
bank, lender
insurer, insurance
authority
council
committee, buying committee
steering committee
parent company
dentist, doctor, physician
nurse
patient
homeowner
parents, parent
spouse
planner
manager
director
officer
engineer
executive
assistant
head
lead buyer
chair, chairman, chairwoman, chairperson
secretary
shareholder
investor
founder
both sides, both parties
one side, one party
colleague, coworker
team
installer
operator
inspector
sales
marketing
support
security, security team
"""

_GROUP_WORDS = tuple(tuple(word.strip() for word in line.split(",")) for line in _GROUPS.strip().splitlines())

GENERIC_BUYERS = frozenset(("@buyer", "@prospect", "@customer", "@they"))
"""Who is meant where nobody else is named: a criterion is what the buyer does."""

HEADS = word_set("@manager @director @officer @engineer @executive @assistant @head @planner @owner @team")
"""Words that are a role only with what stands before them: the plant manager."""

NEAR_ACTORS = frozenset(
    frozenset(f"@{name}" for name in pair)
    for pair in (
        ("legal", "lawyer"), ("finance", "cfo"), ("it", "cio"), ("management", "ceo"), ("ceo", "managing director"),
        ("management", "managing director"), ("user", "team"), ("competitor", "vendor"), ("we", "vendor"),
        ("hr", "management"), ("sales", "sales rep"), ("sales", "we"), ("buyer", "team"), ("customer", "user"),
        ("owner", "homeowner"), ("customer", "partner"), ("they", "team"),
    )
)  # fmt: skip
"""Actors of whom one may stand for the other: somebody has to see whether it is the same one."""

UNCOUNTED = word_set("support sales finance legal marketing security operations head management it hr")
"""Actors of whom there are not several: “supports” is what somebody does."""

_UPPER_ONLY = frozenset(("IT", "AE", "HR", "US"))
"""Short forms that are another word in small letters."""

NO_ROLE = word_set(
    "@we @they @you @buyer @customer @prospect @vendor @competitor @partner @manager @director @officer @engineer "
    "@executive @assistant @head @planner @owner @team @user @management @sales @support @security @operations "
    "@marketing @patient @colleague @insurer @bank @authority @council @operator @parents @administrator "
    "@champion"
) | {"@both sides", "@one side", "@lead buyer", "@decision maker"}
"""Actors that many a text speaks of in passing, and that are no figure there."""

_ONE_IN_A_SALE = frozenset(("champion", "sponsor", "planner"))
"""Roles of many a sale of which a playbook that names one has no other."""

Called: TypeAlias = str | tuple[str, ...]
"""What a role is called: one name, or all that mean it, the one that it bears first."""
_Row: TypeAlias = tuple[tuple[str, ...], str, bool]
_Role: TypeAlias = tuple[tuple[str, ...], ...]
"""All names of a role, each in words."""
_EVERYWHERE = GENERIC_BUYERS | {"@we", "@you", "@vendor"}
"""Who is in every text, whatever roles are called."""


@lru_cache(maxsize=64)
def actors(names: tuple[Called, ...] = ()) -> Mapping[str, tuple[tuple[tuple[str, ...], str, bool], ...]]:
    """The actors by their first word, the longest first: words, key, and whether only capitals mean it."""
    found: dict[str, dict[tuple[str, ...], tuple[str, bool]]] = {}
    for words, key, capitals in _rows(names):
        found.setdefault(words[0], {}).setdefault(words, (key, capitals))
    return MappingProxyType(
        {
            first: tuple(sorted(((words, *held) for words, held in rows.items()), key=lambda row: -len(row[0])))
            for first, rows in found.items()
        }
    )


@lru_cache(maxsize=256)
def named(names: tuple[Called, ...], key: str) -> bool:
    """Whether the actor is a role that ``names`` call by its name, and nobody whom every text speaks of."""
    return key not in _EVERYWHERE and any(row[1] == key for row in _rows(names, ()))


def _rows(names: tuple[Called, ...], groups: Iterable[tuple[str, ...]] = _GROUP_WORDS) -> Iterator[_Row]:
    known = {word.casefold(): group[0] for group in _GROUP_WORDS for word in group}
    roles = [each for each in dict.fromkeys(map(_all_words, names)) if each]
    keys = [_key(words[0], known) for words in roles]
    for words, key in zip(roles, keys, strict=True):
        yield words[0], key, _needs_capitals(words[0])
    for words, key in zip(roles, keys, strict=True):
        for more in words[1:]:
            if _means_the_role(more, key, roles, known):
                yield more, key, _needs_capitals(more)
        for each in words:
            if len(each) > 1 and _is_known_for_short(each[-1], roles, known):
                yield each[-1:], key, False
    for group in groups:
        for word in group:
            yield _words(word), f"@{group[0].casefold()}", word in _UPPER_ONLY


def _all_words(called: Called) -> tuple[tuple[str, ...], ...]:
    every = map(_words, (called,) if isinstance(called, str) else called)
    return tuple(words for words in dict.fromkeys(every) if words)


def _words(name: str) -> tuple[str, ...]:
    """The words of a name as texts are read: in small letters and American spelling."""
    return tuple(map(american, name.casefold().replace("-", " ").split()))


def _key(words: tuple[str, ...], known: Mapping[str, str]) -> str:
    name = " ".join(words)
    return f"@{known.get(name, name).casefold()}"


def _needs_capitals(words: tuple[str, ...]) -> bool:
    """Whether a name begins like what anything does: the IT lead, and it leads to nothing."""
    return words[0].upper() in _UPPER_ONLY


def _means_the_role(words: tuple[str, ...], key: str, roles: Sequence[_Role], known: Mapping[str, str]) -> bool:
    """Whether another name means the role and nobody else: “buyer” is everybody's, “quality” is no person."""
    if " ".join(words) in known:
        return _key(words, known) == key
    return len(words) > 1 or (is_agent(words[0]) and _roles_with(words[0], roles, known) == 1)


def _is_known_for_short(last: str, roles: Sequence[_Role], known: Mapping[str, str]) -> bool:
    """Whether the last word of a name is enough: the controller, where no other role is one."""
    alone = _roles_with(last, roles, known) == 1
    return alone and (last in _ONE_IN_A_SALE or (is_agent(last) and last not in known))


def _roles_with(word: str, roles: Sequence[_Role], known: Mapping[str, str]) -> int:
    """How many roles have the word in one of their names."""
    return len({_key(role[0], known) for role in roles if any(word in each for each in role)})


def is_named(actor: Token, others: Sequence[Token]) -> bool:
    """Whether a text names somebody too, be it in other words: the plant manager, the plant's manager."""
    if any(each.key == actor.key for each in others):
        return True
    words = set(actor.key.removeprefix("@").split())
    return len(words) > 1 and words <= {word for each in others for word in each.key.removeprefix("@").split()}
