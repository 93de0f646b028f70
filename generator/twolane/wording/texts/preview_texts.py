"""The preview of a proposal, in words for readers."""

from __future__ import annotations

from twolane.wording.plurals import Plural
from twolane.wording.tables import Table


class PreviewTexts(Table):
    """The preview of a proposal."""

    preview_title: str = "What this proposal changes"
    preview_label: str = "What changes"
    preview_description: str = "A preview: every change between {old} and {new}, and the pages that it is on"
    preview_lead: str = "This site is a preview. It shows {new}, and marks what is different from {old}."
    preview_none: str = "Nothing that the playbook defines is different from {old}."
    preview_levels: str = "What it means for each process"
    preview_readers: str = "Who must read it"
    preview_pages: str = "Pages that change"
    preview_nowhere: str = "On no page"
    preview_hand: str = "Pages written by hand"
    preview_hand_changed: str = "changed"
    preview_hand_new: str = "new"
    preview_hand_gone: str = "gone"
    preview_hand_more: str = "{number} further paragraphs differ."
    preview_hand_here: str = "This page is different in this preview."
    preview_hand_words: str = "Old and new words"
    preview_notes: str = "What could not be compared"
    preview_stage: str = "{process}: {stage}"
    preview_announced: str = "This site is a preview: it shows a proposal, not what holds."
    preview_mark: str = "changed"
    preview_new: str = "new"
    preview_here: Plural = Plural(
        "This page is different in this preview: {number} change.",
        ("This page is different in this preview: {number} changes."),
    )
    preview_process_here: str = "This process, in this preview:"
    preview_process: Plural = Plural("changed: {number} thing", "changed: {number} things")
    preview_process_breaks: Plural = Plural("{says}, {number} breaks", "{says}, {number} break")
    preview_to_do: str = "What to do"
    preview_stages: str = "Stage by stage"
    preview_diagram: str = "What changes in {name}"
    preview_all: str = "Everything that changes"
    preview_this: str = "This proposal"
    preview_against: str = "what is different from {old}"
