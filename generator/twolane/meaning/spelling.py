"""Spelling: British and American English as one, and slips of the pen that leave no other word behind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from twolane.meaning.common_words import COMMON_WORDS
from twolane.meaning.rare_words import RARE_WORDS
from twolane.meaning.word_forms import word_form
from twolane.meaning.word_sets import word_set

_WORDS: Mapping[str, str] = MappingProxyType(
    dict(
        pair.split("=")
        for pair in word_set(
            "programme=program programmes=programs cheque=check cheques=checks grey=gray fulfil=fulfill "
            "fulfils=fulfills fulfilment=fulfillment enrol=enroll enrols=enrolls enrolment=enrollment "
            "judgement=judgment ageing=aging whilst=while amongst=among towards=toward learnt=learned spelt=spelled "
            "sceptical=skeptical tyre=tire tyres=tires instalment=installment instalments=installments "
            "licence=license licences=licenses defence=defense offence=offense pretence=pretense catalogue=catalog "
            "catalogues=catalogs dialogue=dialog dialogues=dialogs analogue=analog enquiry=inquiry "
            "enquiries=inquiries enquire=inquire enquires=inquires aluminium=aluminum acknowledgement=acknowledgment "
            "practise=practice practises=practices practised=practiced mould=mold "
            "plough=plow kerb=curb "
            "kilometre=kilometer kilometres=kilometers centimetre=centimeter centimetres=centimeters "
            "millimetre=millimeter millimetres=millimeters "
            "litre=liter litres=liters centre=center centres=centers "
            "centred=centered theatre=theater fibre=fiber calibre=caliber analyse=analyze analyses=analyzes "
            "analysed=analyzed analysing=analyzing paralyse=paralyze travelling=traveling traveller=traveler "
            "jewellery=jewelry favour=favor skilful=skillful wilful=willful likeable=likable saleable=salable "
            "sizeable=sizable cosy=cozy artefact=artifact artefacts=artifacts disc=disk "
            "maths=math adviser=advisor advisers=advisors per-cent=percent anymore=any-more "
            "teh=the hte=the adn=and thier=their wich=which taht=that waht=what"
        )
    )
)
_ENDINGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=\w{3})is(e|es|ed|ing|er|ers|ation|ations|able)$"), r"iz\1"),
    (re.compile(r"^(col|fav|hon|lab|neighb|behavi|harb|hum|rum|vap|endeav|flav)our"), r"\1or"),
    (re.compile(r"^(\w*[aeiouy]+[^aeiouy\W]+[aeiou]|\w*(?:[iuy]a|ue))ll(ed|ing|er|ers)$"), r"\1l\2"),
)
_LEFT_ALONE = word_set(
    "raise raises raised raising rise rises rising wise advise advises advised advising revise revises revised "
    "revising supervise supervises supervised promise promises promised promising exercise exercises exercised "
    "surprise surprises surprised enterprise enterprises precise premise premises franchise franchised compromise "
    "compromised otherwise likewise expertise merchandise noise noises disguise praise praised comprise comprises "
    "comprised arise arises arising called calling caller callers billed billing filled filling rolled rolling "
    "selling seller sellers telling spelled pulled pulling willing killed drilled drilling installed installing "
    "installer installers installation installations controller controllers controlled controlling "
    "compelled compelling excelled excelling expelled enrolled enrolling fulfilled fulfilling recalled recalling"
)

_CONFUSED = frozenset(
    frozenset(pair.split("/"))
    for pair in word_set(
        "contact/contract trial/trail trials/trails quiet/quite from/form casual/causal later/latter desert/dessert "
        "lose/loose planed/planned bellow/below filing/filling hoping/hopping staring/starring quote/quota "
        "quotes/quotas quoted/quota cost/costs price/prize prices/prizes ensure/insure ensures/insures "
        "ensured/insured insurance/assurance assure/insure adapt/adopt adapts/adopts adapted/adopted accept/except "
        "accepts/excepts affect/effect affects/effects personal/personnel principal/principle complement/compliment "
        "statue/statute proceed/precede prescribe/proscribe eligible/legible emerge/merge emerges/merges "
        "lease/release sales/scales claim/clam tested/rested buyer/bayer leaves/leases lead/leads meter/meters "
        "diary/dairy united/untied angel/angle martial/marital calm/clam beard/bread stationary/stationery "
        "received/relieved receive/relieve appointed/anointed industrial/industrious economic/economics "
        "historic/history signed/singed signing/singing signer/singer planner/planter reviewed/renewed "
        "inventory/inventor warranted/warranty invented/invested expect/except expected/excepted "
        ""
        "metre/meter metres/meters storey/story storeys/stories draught/draft "
        "perspective/prospective formally/formerly board/broad vendor/vender inset/insert unties/unites"
    )
)

SHORTEST = 5
"""Shorter words are never taken for a slip of another."""


@cache
def american(word: str) -> str:
    """The American spelling of a word in small letters; the word itself where there is but one."""
    if word in _WORDS:
        return _WORDS[word]
    if word in _LEFT_ALONE:
        return word
    for pattern, instead in _ENDINGS:
        word = pattern.sub(instead, word)
    return word


@cache
def is_slip(old: str, new: str) -> bool:
    """Whether one is the other with one slip: a letter doubled, swapped, missing, too many or another.

    A word that is known may never become another known one, and none changes its beginning or its ending, where the
    grammar is.
    """
    if old[:1] != new[:1] or frozenset((old, new)) in _CONFUSED or (_is_word(old) and _is_word(new)):
        return False
    if _is_dropped(*sorted((old, new), key=len)):
        return True
    if min(len(old), len(new)) < SHORTEST:
        return False
    if _letters_doubled(old) == _letters_doubled(new) or _is_swapped(old, new):
        return True
    one_is_known = _is_known(old) != _is_known(new)
    return one_is_known and min(len(old), len(new)) > SHORTEST and _is_one_letter(old, new)


@cache
def _is_known(word: str) -> bool:
    return word in COMMON_WORDS or word_form(word)[0] in COMMON_WORDS


def _letters_doubled(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def _is_swapped(old: str, new: str) -> bool:
    differing = [at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other]
    if len(old) != len(new) or len(differing) != 2 or differing[1] != differing[0] + 1:
        return False
    first, second = differing
    return old[first] == new[second] and old[second] == new[first]


def _is_dropped(short: str, long: str) -> bool:
    """Whether a common word of five letters or more has lost a letter inside; ``short`` is no word."""
    if len(long) < SHORTEST or len(long) != len(short) + 1 or short[-1] != long[-1] or not _is_known(long):
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1))


def _is_word(word: str) -> bool:
    return _is_known(word) or word in RARE_WORDS or word_form(word)[0] in RARE_WORDS


def _is_one_letter(old: str, new: str) -> bool:
    """Whether one letter inside is missing in one, or is a vowel in both that is another one."""
    short, long = sorted((old, new), key=len)
    if len(short) == len(long):
        differing = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
        vowels = all(letter in "aeiouy" for pair in differing for letter in pair)
        return len(differing) == 1 and (vowels or len(old) > 8) and old[-1] == new[-1]
    if len(long) != len(short) + 1 or short[-1] != long[-1]:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1))
