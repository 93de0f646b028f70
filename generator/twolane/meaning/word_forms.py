"""Words without their endings: signs, signed and signing are one word, offers and offer another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from twolane.meaning.word_sets import word_set

_IRREGULAR = """
be is are am was were been being
have has had having
do does did done doing
pay paid
make made making
give gave given giving
send sent
get got gotten getting
see saw seen
know knew known
meet met meeting
tell told
say said
choose chose chosen choosing
buy bought
sell sold
begin began begun beginning
hold held
keep kept
leave left leaving
lose lost losing
win won winning
take took taken taking
show showed shown
write wrote written writing
speak spoke spoken
think thought
find found
bring brought
hear heard
understand understood
put putting
set setting
lead led
build built
spend spent
withdraw withdrew withdrawn
go went gone
come came coming
run ran running
read reading
let letting
quit quitting
grow grew grown
rise rose risen
fall fell fallen
lend lent
teach taught
catch caught
feel felt
deal dealt
mean meant
become became
drive drove driven
draw drew drawn
cut cutting
"""

_FORMS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        form: (line.split()[0], "ing" if form.endswith("ing") and form != "bring" else "s" if form == "has" else "ed")
        for line in _IRREGULAR.strip().splitlines()
        for form in line.split()[1:]
    }
    | {line.split()[0]: (line.split()[0], "") for line in _IRREGULAR.strip().splitlines()}
    | {"is": ("be", "s"), "are": ("be", ""), "am": ("be", ""), "does": ("do", "s"), "meeting": ("meeting", "")}
    | {"meetings": ("meeting", "s"), "building": ("building", ""), "buildings": ("building", "s")}
    | {"written": ("written", ""), "spoken": ("verbal", ""), "left": ("leave", "ed")}
    | {"people": ("person", "s"), "men": ("man", "s"), "women": ("woman", "s"), "criteria": ("criterion", "s")}
    | {"children": ("child", "s"), "feet": ("foot", "s")}
)
_WHOLE = word_set(
    "need exceed proceed speed feed seed indeed embed thing nothing something anything everything during "
    "morning evening ceiling spring string bring ring king sing wing building meeting training wording pricing "
    "billing always perhaps less unless business process access address express press success class pass loss "
    "boss gross across status basis analysis crisis thesis bonus campus plus versus focus virus census lens news "
    "series species sales minutes terms this his its was as is us yes gas bus plus thus various previous serious "
    "obvious continuous red bed shed hundred kindred sacred naked wicked"
)
_LIKE_CREATE = re.compile(r"[a-z]{2}(?:[cdglmnprstuvi]at|[ai][lr]iz|iv)$")
"""Beginnings of verbs that end like create, finalize and arrive."""
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_TAKING_E = word_set(
    "prepar requir compar declar shar stor explor ignor restor admir acquir inquir expir hir inspir wir retir "
    "approv improv remov mov prov receiv believ achiev leav sav solv involv serv reserv observ resolv describ "
    "subscrib prescrib determin defin combin declin examin imagin outlin refin complet delet compet quot vot not "
    "invit cit writ unit excit execut contribut distribut institut substitut comput dat rat stat creat indicat "
    "estimat evaluat calculat investigat negotiat operat updat delegat activat validat migrat integrat generat "
    "nam tim renam consum assum resum welcom becom manag chang arrang charg engag encourag exchang "
    "pledg judg challeng us clos los purpos propos expos suppos compos dispos rais advis revis promis exercis "
    "releas increas decreas leas purchas caus paus bas chas phas eras licens ceas reduc produc introduc financ "
    "announc balanc replac plac notic practic pric servic forc enforc trac sourc decid divid provid includ "
    "exclud conclud guid overrid preced conced trad upgrad outsid persuad schedul handl settl doubl enabl tabl "
    "sampl assembl tackl styl compil fil profil tak mak lik invok evok provok strik continu issu "
    "argu valu pursu rescu queu du agre guarante authoriz recogniz organiz prioritiz realiz finaliz analyz "
    "minimiz maximiz summariz customiz standardiz digitiz centraliz siz utiliz optimiz emphasiz measur "
    "invoic disput nominat "
    "ensur insur secur assur configur captur structur figur cur hop scop shap typ wip"
)


@cache
def word_form(word: str) -> tuple[str, str]:
    """The word without its ending, and the ending: ``s``, ``ed``, ``ing`` or none."""
    if word in _FORMS:
        return _FORMS[word]
    if word in _WHOLE or len(word) < 4:
        return word, ""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y", "s"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return _without_s(word), "s"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y", "ed"
    if word.endswith("ed") and len(word) > 4:
        return _base(word[:-2]), "ed"
    if word.endswith("ing") and len(word) > 5:
        return _base(word[:-3]), "ing"
    return word, ""


def _without_s(word: str) -> str:
    return word[:-2] if re.search(r"(?:ss|x|ch|sh|zz)es$", word) else word[:-1]


def _base(stem: str) -> str:
    """The base of a verb from what stands before -ed or -ing."""
    if stem in _TAKING_E or _LIKE_CREATE.search(stem):
        return stem + "e"
    if _DOUBLED.search(stem) and not stem.endswith(("add", "ss", "ll")):
        return stem[:-1]
    return stem
