"""The verdict on what changed, whom it hurts, and what to do, in words for whoever decides."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.plurals import Plural
from twolane.wording.tables import Table


class VerdictTexts(Table):
    """The verdict on what changed."""

    verdict_breaks: Plural = Plural(
        "Not safe as it is: {number} change breaks something.",
        "Not safe as it is: {number} changes break something.",
    )
    verdict_breaks_unknown: str = "{verdict} Not known: a part could not be read, so there may be more."
    verdict_unknown: str = "Not known: a part could not be read, and what changed there may break something."
    verdict_unknown_accepted: Plural = Plural(
        "{verdict} What is known to break was accepted: {number} change.",
        "{verdict} What is known to break was accepted: {number} changes.",
    )
    verdict_beginning: str = "Everything is new: in {old} there was no playbook."
    verdict_accepted: Plural = Plural(
        "{number} change breaks something; it was accepted.",
        "{number} changes break something; they were accepted.",
    )
    verdict_accepted_read: Plural = Plural("{verdict} Read this sentence.", "{verdict} Read these {number} sentences.")
    verdict_read: Plural = Plural(
        "Nothing breaks; read this sentence.", "Nothing breaks; read these {number} sentences."
    )
    verdict_look: Plural = Plural(
        "Nothing structural breaks; read this sentence.", "Nothing structural breaks; read these {number} sentences."
    )
    verdict_doubt: Plural = Plural(
        "Nothing is known to break; read this sentence.", "Nothing is known to break; read these {number} sentences."
    )
    verdict_ids: Plural = Plural(
        "Nothing breaks; {number} id changes, for whoever keeps the CRM.",
        "Nothing breaks; {number} ids change, for whoever keeps the CRM.",
    )
    verdict_safe: str = "Safe: only the wording changes."
    verdict_no_change: str = "Nothing has changed."
    hurt: str = "Hurt: {whom}."
    hurt_accepted: str = "Hurt, as was accepted: {whom}."
    hurt_changes: Plural = Plural("{whom} ({number} change)", "{whom} ({number} changes)")
    hurt_own_levels: Plural = Plural(
        "This playbook sets {number} change to major.", "This playbook sets {number} changes to major."
    )
    hurt_deals: str = "{whom} in {stages}"
    hurt_stage: str = "“{stage}”"
    hurt_stage_of: str = "“{stage}” of {process}"
    hurt_stages: str = "{whom} in {number} stages"
    hurt_stages_of: str = "{whom} in {number} stages of {processes} processes"
    may_hurt: str = "If a text means something else: {whom}."
    may_hurt_leaving: str = "deals in {stages} may be held"
    may_hurt_entering: str = "deals on their way to {stages} may be held"
    may_hurt_figures: str = "figures of {metrics} before and after cannot be compared"
    hurt_audiences: Choices[str] = Choices(
        flow="deals under way",
        system="the CRM, reports and automations",
        measure="figures over time",
        links="links to pages",
    )
    weight_words: Choices[str] = Choices(
        wording="Wording",
        note="Note",
        read="Read",
        doubt="Look at",
        accepted="Accepted",
        breaks="Breaks",
    )
    to_do_break: Plural = Plural(
        "Decide about what breaks: {ways}.",
        "Decide about what breaks ({number} changes): {ways}.",
    )
    to_do_take_back: str = "take it back"
    to_do_soften: str = "soften it"
    to_do_soften_some: str = "soften it where its entry says how"
    to_do_accept: str = "accept it with a reason"
    to_do_asked: str = "merge the entry in approvals.yml by itself first"
    to_do_paste_rename: str = "Probably a new id for “{name}”: if so, paste `{lines}`."
    to_do_paste_split: str = "Probably “{name}” was split: if so, paste `{lines}`."
    to_do_paste_merge: str = "Probably “{name}” was merged: if so, paste `{lines}`."
    to_do_break_read: Plural = Plural("{say} Then read {number} sentence.", "{say} Then read {number} sentences.")
    to_do_unknown: str = "Do not agree yet: fix what could not be read, as the notes say, and compare again."
    to_do_doubt: Plural = Plural(
        "Look whether a deal is held: none is known, but you may know one.",
        "Look whether a deal is held ({number} changes): none is known, but you may know one.",
    )
    to_do_accepted: str = "Agree if the reasons for what was accepted still hold."
    to_do_fetch: str = "Tell the owners of {deals} what to fetch."
    to_do_tell: str = "Tell the owners of {deals} what holds for them from now on."
    to_do_accepted_read: str = (
        "Agree if the reasons for what was accepted still hold, and what else you read is meant as it now reads."
    )
    to_do_read: Plural = Plural("Agree if it is meant as it now reads.", "Agree if each is meant as it now reads.")
    to_do_look: Plural = Plural(
        "Agree if it means what it meant; if not, treat it as a break.",
        "Agree if they mean what they meant; if not, treat them as breaks.",
    )
    to_do_look_read: str = (
        "Agree if each is meant as it now reads; a text that no longer means what it meant is to be treated as a break."
    )
    to_do_wording: str = "Agree if the words are better than before."
    to_do_raise: str = "Raise the version of {process} to {version}."
    to_do_raise_all: str = "Raise the versions of {number} processes, as the table says."
    to_do_ids: Plural = Plural(
        "Change {number} id in the CRM on the same day.", "Change {number} ids in the CRM on the same day."
    )
    to_do_readers: str = "Have these roles read again what concerns them: {roles}."
    needs_new: str = "is new, with version {version}."
    needs_gone: str = "is gone; its last version was {version}."
    needs_level: str = "needs a {level} version."
    needs_fits: str = "needs {version} or higher ({level}), and has {now}."
    needs_more: str = "needs version {version} ({level}), but says {now}: raise it."
    needs_early: str = "{level}, which is enough before 1.0.0"
