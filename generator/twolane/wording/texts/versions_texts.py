"""Releases and what they changed, in words for readers."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.plurals import Plural
from twolane.wording.tables import Table


class VersionsTexts(Table):
    """Releases and what they changed."""

    versions: str = "Versions"
    versions_title: str = "Versions"
    versions_of: str = "{name}: versions"
    versions_description: str = "Every release of every process: what changed, and who must read again"
    versions_of_description: str = "Every release of {name}: what changed, and who must read again"
    level_names: Choices[str] = Choices(major="major", minor="minor", patch="patch")
    level_meanings: Choices[str] = Choices(
        major="may stop deals under way, or break links, reports or figures that somebody relies on",
        minor="something is new or different, and nothing that worked before stops working",
        patch="only the words changed",
    )
    levels_explained: str = "What major, minor and patch mean"
    version_in_work: str = "Not released yet"
    version_in_work_says: str = "These pages already say this, and no release holds it yet."
    version_first: str = "The first release: from here on, every change is told."
    version_same: str = "Nothing in the definition changed."
    version_unknown: str = (
        "What changed cannot be told: the frozen copy of this version, or of the one before, is missing or "
        "cannot be read."
    )
    version_unreadable: str = "Its frozen copy is missing or cannot be read."
    version_current: str = "Shown on the pages of this site"
    version_read: str = "Read version {version}"
    version_compare: str = "Old and new words: {old} and {new} compared"
    version_readers: str = "Must read again"
    version_none: str = (
        "No version of this process has been released yet. When those who work by it agree that it holds, "
        "run `{command}` and commit what it writes. It freezes the definition under its version; from then "
        "on this page says what each release changed, and who must read again."
    )
    version_of: str = "{name} {version}"
    version_dated: str = "Version {version}, {date}"
    versions_newest: str = "The latest releases"
    versions_all: str = "By process"
    versions_no_release: str = "no release yet"
    versions_release: Plural = Plural("release", "releases")
    versions_latest: str = "latest: {date}"
    versions_feed: str = "Feed of releases"
    versions_feed_says: str = "A feed reader, or a chat channel that takes feeds, tells you of new releases:"
