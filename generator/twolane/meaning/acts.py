"""Acts as data: what the buyer or we do, in classes of which each is another act than the others."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from twolane.meaning.word_sets import word_set

_CLASSES = """
learn: see read watch know understand learn
get: get receive hear
find: find notice view open recognize
mention: mention claim report
say: say show name list describe explain state tell acknowledge express
ask: ask request inquire query demand
discuss: discuss talk compare consider think debate negotiate evaluate review assess explore
agree: accept agree approve confirm commit authorize grant endorse okay
sign: sign countersign initial
order: order buy purchase subscribe commission award
pay: pay settle transfer
reject: reject refuse decline deny object oppose veto dispute
stop: cancel terminate end stop withdraw close quit abandon
try: try test use pilot install operate
send: send share return forward submit deliver hand upload publish
give: give provide offer
prepare: draft prepare write plan sketch design outline
meet: meet attend join visit call phone invite host
choose: choose pick select shortlist decide
promise: promise pledge
escalate: escalate
lease: lease rent hire
resume: continue resume reopen restart keep revisit come_back go_back stay
"""

CLASSES: Mapping[str, str] = MappingProxyType(
    {
        verb.replace("_", " "): line.partition(":")[0]
        for line in _CLASSES.strip().splitlines()
        for verb in line.partition(":")[2].split()
    }
)
"""From each verb, without its ending, to its class."""

_NEAR = """
resume/meet resume/ask resume/say resume/discuss resume/send resume/give resume/learn resume/try resume/prepare
resume/promise resume/agree resume/choose resume/escalate learn/meet learn/say learn/discuss learn/try learn/choose
mention/say mention/discuss mention/learn mention/send mention/give say/send say/give say/discuss say/agree
say/prepare say/choose say/ask send/give send/prepare send/sign give/agree give/prepare give/say discuss/meet
discuss/ask discuss/choose discuss/prepare agree/order agree/choose agree/give order/sign order/choose order/agree
promise/agree reject/stop meet/try meet/ask meet/send meet/order order/lease learn/send choose/send choose/give
ask/meet ask/give stop/say escalate/ask escalate/send prepare/choose get/learn get/find learn/find get/say
get/choose get/order get/meet get/discuss get/try get/resume find/ask find/say find/send find/meet find/discuss
find/try find/choose find/prepare find/resume mention/get mention/find
"""
NEAR = frozenset(frozenset(pair.split("/")) for pair in _NEAR.split())
"""Classes of which one may be said in place of the other: what that means, a person has to see."""

NOUNS_TOO = word_set(
    "order offer call plan test pilot visit review report list name query demand purchase transfer share design "
    "draft sketch outline end stop close lease rent hire host award commission pick notice view state claim use "
    "initial object return try trial demo quote need contract request settle find phone mention open process"
)
"""Verbs that are nouns as well."""

AUXILIARIES = word_set("be have do")
