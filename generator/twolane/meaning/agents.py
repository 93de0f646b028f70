"""Agents as data: nouns of whoever does something, by trade or office, that are no role of every sale."""

from __future__ import annotations

import re
from functools import cache

from twolane.meaning.common_words import COMMON_WORDS
from twolane.meaning.tokens import Sort, Token
from twolane.meaning.word_forms import word_form
from twolane.meaning.word_sets import word_set

_AGENTS = word_set(
    """
    agent applicant apprentice clerk client consultant contractor subcontractor dean employee employer expert foreman
    lecturer librarian chemist pharmacist therapist surgeon midwife matron caretaker teacher tutor principal pupil
    student trainer trainee worker writer reader author builder driver dispatcher forwarder shipper carrier haulier
    exporter importer retailer wholesaler distributor manufacturer developer designer programmer tester analyst
    scientist researcher broker underwriter actuary policyholder holder beneficiary adjuster assessor surveyor
    controller bookkeeper treasurer cashier buyer seller requester sponsor approver reviewer signer signatory
    gatekeeper caller bidder participant visitor guest speaker organizer coordinator supervisor superior boss
    president mayor governor minister commissioner inspector trustee notary judge solicitor barrister mediator
    farmer grower miller baker brewer butcher plumber carpenter roofer painter welder fitter mechanic technician
    electrician maintainer janitor warden guard pilot captain crew crane skipper editor publisher journalist
    evaluator opponent supporter ally blocker detractor skeptic promoter initiator proponent
    consignee consignor licensee licensor franchisee franchisor nominee trustee appointee attendee referee payee
    attendant superintendent resident merchant claimant occupant accountant president chief surgeon paramedic
    """
) - {"crane", "pilot", "guard", "crew"}
_NAMED_SO = re.compile(r"[a-z]{3,}(?:er|or|ist|ian|[es]man|woman|person)")
_NO_AGENTS = word_set(
    """
    computer server printer router scanner charger container folder header timer boiler tender sticker locker tower
    corner border newsletter filter cluster poster banner reminder trailer freezer cooler heater inverter converter
    transformer adapter controller-unit sensor monitor motor tractor reactor elevator generator compressor factor
    vector sector mirror floor door error color labor flavor behavior major minor junior senior prior superior
    interior exterior anterior corridor cover order offer layer meter counter register voucher paper matter shelter
    lower higher larger smaller bigger greater longer shorter earlier later faster slower cheaper easier simpler safer
    stronger weaker newer older younger lighter heavier deeper wider narrower closer nearer clearer fewer richer
    former latter other another either neither whether rather together however whatever under over after never ever
    deliver consider remember answer transfer enter refer prefer differ suffer trigger discover recover hover
    december november october september quarter center fiber caliber theater liter
    list checklist twist assist insist exist consist resist persist pricelist whitelist shortlist for nor
    """
)
_ALIKE = (
    "teacher tutor lecturer",
    "lawyer solicitor barrister attorney",
    "worker employee",
    "builder contractor",
    "carrier haulier forwarder",
    "broker agent",
    "pupil student",
    "supporter ally promoter proponent champion",
    "opponent blocker detractor",
    "boss superior supervisor",
    "surveyor assessor inspector evaluator",
    "mechanic technician fitter",
    "coordinator organizer",
    "bookkeeper accountant",
    "signer signatory",
    "exporter shipper",
)
_NEAR = tuple(frozenset(f"{line} {line.replace(' ', ' @')}".split()) for line in _ALIKE)


@cache
def is_agent(word: str) -> bool:
    """Whether a word without its ending names whoever does something."""
    if word in _AGENTS:
        return True
    known = word in COMMON_WORDS or word in _NO_AGENTS or word_form(word)[0] in _NO_AGENTS
    return not known and len(word) > 4 and _NAMED_SO.fullmatch(word) is not None


def is_person(token: Token) -> bool:
    """Whether a token is somebody: an actor, or a noun of whoever does something."""
    return token.sort is Sort.ACTOR or (token.sort is Sort.WORD and token.form in ("", "s") and is_agent(token.key))


def may_be_one(one: Token, other: Token) -> bool:
    """Whether both may be the same person, called otherwise."""
    names = {each.key.removeprefix("@").rpartition(" ")[2] for each in (one, other)}
    return len(names) == 1 or any(names <= group for group in _NEAR)
