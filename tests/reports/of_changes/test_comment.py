"""The comment on a pull request: read by people who never saw the tool, by GitHub and by GitLab, and never too long."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import pytest
from markdown_it import MarkdownIt

from tests.pages.hostile import STRINGS
from tests.reports.of_changes.comparisons import empty, many, mixed, with_text
from tests.support.sites import Read
from twolane.changes.change import Comparison
from twolane.reports.of_changes import markdown
from twolane.reports.of_changes.markdown import LONGEST, MARKER
from twolane.reports.of_changes.markdown_entry import Links
from twolane.reports.visible import visible

ALLOWED = {
    *("h2", "h3", "h4", "p", "ul", "li", "strong", "em", "b", "br", "del", "ins", "details", "summary", "blockquote"),
    *("table", "thead", "tbody", "tr", "th", "td", "pre", "code"),
}
MADE_OF_TEXT = re.compile(
    r"@\w|https?://|www\.\w|(?<![\w&])[#!]\d|[~%]\w|:\w+:|GH-\d|\b[0-9a-f]{7,40}\b|&\d|\[\w+:\d", re.IGNORECASE
)
"""What GitHub or GitLab would make a mention, a link, a label, an emoji of."""
FENCED = re.compile(r"^(`{3,})\w*\n.*?^\1$", re.MULTILINE | re.DOTALL)
EVIL = (
    *STRINGS,
    *(
        "@everyone",
        "a@b.example",
        "#1",
        "!1",
        "~bug",
        "%1",
        "GH-1",
        ":tada:",
        "https://evil.example",
        "www.evil.example",
    ),
    *("/close", "\n/close\n", "</details>", "</summary><details open>", "```\n@team\n```", "````", "deadbeef0", "&1"),
    *("x\n\n# heading", "x\n---", "| a |", "<!-- twolane -->", "`", "``", "\\", "ends with \\", "$`x`$", "[^1]: x"),
)


@dataclass
class Comment(Read):
    """What a host sees: tags, texts one by one as its own rules look at them, and comments."""

    comments: list[str] = field(default_factory=list)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def outside_code(self) -> list[str]:
        """The texts that do not stand in code."""
        return [text for around, text in self.texts if not around.startswith("code")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        marked = [*attrs, ("class", "code")] if tag == "code" else attrs
        super().handle_starttag(tag, [("class", "code")] if tag == "code" else marked)


def shown(comparison: Comparison, links: Links | None = None) -> Comment:
    """The comment as a reader of Markdown with tables hands it on."""
    report = markdown.render(comparison) if links is None else markdown.render(comparison, links=links)
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    read = Comment()
    read.feed(reader.render(report))
    read.close()
    return read


def entries(report: str) -> list[str]:
    """The sentences of the changes that are told one by one."""
    return re.findall(r"<details><summary><b>\w[\w ]*:</b> (.*)</summary>", report)


def test_it_is_found_again() -> None:
    """Its first line is the mark by which it is found, whatever is in it."""
    assert all(markdown.render(each).split("\n")[0] == MARKER for each in (mixed(), empty(), with_text(MARKER)))
    assert shown(with_text(MARKER)).comments.count(" twolane ") == 1


def test_what_a_manager_looks_for_comes_first() -> None:
    """The verdict, what to do, the deals; then changes by process and stage; who reads; a drawing."""
    headings = [line for line in markdown.render(mixed()).splitlines() if line.startswith("#")]
    assert headings == [
        "## Not safe as it is: 2 changes break something.",
        "### What to do",
        "### Deals under way",
        "### What changes: New business",
        "#### Stage “Prospecting”",
        "#### Stage “Closing”",
        "### What changes: what all processes share",
        "#### Metrics",
        "### Must read again",
        "### The stages of New business",
    ]


def test_one_entry_for_each_change() -> None:
    """No change is told twice, and none is missing."""
    assert sorted(entries(markdown.render(mixed()))) == sorted(each.sentence for each in mixed().changes)


@pytest.mark.parametrize("text", EVIL)
def test_text_of_a_definition_does_nothing(text: str) -> None:
    """It makes no markup, link, mention, number of an issue, label or emoji, ends no block, and gives no command."""
    report = markdown.render(with_text(text))
    read = shown(with_text(text))
    assert {tag for tag, _ in read.tags} <= ALLOWED
    assert set(read.comments) <= {" ", " twolane "}
    assert [each for each in read.outside_code() if MADE_OF_TEXT.search(each.replace("C501", ""))] == []
    assert not re.search(r"^/", FENCED.sub("", report), re.MULTILINE)
    assert len([tag for tag, _ in read.tags if tag == "details"]) == len(mixed().changes)
    assert [tag for tag, _ in read.tags if tag in ("h2", "h3", "h4")] == TAGS_OF_HEADINGS


TAGS_OF_HEADINGS = ["h2", "h3", "h3", "h3", "h4", "h3", "h4", "h3", "h3"]
"""One group fewer than usual: both stages have the same name there."""


@pytest.mark.parametrize("text", ["Agrees *now* & then", "a | b", "<b>50 %</b>", "team@example.com", "1. First"])
def test_text_is_shown_letter_for_letter(text: str) -> None:
    """A sentence, the old and the new words, and a role's name are read as they were written."""
    read = shown(with_text(text)).text.replace("\u200b", "")
    assert f"A deal now needs “{text}” before it leaves {text}." in read
    assert f"{visible(text)}, {visible(text)}" in read


def test_two_thousand_changes_fit() -> None:
    """Never longer than a host takes; what is left out is counted, the lightest first, and nothing is cut inside."""
    report = markdown.render(many(2_000))
    told = entries(report)
    assert len(report) <= LONGEST
    assert len(told) > 15
    assert report.count("<details>") == report.count("</details>") == len(told)
    (left,) = re.findall(r"^\*\*([\d,]+) more changes\*\* \((\S+) major, (\S+) minor\) are not shown", report, re.M)
    more, major, minor = (int(each.replace(",", "")) for each in left)
    assert len(told) + more == 2_000
    assert more == major + minor
    assert all("A deal now needs" in each for each in told)
    assert report.endswith("```\n\n")


@pytest.mark.parametrize("number", [20, 40, 60, 80, 100])
def test_the_limit_holds_wherever_it_falls(number: int) -> None:
    """With a few changes more or fewer, the comment keeps its limit and uses the room."""
    report = markdown.render(many(number))
    told = entries(report)
    assert len(report) <= LONGEST
    assert len(told) == number or len(report) > LONGEST - 2_500


def test_one_change_that_is_too_long_hides_no_other() -> None:
    """A wording of a hundred thousand letters is counted; the others are told."""
    comparison = mixed()
    first, *others = comparison.changes
    huge = replace(first, sentence="Long " * 20_000, witness=None)
    report = markdown.render(replace(comparison, changes=(huge, *others)))
    assert len(report) <= LONGEST
    assert len(entries(report)) == len(others)
    assert "**1 more change** (1 major) is not shown here" in report


@pytest.mark.parametrize("text", ["word " * 20_000, "@" * 70_000, "a" * 70_000, "line\n" * 10_000])
def test_names_of_any_length_fit(text: str) -> None:
    """Names, labels and notes that fill pages take no room from each other."""
    report = markdown.render(with_text(text))
    assert len(report) <= LONGEST
    assert len(entries(report)) + report.count("more changes** (3 major, 2 minor, 1 patch) are") * 6 == 6


def test_long_texts_show_what_differs() -> None:
    """Of a page of text in which a word differs, the word is shown with what stands around it."""
    comparison = mixed()
    around = "word " * 400
    changes = (replace(comparison.changes[-1], old=f"{around}old {around}", new=f"{around}new {around}"),)
    report = markdown.render(replace(comparison, changes=changes))
    assert "<del>old</del><ins>new</ins>" in report
    assert len(report) < 2_500


def test_lines_that_end_before_a_difference_stay_apart() -> None:
    """Where a line ends, words on both sides of the end are two words."""
    comparison = mixed()
    old, new = "Use the map.\nTwo figures, not ten.", "Use the map.\nThree figures, not ten."
    report = markdown.render(replace(comparison, changes=(replace(comparison.changes[-1], old=old, new=new),)))
    assert "- Wording: Use the map. <del>Two</del><ins>Three</ins> figures, not ten.\n" in report


def test_a_role_reads_no_sentence_twice() -> None:
    """Changes that say the same are one line of what a role must read."""
    sample = mixed()
    first = sample.changes[0]
    report = markdown.render(replace(sample, changes=(first, replace(first, path=(*first.path, "again")))))
    table = report.split("### Must read again")[1]
    assert "<br>" not in table.split("###")[0]


def test_links_where_addresses_are_given() -> None:
    """Roles lead to their pages and places to their lines; an address cannot end its link."""
    links = Links({"rep": "https://playbook.example/roles/rep/"}, "https://git.example/a b/blob/main/")
    hrefs = shown(mixed(), links).hrefs
    assert "https://playbook.example/roles/rep/" in hrefs
    assert "https://git.example/a%20b/blob/main/process/new-business/process.yml#L76" in hrefs
    evil = shown(mixed(), Links({"rep": 'https://x.example/">)<img src=x>'}))
    assert {tag for tag, _ in evil.tags} <= ALLOWED | {"a"}


def test_notes_are_told() -> None:
    """What could not be read stands above everything else that the comment says."""
    report = markdown.render(replace(mixed(), notes=("process/roles.yml cannot be read.",)))
    assert "> **Note:** process/roles.yml cannot be read.\n" in report


def test_deals_that_are_spared() -> None:
    """Where nothing changes for deals, the comment says so."""
    comparison = mixed()
    harmless = replace(comparison, changes=comparison.changes[-2:])
    assert "### Deals under way\n\nNothing changes for them.\n" in markdown.render(harmless)
    assert markdown.render(harmless).split("\n")[1] == "## Safe: nothing breaks; 1 change to know about."
